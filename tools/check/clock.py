"""Time comes from `plaudit.kit.clock` alone, so that a test or a rehearsal can move it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.check.sources import dotted, parsed

CLOCK = Path("src/plaudit/kit/clock.py")
READINGS = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "timezone.now",
    "timezone.localdate",
    "time.time",
    "time.time_ns",
)
IMPORTS = {
    "time": {"time", "time_ns"},
    "django.utils.timezone": {"now", "localdate"},
    "django.db.models.functions": {"Now"},
}
FIELD_OPTIONS = {"auto_now", "auto_now_add"}


def find_other_clocks(root: Path) -> list[str]:
    return [
        f"{path}:{line}: {what}; ask plaudit.kit.clock"
        for path, tree in parsed(root, "src")
        if path != CLOCK and "migrations" not in path.parts
        for line, what in sorted(_readings(tree))
    ]


def _readings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = dotted(node)
            if any(name == reading or name.endswith(f".{reading}") for reading in READINGS):
                yield node.lineno, f"`{name}` reads another clock"
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in IMPORTS.get(node.module or "", ()):
                    yield node.lineno, f"`{alias.name}` from {node.module} reads another clock"
        elif isinstance(node, ast.keyword) and node.arg in FIELD_OPTIONS:
            yield node.value.lineno, f"`{node.arg}` reads another clock"
