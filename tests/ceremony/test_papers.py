from __future__ import annotations

import io

import pytest
from django.core import mail
from pypdf import PdfReader

from plaudit.ceremony.actions.booking import Wanted, change_booking
from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.papers import paper_name, paper_pdf
from plaudit.kit.identifiers import new_identifier
from plaudit.messages.actions.delivery import deliver_due_mail
from tests.factories.ceremony import a_booking, a_free_event, an_event
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, a_programme, an_edition

pytestmark = pytest.mark.django_db


def words(content: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())


def test_an_invoice_a_credit_note_and_what_they_say() -> None:
    event = an_event(an_edition(a_programme(slug="north-awards"), slug="2027"))
    trust = an_organisation("Fen Trust")
    booking = a_booking(event, trust, tables=1, places=2, purchase_order="PO 77")
    lead = booking.booked_by
    booking = change_booking(
        booking, Wanted(1, 1), version=1, by=lead, at=WHILE_OPEN, key=new_identifier()
    )
    invoice, credit = booking.movements.all()
    assert [paper_name(each, booking) for each in (invoice, credit)] == [
        "Invoice NA27-TAB-0001",
        "Credit note NA27-TAB-0002",
    ]
    said = words(paper_pdf(invoice, booking))
    for text in (
        "Fen Trust", "Award House", "PO 77", "NA27-T0001", "GB 000 0000 00", "Sample Hall",
        "Tables of 10: 1 at £1,000.00", "Single places: 2 at £120.00 £240.00", "VAT at 20% £248.00",
        "Total £1,488.00", "Account 00000000", "3 March 2027",
    ):  # fmt: skip
        assert text in said
    said = words(paper_pdf(credit, booking))
    assert "Single places given back: 1 at £120.00 -£120.00" in said
    assert "Total -£144.00" in said
    assert "Account" not in said


def test_a_free_booking_has_a_confirmation_that_comes_by_mail() -> None:
    booking = a_booking(a_free_event(seller=""))
    deliver_due_mail(now=lambda: WHILE_OPEN)
    (sent,) = [each for each in mail.outbox if each.subject.startswith("Booked:")]
    ((name, content, _),) = sent.attachments
    assert name == f"{booking.reference}.pdf"
    said = words(content)
    assert "There is nothing to pay. The booking holds 1 table, 10 places in all." in said
    assert "VAT" not in said


def test_the_paper_of_a_cancelled_booking_says_so() -> None:
    booking = a_booking()
    give_up_booking(booking, version=1, by=booking.booked_by, at=WHILE_OPEN)
    booking.refresh_from_db()
    last = booking.movements.last()
    assert last is not None
    assert "The booking is cancelled." in words(paper_pdf(last, booking))
