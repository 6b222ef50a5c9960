from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest

from plaudit.entries.actions.entry import start_entry
from plaudit.entries.models import ContributorLevel, Entry, EntryStatus
from plaudit.kit.verdict import Refused
from tests.factories.people import a_person
from tests.factories.programmes import (
    CLOSES,
    OPENS,
    WHILE_OPEN,
    a_category,
    a_programme,
    an_edition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

SECOND = dt.timedelta(seconds=1)


def test_a_started_entry_is_a_draft_with_an_owner_and_an_answer_for_each_criterion() -> None:
    category, person = a_category(), a_person()
    entry = start_entry(category, by=person, at=WHILE_OPEN, key=uuid4())
    assert (entry.status, entry.number) == (EntryStatus.DRAFT, 1)
    assert list(entry.contributors.values_list("person", "level")) == [
        (person.pk, ContributorLevel.OWNER)
    ]
    assert set(entry.answers.values_list("criterion", "text")) == {
        (criterion.pk, "") for criterion in category.criteria.all()
    }


def test_the_same_key_starts_one_entry() -> None:
    category, person, key = a_category(), a_person(), uuid4()
    first = start_entry(category, by=person, at=WHILE_OPEN, key=key)
    assert start_entry(category, by=person, at=WHILE_OPEN, key=key) == first
    assert Entry.objects.count() == 1


def test_somebody_elses_key_starts_nothing() -> None:
    category, key = a_category(), uuid4()
    start_entry(category, by=a_person(), at=WHILE_OPEN, key=key)
    with pytest.raises(Refused, match="used already"):
        start_entry(category, by=a_person(), at=WHILE_OPEN, key=key)


def test_numbers_follow_on_within_an_edition() -> None:
    edition = an_edition(a_programme(slug="partnership-awards"), slug="2027")
    categories = [a_category(edition), a_category(edition)]
    person = a_person()
    references = [
        start_entry(category, by=person, at=WHILE_OPEN).reference for category in categories
    ]
    assert references == ["PA27-0001", "PA27-0002"]


def test_two_programmes_with_the_same_initials_do_not_share_references() -> None:
    person = a_person()
    references = [
        start_entry(
            a_category(an_edition(a_programme(slug=slug), slug="2027")), by=person, at=WHILE_OPEN
        ).reference
        for slug in ("partnership-awards", "patient-awards", "place-awards")
    ]
    assert references == ["PA27-0001", "PA27B-0001", "PA27C-0001"]


@pytest.mark.parametrize(
    ("at", "is_open"),
    [(OPENS - SECOND, False), (OPENS, True), (CLOSES, True), (CLOSES + SECOND, False)],
)
def test_entries_start_only_while_the_category_is_open(at: dt.datetime, is_open: bool) -> None:
    category = a_category()
    if is_open:
        assert start_entry(category, by=a_person(), at=at)
    else:
        with pytest.raises(Refused):
            start_entry(category, by=a_person(), at=at)


def test_a_draft_category_takes_no_entries() -> None:
    with pytest.raises(Refused, match="not published"):
        start_entry(a_category(published_at=None), by=a_person(), at=WHILE_OPEN)
