"""Text is escaped by the template engine. One module alone may say that a text is safe as it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.check.sources import files, parsed

TRUSTED_MODULE = Path("src/plaudit/sites/components/markup.py")
TRUSTING_NAMES = {"Markup", "mark_safe", "SafeString", "SafeText"}
TRUSTING_TEMPLATE = re.compile(
    r"\|\s*safe\b|\bautoescape\s+(off|false)\b|\bMarkup\(", re.IGNORECASE
)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def find_trusted_markup(root: Path) -> list[str]:
    return [*_in_modules(root), *_in_templates(root)]


def _in_modules(root: Path) -> Iterator[str]:
    for path, tree in parsed(root, "src"):
        if path == TRUSTED_MODULE:
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom | ast.Attribute):
                continue
            names = (
                {node.attr}
                if isinstance(node, ast.Attribute)
                else {alias.name for alias in node.names}
            )
            for name in sorted(names & TRUSTING_NAMES):
                yield f"{path}:{node.lineno}: {name} belongs in {TRUSTED_MODULE} alone"


def _in_templates(root: Path) -> Iterator[str]:
    for path in files(root, "src", ".html", ".jinja", ".txt"):
        text = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), path.read_text())
        for number, line in enumerate(text.splitlines(), start=1):
            if found := TRUSTING_TEMPLATE.search(line):
                yield f"{path.relative_to(root)}:{number}: `{found.group()}` lets text through unescaped"
