"""A file that can be read in one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.check.sources import files, parsed

SOURCE_LINES = 400
FUNCTION_LINES = 50
TEMPLATE_LINES = 150
TEST_LINES = 500

LIMITS = [
    ("src", (".py",), SOURCE_LINES),
    ("tools", (".py", ".sh"), SOURCE_LINES),
    ("bench", (".py",), SOURCE_LINES),
    ("frontend", (".ts", ".mjs", ".scss"), SOURCE_LINES),
    ("src", (".html", ".jinja"), TEMPLATE_LINES),
    ("tests", (".py",), TEST_LINES),
]


def find_too_long(root: Path) -> list[str]:
    return [*_files(root), *_functions(root)]


def _files(root: Path) -> Iterator[str]:
    for folder, suffixes, limit in LIMITS:
        for path in files(root, folder, *suffixes):
            lines = len(path.read_text().splitlines())
            if lines > limit and "migrations" not in path.parts:
                yield f"{path.relative_to(root)}: {lines} lines, {limit} at most"


def _functions(root: Path) -> Iterator[str]:
    for folder in ("src", "tools", "bench"):
        for path, tree in parsed(root, folder):
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    lines = (node.end_lineno or node.lineno) - node.lineno + 1
                    if lines > FUNCTION_LINES:
                        yield f"{path}:{node.lineno}: {node.name} has {lines} lines, {FUNCTION_LINES} at most"
