"""To a stranger an entry that exists and one that does not are the same; signed out, everything asks to sign in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from plaudit.entries.actions.contributor import invite_contributor
from plaudit.entries.actions.upload import begin_upload
from plaudit.entries.models import Entry
from plaudit.people.models import Person
from plaudit.sites.entrant.urls import of_one_entry
from tests.factories.entries import a_submitted_entry
from tests.factories.files import a_pdf
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
NAMES = sorted(str(pattern.name) for pattern in of_one_entry)


def parts_of(entry: Entry, browser: Client) -> dict[str, object]:
    browser.post(
        reverse("entry_evidence", args=[entry.pk]),
        {"evidence": SimpleUploadedFile("a.pdf", a_pdf().read())},
    )
    invitation = invite_contributor(
        entry, email="jo@example.org", level="read", by=entry.started_by, at=WHILE_OPEN
    )
    return {
        "criterion": entry.answers.first().criterion_id,
        "partner": entry.partners.get().pk,
        "attachment": entry.attachments.get().pk,
        "evidence": entry.evidence.get().pk,
        "upload": _on_its_way(entry),
        "invitation": invitation.pk,
        "contributor": entry.contributors.get().pk,
        "version": 1,
        "category": entry.category_id,
        "comment": uuid4(),
        "link": uuid4(),
        "kind": "measure",
    }


def _on_its_way(entry: Entry) -> UUID:
    upload = begin_upload(
        entry, "photo", name="a.jpg", size=9, key=uuid4(), by=entry.started_by, at=WHILE_OPEN
    )
    return upload.pk


def address_of(name: str, entry: UUID, parts: dict[str, object]) -> str:
    (pattern,) = [each for each in of_one_entry if each.name == name]
    wanted = set(pattern.pattern.converters)
    return reverse(name, kwargs={"entry": entry, **{key: parts[key] for key in wanted}})


@pytest.mark.parametrize("name", NAMES)
def test_no_address_of_an_entry_tells_a_stranger_that_it_exists(
    signed_in: SignedIn, client: Client, name: str
) -> None:
    entry = a_submitted_entry()
    parts = parts_of(entry, signed_in(entry.started_by))
    stranger = signed_in(a_person())
    there, nowhere = address_of(name, entry.pk, parts), address_of(name, uuid4(), parts)
    before = list(Entry.objects.values())
    for method in ("get", "post"):
        found, missing = getattr(stranger, method)(there), getattr(stranger, method)(nowhere)
        assert found.status_code == missing.status_code
        assert found.status_code in {404, 405}
        asked = getattr(client, method)(there)
        assert asked.status_code in {302, 401, 405}
        if asked.status_code == 302:
            assert asked["Location"].startswith("/sign-in/?next=")
    assert list(Entry.objects.values()) == before
    assert entry.partners.count() == 1
    assert entry.attachments.filter(removed_at=None).count() == 1
    assert entry.invitations.filter(revoked_at=None).count() == 1
