from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from plaudit.enquiries.actions.enquiry import reply_from_desk
from plaudit.enquiries.models import Desk, Enquiry, EnquiryMessage, InterestRegistration
from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from tests.factories.enquiries import a_desk, an_enquiry
from tests.factories.programmes import WHILE_OPEN, director_of
from tests.sites.public.addresses import page

pytestmark = pytest.mark.django_db
GIVEN = {
    "name": "Ines Okafor",
    "email": "ines@example.org",
    "subject": "May a hospice lead?",
    "body": "We are a charity. May we lead?",
}


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def desk_page(desk: Desk) -> str:
    return page("public_desk", desk.edition, desk=desk.slug)


def filled(**fields: str) -> dict[str, str]:
    return {"key": str(uuid4()), "website": "", **GIVEN, **fields}


def test_the_contact_page_names_every_desk(client: Client, desk: Desk) -> None:
    other = a_desk(desk.edition, purpose="Media and marketing")
    text = client.get(page("public_contact", desk.edition)).content.decode()
    assert desk_page(desk) in text
    assert desk_page(other) in text


def test_a_message_opens_a_thread_that_the_link_leads_to(client: Client, desk: Desk) -> None:
    text = client.get(desk_page(desk)).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', text)
    assert key
    answer = client.post(desk_page(desk), filled(key=key[1]))
    enquiry = Enquiry.objects.get()
    assert answer.url == f"/enquiries/{enquiry.token}/"
    thread = client.get(answer.url)
    assert "May we lead?" in thread.content.decode()
    assert thread["X-Robots-Tag"] == "noindex, nofollow"
    assert thread["Cache-Control"] == "private, no-store"
    assert thread["Referrer-Policy"] == "same-origin"


def test_sending_twice_asks_once(client: Client, desk: Desk) -> None:
    form = filled()
    assert client.post(desk_page(desk), form).url == client.post(desk_page(desk), form).url
    assert Enquiry.objects.count() == 1


def test_a_mistake_keeps_what_was_typed(client: Client, desk: Desk) -> None:
    form = filled(email="ines")
    answer = client.post(desk_page(desk), form)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter an email address in the format name@example.org." in text
    for typed in (
        "Ines Okafor",
        "May a hospice lead?",
        "We are a charity. May we lead?",
        form["key"],
    ):
        assert typed in text
    assert not Enquiry.objects.exists()


def test_a_machine_that_fills_in_every_field_is_thanked_and_forgotten(
    client: Client, desk: Desk
) -> None:
    answer = client.post(desk_page(desk), filled(website="https://spam.example"))
    assert answer.status_code == 302
    assert not Enquiry.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_a_flood_from_one_address_is_stopped_and_the_text_given_back(
    client: Client, desk: Desk
) -> None:
    answers = [client.post(desk_page(desk), filled()) for _ in range(7)]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429]
    assert "We are a charity. May we lead?" in answers[-1].content.decode()


def test_a_header_cannot_be_smuggled_in(client: Client, desk: Desk) -> None:
    client.post(desk_page(desk), filled(subject="Hello\nBcc: eve@example.org", name="Ines\r\nX: y"))
    enquiry = Enquiry.objects.get()
    assert (enquiry.subject, enquiry.name) == ("Hello Bcc: eve@example.org", "Ines X: y")
    assert (
        client.post(
            desk_page(desk), filled(email="a@example.org\nBcc: eve@example.org")
        ).status_code
        == 422
    )
    assert all(
        "\n" not in mail.subject + mail.reply_to + mail.recipient
        for mail in OutboxMessage.objects.all()
    )


def test_the_thread_goes_on_and_names_staff_by_name_alone(client: Client, desk: Desk) -> None:
    enquiry = an_enquiry(desk)
    director = director_of(desk.edition)
    reply_from_desk(enquiry, body="Yes, you may.", by=director, at=WHILE_OPEN, key=uuid4())
    address = f"/enquiries/{enquiry.token}/"
    form = {"body": "Thank you.", "key": str(uuid4())}
    with frozen_at(WHILE_OPEN):
        assert client.post(f"{address}messages/", form).url == address
        client.post(f"{address}messages/", form)
    text = client.get(address).content.decode()
    assert EnquiryMessage.objects.count() == 3
    assert "Yes, you may." in text
    assert "Dana Director" in text
    assert director.email not in text
    answer = client.post(f"{address}messages/", {"body": " ", "key": str(uuid4())})
    assert answer.status_code == 422


def test_a_guessed_token_opens_nothing(client: Client, desk: Desk) -> None:
    an_enquiry(desk)
    assert client.get("/enquiries/guess/").status_code == 404
    assert (
        client.post("/enquiries/guess/messages/", {"body": "x", "key": str(uuid4())}).status_code
        == 404
    )


@pytest.mark.parametrize("kind", ["attend", "sponsor"])
def test_interest_can_be_registered(client: Client, desk: Desk, kind: str) -> None:
    address = page("public_interest", desk.edition, kind=kind)
    assert client.get(address).status_code == 200
    form = {
        "key": str(uuid4()),
        "name": "Ines",
        "email": "ines@example.org",
        "organisation": "",
        "note": "",
    }
    answer = client.post(address, form)
    client.post(address, form)
    assert answer.url == f"{address}?noted=1"
    assert "Thank you" in client.get(answer.url).content.decode()
    assert InterestRegistration.objects.get().kind == kind
    assert client.post(address, {**form, "name": ""}).status_code == 422


def test_there_is_no_other_interest(client: Client, desk: Desk) -> None:
    assert client.get(page("public_interest", desk.edition, kind="buy")).status_code == 404
