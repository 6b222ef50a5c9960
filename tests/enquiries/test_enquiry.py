from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest

from plaudit.enquiries.actions.enquiry import add_public_message, reply_from_desk
from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.invariants import INVARIANTS
from plaudit.enquiries.models import Enquiry, EnquiryMessage, InterestRegistration, RegistrationKind
from plaudit.enquiries.queries import (
    desks_answered_by,
    enquiries_for,
    enquiry_by_token,
    enquiry_for,
)
from plaudit.enquiries.rules import may_answer
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.programmes.models import TeamRole
from tests.factories.enquiries import a_desk, an_enquiry
from tests.factories.programmes import (
    WHILE_OPEN,
    a_person_named,
    a_team_member,
    an_edition,
    director_of,
)

pytestmark = pytest.mark.django_db
LATER = WHILE_OPEN + dt.timedelta(hours=2)


def mails(kind: str) -> set[str]:
    return set(OutboxMessage.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_an_enquiry_goes_to_the_desk_and_its_link_to_the_enquirer() -> None:
    desk = a_desk(email="desk@example.org")
    toby = a_person_named("toby@example.org")
    a_team_member(desk.edition.programme, toby, TeamRole.ENTRIES)
    a_team_member(desk.edition.programme, a_person_named("mara@example.org"), TeamRole.MEDIA)
    enquiry = an_enquiry(desk)
    assert mails("desk_message") == {"toby@example.org", "director@example.org", "desk@example.org"}
    to_desk = OutboxMessage.objects.filter(kind="desk_message").earliest("id")
    assert to_desk.reply_to == "ines@example.org"
    assert "> May we lead an entry?" in to_desk.body
    (to_enquirer,) = OutboxMessage.objects.filter(kind="enquiry_received")
    assert to_enquirer.recipient == "ines@example.org"
    assert f"/enquiries/{enquiry.token}/" in to_enquirer.body


def test_nobody_can_have_their_words_mailed_to_a_stranger() -> None:
    an_enquiry(
        name="WIN BIG",
        subject="WIN BIG",
        body="WIN BIG at https://spam.example",
        email="victim@example.org",
    )
    (to_victim,) = OutboxMessage.objects.filter(recipient="victim@example.org")
    assert "WIN BIG" not in to_victim.subject + to_victim.body


def test_line_breaks_in_a_subject_reach_no_header() -> None:
    enquiry = an_enquiry(subject="Hello\r\nBcc: eve@example.org")
    assert enquiry.subject == "Hello Bcc: eve@example.org"
    assert all("\n" not in mail.subject for mail in OutboxMessage.objects.all())


def test_sending_the_form_twice_asks_once() -> None:
    desk, key = a_desk(), uuid4()
    first, second = an_enquiry(desk, key=key), an_enquiry(desk, key=key)
    assert first.id == second.id
    assert (Enquiry.objects.count(), EnquiryMessage.objects.count()) == (1, 1)
    assert OutboxMessage.objects.filter(kind="enquiry_received").count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " "},
        {"email": "ines"},
        {"email": "a@example.org\nBcc: b@example.org"},
        {"body": "\n "},
        {"body": "a" * 10_001},
    ],
)
def test_what_cannot_be_answered_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(Refused):
        an_enquiry(**fields)
    assert not Enquiry.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_a_draft_edition_takes_no_enquiries() -> None:
    with pytest.raises(Refused):
        an_enquiry(a_desk(an_edition(published_at=None)))


def test_a_thread_goes_both_ways() -> None:
    enquiry = an_enquiry()
    director = director_of(enquiry.desk.edition)
    key = uuid4()
    reply_from_desk(enquiry, body="Yes, you may.", by=director, at=LATER, key=key)
    reply_from_desk(enquiry, body="Yes, you may.", by=director, at=LATER, key=key)
    add_public_message(enquiry, body="Thank you.", at=LATER + dt.timedelta(minutes=1), key=uuid4())
    found = enquiry_by_token(enquiry.token)
    assert found is not None
    assert [message.body for message in found.messages.all()][1:] == ["Yes, you may.", "Thank you."]
    (answer,) = OutboxMessage.objects.filter(kind="enquiry_answered")
    assert (answer.recipient, "> Yes, you may." in answer.body) == ("ines@example.org", True)
    assert OutboxMessage.objects.filter(kind="desk_message").count() == 2
    assert [list(check()) for check in INVARIANTS] == [[], [], []]


def test_only_the_desks_people_answer() -> None:
    enquiry = an_enquiry()
    edition = enquiry.desk.edition
    mara, toby = a_person_named("mara@example.org"), a_person_named("toby@example.org")
    a_team_member(edition.programme, mara, TeamRole.MEDIA)
    a_team_member(edition.programme, toby, TeamRole.ENTRIES)
    asked = {
        person.email: bool(may_answer(person, enquiry.desk))
        for person in (mara, toby, director_of(edition))
    }
    assert asked == {
        "mara@example.org": False,
        "toby@example.org": True,
        "director@example.org": True,
    }
    with pytest.raises(Refused):
        reply_from_desk(enquiry, body="Yes", by=mara, at=LATER, key=uuid4())
    assert list(enquiries_for(mara, edition)) == []
    assert enquiry_for(mara, edition, enquiry.id) is None
    assert list(enquiries_for(toby, edition)) == [enquiry]
    assert list(desks_answered_by(director_of(edition), edition)) == [enquiry.desk]


def test_the_inbox_says_what_waits_and_puts_the_latest_first() -> None:
    desk = a_desk()
    director = director_of(desk.edition)
    old, new = an_enquiry(desk), an_enquiry(desk, at=LATER)
    reply_from_desk(old, body="Yes.", by=director, at=LATER + dt.timedelta(hours=1), key=uuid4())
    an_enquiry(a_desk())
    rows = [
        (row.id, row.message_count, row.last_author_id)
        for row in enquiries_for(director, desk.edition)
    ]
    assert rows == [(old.id, 2, director.id), (new.id, 1, None)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_costs_the_same_however_long(count: int, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    desk = a_desk()
    for _ in range(count):
        an_enquiry(desk)
    director = director_of(desk.edition)
    with django_assert_num_queries(2):
        purposes = [row.desk.purpose for row in enquiries_for(director, desk.edition)]
    assert purposes == [desk.purpose] * count


def test_interest_is_noted_once_and_both_hear_of_it() -> None:
    edition, key = an_edition(), uuid4()
    for _ in range(2):
        register_interest(
            edition,
            kind=RegistrationKind.SPONSOR,
            name="Ines Okafor",
            email="INES@example.org",
            organisation="Tidewater Homes",
            note="Which categories are free?",
            at=WHILE_OPEN,
            key=key,
        )
    (registration,) = InterestRegistration.objects.all()
    assert (registration.email, registration.kind) == ("ines@example.org", "sponsor")
    assert mails("interest_received") == {"ines@example.org"}
    assert mails("desk_interest") == {"director@example.org"}
