"""Which files of the checkout people wrote."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

GENERATED = {"node_modules", "__pycache__", "static"}


def files(root: Path, folder: str, *suffixes: str) -> Iterator[Path]:
    """Yield the hand-written files below `root/folder`, in order. Hidden and generated folders are left out."""
    start = root / folder
    if not start.is_dir():
        return
    for path in sorted(start.iterdir()):
        if path.name.startswith(".") or path.name in GENERATED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from files(root, str(path.relative_to(root)), *suffixes)
        elif path.suffix in suffixes:
            yield path


def parsed(root: Path, folder: str) -> Iterator[tuple[Path, ast.Module]]:
    """Yield every Python module below `root/folder` with its syntax tree."""
    for path in files(root, folder, ".py"):
        yield path.relative_to(root), ast.parse(path.read_text(), str(path))


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` for such an expression, and "" for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{before}.{node.attr}" if (before := dotted(node.value)) else f".{node.attr}"
    return ""
