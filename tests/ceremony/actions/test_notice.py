from __future__ import annotations

import pytest

from plaudit.ceremony.actions.notice import tell_who_asked
from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import who_is_untold
from plaudit.enquiries.actions.registration import ask_for_places, register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.ceremony import SALE_CLOSES, SALE_OPENS, a_booking, a_lead, an_event
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = pytest.mark.django_db


def wish(event: Event, email: str, kind: RegistrationKind = RegistrationKind.ATTEND) -> None:
    told = {"name": "Ines", "organisation": "", "note": "", "email": email}
    key = new_identifier()
    register_interest(event.edition, kind=kind, at=WHILE_OPEN, key=key, **told)


def test_everybody_who_asked_hears_once_and_how_to_book() -> None:
    event, trust, other = an_event(), an_organisation("Fen Trust"), an_organisation()
    lead, nobody = a_lead(event, trust), a_lead(event, other)
    for places in (4, 8):
        ask_for_places(
            trust, event.edition, by=lead, places=places, note="", at=WHILE_OPEN,
            key=new_identifier(),
        )  # fmt: skip
    ask_for_places(
        other, event.edition, by=nobody, places=0, note="", at=WHILE_OPEN, key=new_identifier()
    )
    for email in ("ines@example.org", "ines@example.org", lead.email):
        wish(event, email)
    booked = an_organisation()
    guest = a_lead(event, booked)
    ask_for_places(
        booked, event.edition, by=guest, places=3, note="", at=WHILE_OPEN, key=new_identifier()
    )
    a_booking(event, booked, by=guest)
    wish(event, "sponsor@example.org", RegistrationKind.SPONSOR)
    director = director_of(event.edition)
    assert tell_who_asked(event, by=director, at=WHILE_OPEN) == 2
    mails = {
        each.recipient: each.body for each in OutboxMessage.objects.filter(kind="tables_on_sale")
    }
    assert set(mails) == {"ines@example.org", lead.email}
    assert "Book for Fen Trust here" in mails[lead.email]
    assert "An organisation's awards lead books for it." in mails["ines@example.org"]
    assert tell_who_asked(event, by=director, at=WHILE_OPEN) == 0
    wish(event, "late@example.org")
    assert [each.email for each in who_is_untold(event)] == ["late@example.org"]


def test_nobody_is_told_of_what_is_not_on_sale_nor_by_just_anybody() -> None:
    event = an_event()
    director = director_of(event.edition)
    for wrong in (SALE_OPENS.replace(hour=1), SALE_CLOSES):
        with pytest.raises(Refused, match="Booking"):
            tell_who_asked(event, by=director, at=wrong)
    with pytest.raises(Refused, match="not on the team"):
        tell_who_asked(event, by=a_person(), at=WHILE_OPEN)
