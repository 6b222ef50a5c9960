"""The two briefs the project started from, read from beside the repository; skipped where they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from plaudit.programmes.brief import Brief, read_brief

BRIEFS = Path(__file__).parents[4] / "shared" / "briefs"
NAMES = ("Ambition", "Outcome", "Spread", "Value", "Involvement")

pytestmark = pytest.mark.skipif(
    not BRIEFS.is_dir(), reason="the briefs are not beside this checkout"
)


def _read(name: str, criterion_names: tuple[str, ...] = ()) -> Brief:
    path = BRIEFS / name
    return read_brief(path.read_bytes(), filename=path.name, criterion_names=criterion_names)


def test_a_brief_with_headings_comes_out_complete() -> None:
    brief = _read("place-based-partnership-award.txt")
    (category,) = brief.categories
    assert category.name == "Place-based Partnership Award"
    assert not category.is_new
    assert category.introduction.startswith("The ageing population")
    assert category.eligibility
    assert category.eligibility.startswith("This award will recognise")
    assert tuple(section.title for section in category.sections) == NAMES
    assert [len(section.prompts) for section in category.sections] == [4, 2, 2, 3, 2]
    assert brief.warnings == ()


def test_a_brief_that_lost_its_headings_is_grouped_by_its_blank_lines() -> None:
    brief = _read("provider-collaboration-of-the-year.txt")
    (category,) = brief.categories
    assert category.name == "Provider Collaboration of the Year"
    assert category.is_new
    assert len(category.introduction.split("\n\n")) == 2
    assert category.eligibility
    assert category.eligibility.startswith("Entrants can be")
    assert [section.title for section in category.sections] == [None] * 5
    assert [len(section.prompts) for section in category.sections] == [5, 3, 2, 3, 3]


def test_the_editions_criteria_are_offered_in_order_and_the_warning_says_so() -> None:
    brief = _read("provider-collaboration-of-the-year.txt", NAMES)
    (category,) = brief.categories
    assert category.offered_titles == NAMES
    assert [section.title for section in category.sections] == [None] * 5
    (warning,) = brief.warnings
    assert ", ".join(NAMES) in warning


def test_criteria_are_not_offered_when_there_are_more_or_fewer_than_groups() -> None:
    (category,) = _read("provider-collaboration-of-the-year.txt", NAMES[:4]).categories
    assert category.offered_titles == ()


@pytest.mark.parametrize(
    "name", ["place-based-partnership-award.txt", "provider-collaboration-of-the-year.txt"]
)
def test_the_three_desks_come_with_purpose_name_and_telephone(name: str) -> None:
    (category,) = _read(name).categories
    purposes = [contact.purpose for contact in category.contacts]
    assert purposes == [
        "Entries, attendance and sponsorship enquiries",
        "Media and marketing enquiries",
        "Judging and event management",
    ]
    assert all(
        contact.name and contact.phone and contact.phone.startswith("0207")
        for contact in category.contacts
    )
