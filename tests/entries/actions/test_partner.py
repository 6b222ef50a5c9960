from __future__ import annotations

import pytest

from plaudit.entries.actions import partner as act
from plaudit.entries.models import ContributorLevel, Entry, Partner
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import AFTER_JUDGING, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def credits_of(entry: Entry) -> list[tuple[str, str, int]]:
    rows = entry.partners.order_by("position").select_related("organisation")
    return [(each.organisation.name, each.role, each.position) for each in rows]


def partner_named(entry: Entry, name: str) -> Partner:
    return entry.partners.select_related("entry", "organisation").get(organisation__name=name)


def an_entry_of_three() -> Entry:
    entry = an_entry()
    act.set_lead(entry, an_organisation("Lead"), by=entry.started_by, at=WHILE_OPEN)
    for name in ("First", "Second"):
        act.add_partner(entry, an_organisation(name), by=entry.started_by, at=WHILE_OPEN)
    return entry


def test_the_lead_comes_first_and_partners_follow_in_order() -> None:
    assert credits_of(an_entry_of_three()) == [
        ("Lead", "lead", 1),
        ("First", "joint", 2),
        ("Second", "joint", 3),
    ]


def test_a_new_lead_leaves_the_old_one_as_a_partner() -> None:
    entry = an_entry_of_three()
    second = partner_named(entry, "Second").organisation
    act.set_lead(entry, second, by=entry.started_by, at=WHILE_OPEN)
    assert credits_of(entry) == [("Second", "lead", 1), ("Lead", "joint", 2), ("First", "joint", 3)]


def test_adding_twice_changes_nothing() -> None:
    entry = an_entry_of_three()
    again = partner_named(entry, "First").organisation
    act.add_partner(entry, again, by=entry.started_by, at=WHILE_OPEN, credit_line="Other")
    assert len(credits_of(entry)) == 3


def test_partners_move_up_but_not_past_the_lead() -> None:
    entry = an_entry_of_three()
    for _ in range(3):
        act.move_up(partner_named(entry, "Second"), by=entry.started_by, at=WHILE_OPEN)
    assert [name for name, _, _ in credits_of(entry)] == ["Lead", "Second", "First"]


def test_removing_closes_the_gap() -> None:
    entry = an_entry_of_three()
    act.remove_partner(partner_named(entry, "First"), by=entry.started_by, at=WHILE_OPEN)
    assert credits_of(entry) == [("Lead", "lead", 1), ("Second", "joint", 2)]
    act.remove_partner(partner_named(entry, "Lead"), by=entry.started_by, at=WHILE_OPEN)
    assert credits_of(entry) == [("Second", "joint", 1)]


def test_credit_lines_are_one_line_of_240_characters() -> None:
    entry = an_entry_of_three()
    first, by = partner_named(entry, "First"), entry.started_by
    changed = act.change_credit_line(first, by=by, at=WHILE_OPEN, credit_line=" Ran\nthe visits ")
    assert changed.credit_line == "Ran the visits"
    with pytest.raises(Refused, match="240"):
        act.change_credit_line(first, by=by, at=WHILE_OPEN, credit_line="x" * 241)


def test_nobody_changes_partners_who_may_not_write() -> None:
    entry = an_entry_of_three()
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, AFTER_JUDGING)):
        with pytest.raises(Refused):
            act.add_partner(entry, an_organisation(), by=by, at=at)
        with pytest.raises(Refused):
            act.remove_partner(partner_named(entry, "First"), by=by, at=at)
    assert len(credits_of(entry)) == 3
