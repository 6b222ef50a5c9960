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


def _lines(name: str) -> list[str]:
    text = (BRIEFS / name).read_text(encoding="utf-8").replace("\u00a0", " ")
    return [" ".join(line.split()) for line in text.splitlines()]


def _long_lines(name: str) -> list[str]:
    return [line for line in _lines(name) if len(line) > 120 and not line.startswith("•")]


def test_a_brief_with_headings_comes_out_complete() -> None:
    brief = _read("place-based-partnership-award.txt")
    (category,) = brief.categories
    assert category.name == "Place-based Partnership Award"
    assert not category.is_new
    paragraphs = _long_lines("place-based-partnership-award.txt")
    assert category.introduction == paragraphs[0]
    assert category.eligibility == paragraphs[1]
    assert tuple(section.title for section in category.sections) == NAMES
    assert [len(section.prompts) for section in category.sections] == [4, 2, 2, 3, 2]
    assert brief.warnings == ()


def test_a_brief_that_lost_its_headings_is_grouped_by_its_blank_lines() -> None:
    brief = _read("provider-collaboration-of-the-year.txt")
    (category,) = brief.categories
    assert category.name == "Provider Collaboration of the Year"
    assert category.is_new
    paragraphs = _long_lines("provider-collaboration-of-the-year.txt")
    assert category.introduction.split("\n\n") == paragraphs[:2]
    assert category.eligibility == paragraphs[2]
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
    desks = [line for line in _lines(name) if ", contact " in line]
    assert [contact.purpose for contact in category.contacts] == [
        line.partition(", contact ")[0] for line in desks
    ]
    for contact, line in zip(category.contacts, desks, strict=True):
        assert contact.name
        assert contact.name in line
        assert contact.phone
        assert contact.phone in line
