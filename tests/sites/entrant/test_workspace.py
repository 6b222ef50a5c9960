from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.fee import record_payment
from plaudit.entries.actions.membership import grant_membership
from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.models import Entry
from plaudit.entries.rules import level_of
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Membership, Organisation, Person
from plaudit.programmes.models import Category
from tests.entries.actions.test_fee import code, settle, with_fees
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import CLOSES, WHILE_OPEN, a_category, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def trust() -> Organisation:
    return an_organisation("Northmoor Trust")


@pytest.fixture
def category() -> Category:
    return a_category()


@pytest.fixture
def lead(trust: Organisation, category: Category) -> Person:
    person, director = a_person("Lee Lead"), director_of(category.edition)
    grant_membership(trust, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN)
    return person


def led(category: Category, trust: Organisation, **fields: object) -> Entry:
    entry = an_entry(category, **fields)  # type: ignore[arg-type]
    set_lead(entry, trust, by=entry.started_by, at=WHILE_OPEN)
    return entry


def test_the_lead_sees_every_entry_that_carries_the_name(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    own = a_complete_entry(category, lead=trust, title="Ours alone")
    joint = a_complete_entry(category, partners=(trust,), title="Theirs and ours")
    a_complete_entry(category, title="Nothing to do with us")
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/"
    page = words_of(browser.get(here))
    assert "Ours alone" in page
    assert "Leads the entry" in page
    assert "Theirs and ours" in page
    assert "Nothing to do with us" not in page
    text = "We asked people what they needed"
    assert text in words_of(browser.get(f"{here}entries/{own.pk}/"))
    shown = words_of(browser.get(f"{here}entries/{joint.pk}/"))
    assert text not in shown
    assert "Damp homes" not in shown
    assert "Another organisation leads this entry" in shown


def test_nobody_else_gets_in_not_even_a_member(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    entry = led(category, trust)
    member, asking = a_person(), a_person()
    grant_membership(trust, email=member.email, role="member", by=lead, at=WHILE_OPEN)
    browser = signed_in(asking)
    browser.post("/workspace/requests", {"organisation": str(trust.pk), "note": "Comms"})
    assert "You asked to be an awards lead of Northmoor Trust" in words_of(
        browser.get("/workspace/")
    )
    for person in (member, asking):
        browser = signed_in(person)
        for path in ("", "people/", f"entries/{entry.pk}/"):
            assert browser.get(f"/workspace/{trust.pk}/{path}").status_code == 404
    stranger = led(category, an_organisation())
    assert signed_in(lead).get(f"/workspace/{trust.pk}/entries/{stranger.pk}/").status_code == 404


def test_a_request_is_granted_by_another_lead(
    signed_in: SignedIn, lead: Person, trust: Organisation
) -> None:
    asking = a_person("Ash Asking")
    signed_in(asking).post("/workspace/requests", {"organisation": str(trust.pk)})
    row = Membership.objects.get(person=asking)
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/people/"
    assert "Ash Asking" in words_of(browser.get(here))
    assert browser.post(f"{here}{row.pk}/answer", {"answer": "yes"})["Location"] == here
    assert signed_in(asking).get(f"/workspace/{trust.pk}/").status_code == 200
    assert browser.post(f"{here}{row.pk}/end")["Location"] == here
    assert signed_in(asking).get(f"/workspace/{trust.pk}/").status_code == 404


def test_an_approval_is_read_by_the_people_of_the_entry(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    entry = led(category, trust)
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/entries/{entry.pk}/"
    assert browser.post(f"{here}approvals", {"word": "no", "note": ""}).status_code == 422
    assert (
        browser.post(f"{here}approvals", {"word": "no", "note": "Name the ward."})["Location"]
        == here
    )
    browser.post(f"{here}approvals", {"word": "yes"})
    page = words_of(signed_in(entry.started_by).get(f"/entries/{entry.pk}/people/"))
    assert "Northmoor Trust Approved Lee Lead" in page
    assert entry.approvals.count() == 2


def test_likely_duplicates_and_drafts_of_leavers_are_pointed_out(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    summary = "Night sitters stay beside frightened dementia sufferers until breakfast."
    led(category, trust, title="The night sitters", summary=summary)
    gone = a_person("Gil Gone", last_login=WHILE_OPEN - dt.timedelta(days=60))
    left = led(category, trust, owner=gone, title="Night sitters on the wards", summary=summary)
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/"
    page = words_of(browser.get(here))
    assert "These may be one project" in page
    assert "Their owners seem to have left" in page
    taken = browser.post(f"{here}entries/{left.pk}/owner", {"reason": "Gil retired"})
    assert taken["Location"] == f"/entries/{left.pk}/"
    assert level_of(lead, Entry.objects.get(pk=left.pk)) == "owner"


def test_how_each_fee_stands_is_told_to_who_leads_the_entry(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    free = a_complete_entry(category, lead=trust, title="Before there was a fee")
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/"
    assert "fee" not in words_of(browser.get(here)).replace(free.title, "")
    with_fees(category)
    director = director_of(category.edition)
    owed, part, paid = (a_complete_entry(category, lead=trust) for _ in range(3))
    for entry, amount in ((owed, 0), (part, 5_000), (paid, 12_000)):
        settlement = settle(entry)
        if amount:
            record_payment(settlement, amount=amount, by=director, at=WHILE_OPEN)
    a_complete_entry(category, lead=trust, title="Nothing to pay")
    settle(Entry.objects.get(title="Nothing to pay"), seen=0, code=code(owed, 100))
    settle(a_complete_entry(category, partners=(trust,), title="Joined"))
    page = words_of(browser.get(here))
    told = {
        "The fee is still to be settled.": 1,
        "The fee of £120.00 is invoiced and owed.": 1,
        "The fee of £120.00 is invoiced; £70.00 of it is owed.": 1,
        "The fee of £120.00 is paid.": 1,
        "There is no fee to pay.": 1,
    }
    assert {sentence: page.count(sentence) for sentence in told} == told
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        assert "still to be settled" not in words_of(browser.get(here))


@pytest.mark.parametrize("entries", [1, 3])
def test_the_workspace_costs_the_same_for_many(
    entries: int,
    signed_in: SignedIn,
    lead: Person,
    trust: Organisation,
    category: Category,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    with_fees(category)
    for number in range(entries):
        entry = led(category, trust, title=f"Project {number}")
        settle(entry)
        add_partner(entry, an_organisation(), by=entry.started_by, at=WHILE_OPEN)
    browser = signed_in(lead)
    with django_assert_num_queries(10):
        assert browser.get(f"/workspace/{trust.pk}/").status_code == 200
