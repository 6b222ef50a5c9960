from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.rules import level_of
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.sites.entrant.reading import actions_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_an_invited_colleague_accepts_with_a_button_and_writes(
    client: Client, signed_in: SignedIn
) -> None:
    entry = an_entry(title="Warm homes")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/people/"
    form = {"email": "jo@example.org", "level": "write"}
    assert browser.post(f"{address}invitations", form)["Location"] == f"{address}?said=invited"
    assert "jo@example.org Can write. Invited on 1 February 2027, not accepted yet." in words_of(
        browser.get(address)
    )
    link = f"/entries/invitations/{entry.invitations.get().token}/"
    assert link in OutboxMessage.objects.get().body
    assert client.get(link)["Location"].startswith("/sign-in/?next=")
    jo = a_person("Jo Bright", email="jo@example.org")
    theirs = signed_in(jo)
    page = theirs.get(link)
    assert "Warm homes" in words_of(page)
    assert level_of(jo, entry) is None, "opening the page changes nothing"
    assert theirs.post(link)["Location"] == f"/entries/{entry.pk}/"
    assert level_of(jo, entry) == "write"
    assert theirs.get(link)["Location"] == f"/entries/{entry.pk}/"
    assert "Jo Bright" in words_of(browser.get(address))


def test_somebody_else_with_the_link_learns_nothing_and_gets_nowhere(signed_in: SignedIn) -> None:
    entry = an_entry(title="Secret title")
    browser = signed_in(entry.started_by)
    browser.post(
        f"/entries/{entry.pk}/people/invitations", {"email": "jo@example.org", "level": "read"}
    )
    link = f"/entries/invitations/{entry.invitations.get().token}/"
    stranger = a_person()
    page = signed_in(stranger).get(link)
    assert "It was sent to another address" in words_of(page)
    for secret in ("Secret title", "jo@example.org", entry.category.name, entry.started_by.name):
        assert secret not in words_of(page)
    assert signed_in(stranger).post(link).status_code == 403
    assert level_of(stranger, entry) is None


def test_an_invitation_taken_back_lets_nobody_in(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/people/"
    browser.post(f"{address}invitations", {"email": "jo@example.org", "level": "read"})
    invitation = entry.invitations.get()
    browser.post(f"{address}invitations/{invitation.pk}/revocation")
    jo = a_person(email="jo@example.org")
    link = f"/entries/invitations/{invitation.token}/"
    assert "It is no longer open" in words_of(signed_in(jo).get(link))
    assert signed_in(jo).post(link).status_code == 403


def test_errors_stand_at_the_form(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/people/invitations"
    page = browser.post(address, {"email": "jo", "level": "write"})
    assert page.status_code == 422
    assert "Enter an e-mail address in the form name@example.org." in words_of(page)
    page = browser.post(address, {"email": entry.started_by.email, "level": "write"})
    assert "works on this entry already" in words_of(page)


def test_people_can_be_taken_off_and_can_leave(signed_in: SignedIn) -> None:
    entry = an_entry()
    leaver, other = a_contributor(entry), a_contributor(entry)
    address = f"/entries/{entry.pk}/people/"
    browser = signed_in(leaver)
    assert "Leave this entry" in words_of(browser.get(address))
    own = entry.contributors.get(person=leaver).pk
    assert browser.post(f"{address}{own}/removal")["Location"] == "/entries/?said=left"
    row = entry.contributors.get(person=other).pk
    removed = signed_in(entry.started_by).post(f"{address}{row}/removal")
    assert removed["Location"] == f"{address}?said=person-off"
    assert entry.contributors.count() == 1


def test_what_a_colleague_may_do_is_changed_on_the_page(signed_in: SignedIn) -> None:
    entry = an_entry()
    row = entry.contributors.get(person=a_contributor(entry, level="read"))
    address = f"/entries/{entry.pk}/people/"
    browser = signed_in(entry.started_by)
    assert f"{address}{row.pk}/level" in actions_of(browser.get(address))
    changed = browser.post(f"{address}{row.pk}/level", {"level": "write"})
    assert changed["Location"] == f"{address}?said=level"
    assert "Can write" in words_of(browser.get(address))
    assert browser.post(f"{address}{row.pk}/level", {"level": "owner"}).status_code == 403
    elsewhere = an_entry().contributors.get()
    assert browser.post(f"{address}{elsewhere.pk}/level", {"level": "read"}).status_code == 404
    row.refresh_from_db()
    assert row.level == "write"


def test_a_writer_is_offered_no_invitations(signed_in: SignedIn) -> None:
    entry = an_entry()
    writer = a_contributor(entry)
    page = signed_in(writer).get(f"/entries/{entry.pk}/people/")
    assert f"/entries/{entry.pk}/people/invitations" not in actions_of(page)


def test_an_unknown_token_is_not_found(signed_in: SignedIn) -> None:
    assert signed_in(a_person()).get("/entries/invitations/unknown/").status_code == 404


def test_a_colleague_joins_by_a_shared_link_and_is_seen_to_have_come_by_it(
    client: Client, signed_in: SignedIn
) -> None:
    entry = an_entry(title="Warm homes")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/people/"
    form = {"link-level": "comment", "link-days": "7", "link-email_domain": ""}
    assert browser.post(f"{address}links", form)["Location"] == f"{address}?said=link#links"
    link = f"/entries/links/{entry.links.get().token}/"
    assert client.get(link)["Location"].startswith("/sign-in/?next=")
    jo = a_person("Jo Bright")
    theirs = signed_in(jo)
    assert "Warm homes" in words_of(theirs.get(link))
    assert level_of(jo, entry) is None, "opening the page changes nothing"
    assert theirs.post(link)["Location"] == f"/entries/{entry.pk}/"
    assert level_of(jo, entry) == "comment"
    assert "Came by a shared link" in words_of(browser.get(address))
    assert browser.post(f"{address}links/{entry.links.get().pk}/revocation").status_code == 302
    late = signed_in(a_person())
    assert "Warm homes" not in words_of(late.get(link))
    assert late.post(link).status_code == 403
    writer = a_contributor(entry)
    assert link not in signed_in(writer).get(address).content.decode()


def test_the_owner_hands_the_entry_over(signed_in: SignedIn) -> None:
    entry = an_entry()
    heir = a_contributor(entry, a_person("Hal Heir"), "read")
    to = entry.contributors.get(person=heir)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/people/"
    assert browser.post(f"{address}owner", {}).status_code == 422
    form = {"handover-contributor": str(to.pk), "handover-reason": "On leave"}
    assert browser.post(f"{address}owner", form)["Location"] == f"{address}?said=handed-over"
    page = words_of(browser.get(address))
    assert "Hal Heir Owner" in page
    assert "On leave" in page
    assert browser.post(f"{address}owner", form).status_code == 403
