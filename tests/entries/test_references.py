from __future__ import annotations

import pytest

from plaudit.entries.references import (
    entry_reference,
    next_stem,
    reference_stem,
    submission_reference,
)


@pytest.mark.parametrize(
    ("programme", "edition", "stem"),
    [
        ("partnership-awards", "2027", "PA27"),
        ("partnership-awards", "autumn-2027", "PA27"),
        ("hsa", "2027-28", "H27"),
        ("a-very-long-name-of-awards", "2030", "AVLN30"),
        ("partnership-awards", "spring", "PAS"),
    ],
)
def test_a_stem_is_initials_and_year(programme: str, edition: str, stem: str) -> None:
    assert reference_stem(programme, edition) == stem


def test_a_taken_stem_gets_a_letter() -> None:
    assert [next_stem("PA27", attempt) for attempt in range(3)] == ["PA27", "PA27B", "PA27C"]


def test_references_are_short_and_say_the_submission() -> None:
    assert submission_reference(entry_reference("PA27", 42), 1) == "PA27-0042/1"
    assert entry_reference("PA27", 12345) == "PA27-12345"
