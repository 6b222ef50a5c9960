from __future__ import annotations

import pytest

from plaudit.entries.models import Answer
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.sections import change_sections
from plaudit.programmes.invariants import INVARIANTS
from plaudit.programmes.queries import category_form, criterion_names
from plaudit.programmes.sections import Section
from tests.factories.entries import a_complete_entry
from tests.factories.programmes import JUDGING_OPENS, WHILE_OPEN, a_category, director_of
from tests.factories.results import ONE_SECOND

pytestmark = pytest.mark.django_db


def test_a_name_that_no_category_uses_any_more_leaves_the_edition() -> None:
    category = a_category()
    by = director_of(category.edition)
    change_sections(category, [Section("Need", ("Why?",))], by=by, at=WHILE_OPEN)
    assert criterion_names(category.edition) == ["Need"]
    other = a_category(category.edition)
    change_sections(other, [Section("need", ("How?",))], by=by, at=WHILE_OPEN)
    assert criterion_names(category.edition) == ["Need"]
    assert [sentence for check in INVARIANTS for sentence in check()] == []


def test_what_was_answered_can_be_renamed_and_not_removed() -> None:
    category = a_category()
    a_complete_entry(category)
    by = director_of(category.edition)
    first, second, third = category_form(category)
    with pytest.raises(Refused, match="already answered"):
        change_sections(category, [Section("Ambition", keep=first.pk)], by=by, at=WHILE_OPEN)
    kept = [Section(f"New {row.name}", keep=row.pk) for row in (third, first, second)]
    change_sections(category, kept, by=by, at=WHILE_OPEN)
    assert [row.pk for row in category_form(category)] == [third.pk, first.pk, second.pk]
    assert Answer.objects.filter(criterion=first).exists()


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["Need", "need"], "Two sections are called"),
        (["  "], "needs a name"),
        (["x" * 121], "too long"),
    ],
)
def test_names_are_one_each_and_fit(names: list[str], reason: str) -> None:
    category = a_category()
    sections = [Section(name) for name in names]
    with pytest.raises(Refused, match=reason):
        change_sections(category, sections, by=director_of(category.edition), at=WHILE_OPEN)
    assert len(category_form(category)) == 3


def test_sections_are_fixed_from_the_instant_judging_opens() -> None:
    category = a_category()
    by = director_of(category.edition)
    kept = [Section(row.name, keep=row.pk) for row in category_form(category)]
    change_sections(category, kept, by=by, at=JUDGING_OPENS - ONE_SECOND)
    with pytest.raises(Refused, match="Judging opened"):
        change_sections(category, kept, by=by, at=JUDGING_OPENS)
