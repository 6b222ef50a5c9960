"""Pages fetch only through a person or an edition, never from a whole table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.check.sources import dotted, parsed

MANAGERS = {"objects", "_default_manager", "_base_manager"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}


def find_unscoped_fetches(root: Path) -> list[str]:
    return [
        f"{path}:{line}: {what}"
        for path, tree in parsed(root, "src/plaudit/sites")
        for line, what in sorted(_unscoped(tree))
    ]


def _unscoped(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            yield (
                node.lineno,
                f"`.{node.attr}` reads a whole table; go through the person or the edition",
            )
        if (
            isinstance(node, ast.Call)
            and dotted(node.func).rpartition(".")[2] in SHORTCUTS
            and node.args
        ):
            model = dotted(node.args[0]).rpartition(".")[2]
            if model[:1].isupper():
                yield (
                    node.lineno,
                    f"{model} is looked up in the whole table; pass a query of the person or the edition",
                )
