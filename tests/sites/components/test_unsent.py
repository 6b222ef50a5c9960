"""What the sheets leave out (frontend/unsent.mjs), no page may use."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites.components.conftest import BUILT, CHECKOUT

UNSENT = re.findall(
    r'^  "([\w-]+)",$', (CHECKOUT / "frontend/unsent.mjs").read_text(), re.MULTILINE
)
LEFT_OUT = re.compile(rf"(?:{'|'.join(UNSENT)})(?![a-z0-9])[\w-]*")
KINDS = ("radios", "checkboxes")  # what a template may put for `{{ kind }}`


def test_no_page_has_a_class_whose_rules_are_left_out() -> None:
    used = {
        f"{path.relative_to(CHECKOUT)}: {name}"
        for path, text in _sources()
        for name in LEFT_OUT.findall(text)
    }
    assert used == set(), "take these names off the list in frontend/unsent.mjs"


def test_no_page_puts_such_a_class_together() -> None:
    begun = {
        piece
        for _, text in _sources()
        for piece in re.findall(r"(govuk-[\w-]*-)(?:\{\{|\$\{|\"|')", text)
    }
    assert [name for name in UNSENT for piece in begun if name.startswith(piece)] == []


def test_the_sheets_hold_no_such_rule() -> None:
    left = re.compile(rf"\.{LEFT_OUT.pattern}")
    for sheet in BUILT.glob("*.css"):
        rules = re.sub(r":not\([^()]*\)", "", sheet.read_text())
        assert left.findall(rules) == [], sheet.name


def _sources() -> list[tuple[Path, str]]:
    files = [*CHECKOUT.glob("src/plaudit/**/*.html"), *CHECKOUT.glob("src/plaudit/**/*.py")]
    files += CHECKOUT.glob("frontend/scripts/**/*.ts")
    return [
        (path, text.replace("govuk-{{ kind }}", f"govuk-{kind}"))
        for path in files
        for text in [path.read_text()]
        for kind in KINDS
    ]
