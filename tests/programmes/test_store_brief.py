from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.brief import store_brief
from plaudit.programmes.brief.model import Brief, BriefCategory, BriefSection, SourceLine, Use
from plaudit.programmes.invariants import INVARIANTS
from plaudit.programmes.models import Category, TeamRole
from plaudit.programmes.queries import category_form, criterion_names
from tests.factories.programmes import (
    WHILE_OPEN,
    a_category,
    a_team_member,
    an_edition,
    director_of,
)
from tests.factories.programmes import a_person_named as a_person

pytestmark = pytest.mark.django_db
BRIEFS = Path(__file__).resolve().parents[3] / "shared" / "briefs"


def a_brief(**fields: object) -> Brief:
    category = BriefCategory(
        name="Garden of the year",
        is_new=True,
        introduction="For gardens.\n\nOf every size.",
        eligibility="Any garden.",
        whole_entry_word_limit=900,
        sections=(
            BriefSection("ambition", ("Why?", "For whom?"), weight=20.0, weight_unit="percent"),
            BriefSection("Harvest", ("How much?",), word_limit=250),
            BriefSection("Contact details", (), is_scored=False),
        ),
        contacts=(),
    )
    line = SourceLine(number=1, text="Garden of the year", uses=(Use.NAME,))
    return Brief(categories=(replace(category, **fields),), warnings=(), lines=(line,))


def form_of(category: Category) -> list[tuple[str, list[str]]]:
    return [
        (section.name, [prompt.text for prompt in section.prompts.all()])
        for section in category_form(category)
    ]


def test_a_brief_becomes_a_draft_with_everything_it_says() -> None:
    edition = an_edition()
    [category] = store_brief(edition, a_brief(), by=director_of(edition), at=WHILE_OPEN)
    category.refresh_from_db()
    assert category.published_at is None
    assert (category.name, category.slug) == ("Garden of the year", "garden-of-the-year")
    assert (category.is_new, category.whole_entry_word_limit) == (True, 900)
    assert category.introduction == "For gardens.\n\nOf every size."
    assert category.eligibility == "Any garden."
    assert category.source_text == "Garden of the year"
    assert form_of(category) == [
        ("ambition", ["Why?", "For whom?"]),
        ("Harvest", ["How much?"]),
        ("Contact details", []),
    ]
    first, second, third = category_form(category)
    assert (str(first.weight), first.weight_unit) == ("20.00", "percent")
    assert (second.word_limit, second.weight_unit) == (250, "")
    assert [row.is_scored for row in (first, second, third)] == [True, True, False]


def test_criteria_of_the_edition_are_found_by_name_whatever_the_case() -> None:
    edition = an_edition()
    a_category(edition)
    assert criterion_names(edition) == ["Ambition", "Outcome", "Involvement"]
    [category] = store_brief(edition, a_brief(), by=director_of(edition), at=WHILE_OPEN)
    assert form_of(category)[0][0] == "Ambition"
    assert criterion_names(edition) == [
        "Ambition",
        "Outcome",
        "Involvement",
        "Harvest",
        "Contact details",
    ]


@pytest.mark.parametrize(
    ("offered", "named"),
    [
        (("Root", "Leaf"), ["Root", "Leaf"]),
        ((), ["Question 1", "Question 2"]),
        (("Root",), ["Root", "Question 2"]),
    ],
)
def test_sections_without_a_title_take_the_names_offered(
    offered: tuple[str, ...], named: list[str]
) -> None:
    edition = an_edition()
    sections = (BriefSection(None, ("Why?",)), BriefSection(None, ("How?",)))
    brief = a_brief(sections=sections, offered_titles=offered)
    [category] = store_brief(edition, brief, by=director_of(edition), at=WHILE_OPEN)
    assert [name for name, _ in form_of(category)] == named


def test_sections_without_a_title_take_the_edition_s_names_when_there_are_as_many() -> None:
    edition = an_edition()
    a_category(edition)
    sections = tuple(BriefSection(None, (text,)) for text in ("Why?", "How?", "Who?"))
    [category] = store_brief(
        edition, a_brief(sections=sections), by=director_of(edition), at=WHILE_OPEN
    )
    assert [name for name, _ in form_of(category)] == ["Ambition", "Outcome", "Involvement"]


def test_the_same_title_twice_is_numbered() -> None:
    edition = an_edition()
    sections = (BriefSection("Value", ("Why?",)), BriefSection("value", ("How?",)))
    [category] = store_brief(
        edition, a_brief(sections=sections), by=director_of(edition), at=WHILE_OPEN
    )
    assert [name for name, _ in form_of(category)] == ["Value", "value (2)"]


def test_nothing_is_stored_when_a_name_is_taken() -> None:
    edition = an_edition()
    a_category(edition, name="GARDEN of the year")
    first = a_brief().categories[0]
    brief = replace(a_brief(), categories=(replace(first, name="Orchard"), first))
    with pytest.raises(Refused, match="already has a category called “Garden of the year”"):
        store_brief(edition, brief, by=director_of(edition), at=WHILE_OPEN)
    assert set(edition.categories.values_list("name", flat=True)) == {"GARDEN of the year"}


def test_only_those_who_look_after_entries_may_store_a_brief() -> None:
    edition = an_edition()
    clerk = a_person("clerk@example.org")
    a_team_member(edition.programme, clerk, TeamRole.JUDGING)
    with pytest.raises(Refused):
        store_brief(edition, a_brief(), by=clerk, at=WHILE_OPEN)
    a_team_member(edition.programme, clerk, TeamRole.ENTRIES)
    store_brief(edition, a_brief(), by=clerk, at=WHILE_OPEN)
    assert [sentence for check in INVARIANTS for sentence in check()] == []
