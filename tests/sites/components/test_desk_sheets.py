"""The writing desk does without entries.css: nothing on it is styled there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.sites.components.conftest import BUILT, CHECKOUT

TEMPLATES = [
    CHECKOUT / "src/plaudit/sites" / site / "templates" for site in ("entrant", "components")
]
SCRIPTS = CHECKOUT / "frontend/scripts/pages"
CLASS = re.compile(r"\.(pl-[a-z0-9_-]+)")


def test_no_class_of_the_desk_is_styled_only_in_the_sheet_it_does_without() -> None:
    sources = [*_templates("entrant/answer.html", set()), *_scripts(SCRIPTS / "desk.ts", set())]
    sources += _scripts(SCRIPTS / "live.ts", set())
    text = "\n".join(path.read_text() for path in sources)
    here = {name for sheet in ("main.css", "rooms.css") for name in _styled(sheet)}
    missing = {
        name for name in _styled("entries.css") - here if re.search(rf"{name}(?![a-z0-9_-])", text)
    }
    assert missing == set(), "their rules belong in a part of frontend/styles/rooms.scss"


def test_what_was_read_is_the_desk() -> None:
    names = {path.name for path in _templates("entrant/answer.html", set())}
    assert {"answer.html", "desk.html", "layout.html", "marks.html", "tasks.html"} <= names
    scripts = {path.name for path in _scripts(SCRIPTS / "live.ts", set())}
    assert {"live.ts", "people.ts", "late.ts", "offering.ts"} <= scripts


def _styled(sheet: str) -> set[str]:
    return set(CLASS.findall((BUILT / sheet).read_text()))


def _templates(name: str, seen: set[str]) -> Iterator[Path]:
    """Yield the template and all that it extends, includes or imports."""
    paths = [folder / name for folder in TEMPLATES if (folder / name).exists()]
    if name in seen or not paths:
        return
    seen.add(name)
    yield paths[0]
    for other in re.findall(r'{% (?:extends|include|from) "([^"]+)"', paths[0].read_text()):
        yield from _templates(other, seen)


def _scripts(path: Path, seen: set[Path]) -> Iterator[Path]:
    """Yield the script and all of ours that it imports."""
    if path in seen:
        return
    seen.add(path)
    yield path
    for other in re.findall(r'(?:from|import) "(\.[^"]+)"', path.read_text()):
        yield from _scripts((path.parent / other).resolve().with_suffix(".ts"), seen)
