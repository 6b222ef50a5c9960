from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.handover import hand_over, take_over
from plaudit.entries.actions.membership import end_membership, grant_membership
from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.models import Contributor, Entry, OwnershipHandover
from plaudit.entries.rules import level_of
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Organisation, Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def levels(entry: Entry) -> dict[str, str]:
    return {each.person.name: each.level for each in Contributor.objects.filter(entry=entry)}


def an_awards_lead(entry: Entry, organisation: Organisation) -> Person:
    lead = a_person("Lee")
    grant_membership(
        organisation,
        email=lead.email,
        role="awards_lead",
        by=director_of(entry.edition),
        at=WHILE_OPEN,
    )
    return lead


def test_the_owner_hands_over_and_both_hear_of_it() -> None:
    entry = an_entry(owner=a_person("Old"))
    heir = a_contributor(entry, a_person("New"), "read")
    to = entry.contributors.get(person=heir)
    hand_over(entry, to=to, by=entry.started_by, at=WHILE_OPEN, reason="On leave")
    assert levels(Entry.objects.get(pk=entry.pk)) == {"Old": "submit", "New": "owner"}
    mailed = OutboxMessage.objects.filter(kind="entry-handover")
    assert {each.recipient for each in mailed} == {heir.email, entry.started_by.email}
    with pytest.raises(TypeError):
        OwnershipHandover.objects.get().save()
    with pytest.raises(Refused, match="Only the owner"):
        hand_over(Entry.objects.get(pk=entry.pk), to=to, by=a_contributor(entry), at=WHILE_OPEN)


def test_only_somebody_on_the_entry_can_be_handed_it() -> None:
    entry, elsewhere = an_entry(), an_entry()
    to = elsewhere.contributors.get()
    with pytest.raises(Refused, match="works on this entry"):
        hand_over(entry, to=to, by=entry.started_by, at=WHILE_OPEN)


def test_an_awards_lead_takes_over_only_once_the_owner_has_left() -> None:
    entry = an_entry(owner=a_person("Old"), title="Warm homes")
    organisation = an_organisation()
    set_lead(entry, organisation, by=entry.started_by, at=WHILE_OPEN)
    lead = an_awards_lead(entry, organisation)
    with pytest.raises(Refused, match="still works here"):
        take_over(entry, organisation, by=lead, at=WHILE_OPEN, reason="Left in May")
    membership = grant_membership(
        organisation, email=entry.started_by.email, role="member", by=lead, at=WHILE_OPEN
    )
    end_membership(membership, by=lead, at=WHILE_OPEN)
    with pytest.raises(Refused, match="Say why"):
        take_over(entry, organisation, by=lead, at=WHILE_OPEN, reason=" ")
    take_over(entry, organisation, by=lead, at=WHILE_OPEN, reason="Left in May")
    assert levels(entry) == {"Old": "submit", "Lee": "owner"}
    row = OwnershipHandover.objects.get()
    assert (row.organisation, row.to_person, row.reason) == (organisation, lead, "Left in May")
    mailed = OutboxMessage.objects.filter(kind="entry-takeover")
    assert {each.recipient for each in mailed} == {lead.email, entry.started_by.email}


def test_an_owner_not_signed_in_for_four_weeks_counts_as_gone() -> None:
    entry = an_entry(owner=a_person("Old", last_login=WHILE_OPEN - dt.timedelta(days=40)))
    organisation = an_organisation()
    set_lead(entry, organisation, by=entry.started_by, at=WHILE_OPEN)
    lead = an_awards_lead(entry, organisation)
    take_over(entry, organisation, by=lead, at=WHILE_OPEN, reason="Gone")
    assert level_of(lead, Entry.objects.get(pk=entry.pk)) == "owner"


def test_a_joint_partner_and_strangers_take_nothing_over() -> None:
    entry = an_entry(owner=a_person("Old", last_login=WHILE_OPEN - dt.timedelta(days=40)))
    set_lead(entry, an_organisation(), by=entry.started_by, at=WHILE_OPEN)
    joint = an_organisation()
    add_partner(entry, joint, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="Another organisation leads"):
        take_over(entry, joint, by=an_awards_lead(entry, joint), at=WHILE_OPEN, reason="Ours")
    with pytest.raises(Refused, match="awards lead"):
        take_over(entry, joint, by=a_person(), at=WHILE_OPEN, reason="Mine")
