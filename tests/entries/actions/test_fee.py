from __future__ import annotations

import datetime as dt
import io
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core import mail
from django.db import connection
from pypdf import PdfReader

from plaudit.entries.actions.fee import Billing, record_payment, settle_by_order
from plaudit.entries.completeness import missing_parts
from plaudit.entries.fees import fee_terms_of, quote_for, usable_code
from plaudit.entries.invoices import invoice_number
from plaudit.entries.models import ContributorLevel, Entry, SettledBy, Settlement
from plaudit.kit.verdict import Refused
from plaudit.messages.actions.delivery import deliver_due_mail
from plaudit.programmes.actions.fee import GeneralTerms, add_code, make_free, set_fees
from plaudit.programmes.models import Category
from plaudit.programmes.pricing import Band, Step
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN, a_category, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

LATE = WHILE_OPEN + dt.timedelta(days=7)
BILLING = Billing("Fen Trust\r\nFinance Office \n\n1 Fen Road", "PO 77")
TERMS = GeneralTerms(
    currency="GBP",
    vat_percent=Decimal("20.00"),
    vat_number="GB 000 0000 00",
    seller="Award House\n2 Sample Street",
    pay_to="Sort code 00-00-00\nAccount 00000000",
    payment_days=30,
    takes_cards=False,
    takes_orders=True,
)


def with_fees(category: Category, terms: GeneralTerms = TERMS) -> Category:
    edition = category.edition
    bands = [Band("All organisations", frozenset(), [Step(10_000, None), Step(15_000, LATE)])]
    set_fees(edition, terms, bands, by=director_of(edition), at=WHILE_OPEN)
    return category


def a_charged_entry() -> Entry:
    return a_complete_entry(with_fees(a_category()))


def settle(entry: Entry, **given: object) -> Settlement:
    given = {"by": entry.started_by, "at": WHILE_OPEN, "seen": 12_000} | given
    return settle_by_order(entry, BILLING, **given)  # type: ignore[arg-type]


def code(entry: Entry, percent: int, **given: object) -> str:
    edition = entry.category.edition
    given = {"most_uses": None, "ends_at": None} | given
    add_code(
        edition,
        code="SPRING",
        percent=percent,
        by=director_of(edition),
        at=WHILE_OPEN,
        **given,  # type: ignore[arg-type]
    )
    return "spring"


def test_a_free_edition_sees_nothing_of_fees() -> None:
    entry = a_complete_entry()
    assert fee_terms_of(entry.category.edition) is None
    assert missing_parts(entry) == []
    with pytest.raises(Refused, match="free"):
        settle(entry)


def test_an_order_settles_the_fee_and_brings_a_numbered_invoice() -> None:
    entry = a_charged_entry()
    assert [part.sentence for part in missing_parts(entry)] == ["Settle the fee."]
    settlement = settle(entry)
    assert (settlement.price, settlement.vat, settlement.total) == (10_000, 2_000, 12_000)
    assert (settlement.method, settlement.number) == (SettledBy.ORDER, 1)
    assert settlement.bill_to == "Fen Trust\nFinance Office\n1 Fen Road"
    assert settle(entry) == settlement
    assert missing_parts(entry) == []
    a_submission(entry)
    deliver_due_mail(now=lambda: WHILE_OPEN)
    invoice = next(sent for sent in mail.outbox if "Invoice" in sent.subject)
    ((name, content, _),) = invoice.attachments
    assert name == f"{invoice_number(settlement)}.pdf"
    text = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    for words in ("£100.00", "£20.00", "£120.00", "PO 77", "Award House", "GB 000 0000 00"):
        assert words in text


def test_the_price_is_that_of_the_moment_and_never_a_surprise() -> None:
    entry = a_charged_entry()
    with pytest.raises(Refused, match=r"The price has changed: it is now £180\.00"):
        settle(entry, at=LATE)
    assert settle(entry, at=LATE, seen=18_000).total == 18_000


def test_codes_take_off_their_share_and_hold_as_long_as_they_say() -> None:
    entry = a_charged_entry()
    typed = code(entry, 25, most_uses=1, ends_at=LATE)
    settlement = settle(entry, code=typed, seen=9_000)
    assert (settlement.discount, settlement.vat, settlement.total) == (2_500, 1_500, 9_000)
    edition = entry.category.edition
    with pytest.raises(Refused, match="used as often"):
        usable_code(edition, "SPRING", WHILE_OPEN)
    with pytest.raises(Refused, match="run out"):
        usable_code(edition, "SPRING", LATE + dt.timedelta(seconds=1))
    with pytest.raises(Refused, match="is not a code"):
        usable_code(edition, "AUTUMN", WHILE_OPEN)


def test_a_free_code_leaves_nothing_to_pay_and_no_invoice() -> None:
    entry = a_charged_entry()
    settlement = settle(entry, code=code(entry, 100), seen=0)
    assert (settlement.method, settlement.total, settlement.number) == (SettledBy.FREE, 0, None)
    assert missing_parts(entry) == []


def test_who_may_submit_may_settle_while_entries_are_open() -> None:
    entry = a_charged_entry()
    writer = a_contributor(entry, level=ContributorLevel.WRITE)
    with pytest.raises(Refused, match="cannot settle"):
        settle(entry, by=writer)
    with pytest.raises(Refused, match="closed"):
        settle(entry, at=CLOSES + dt.timedelta(seconds=1), seen=18_000)


def test_without_a_lead_there_is_no_price_yet() -> None:
    entry = an_entry(with_fees(a_category()))
    terms = fee_terms_of(entry.category.edition)
    assert terms is not None
    with pytest.raises(Refused, match="lead organisation"):
        quote_for(entry, WHILE_OPEN, terms=terms)


def test_payments_are_noted_up_to_what_is_owed() -> None:
    entry = a_charged_entry()
    settlement = settle(entry)
    desk = director_of(entry.category.edition)
    record_payment(settlement, amount=5_000, by=desk, at=WHILE_OPEN)
    with pytest.raises(Refused, match=r"£70\.00"):
        record_payment(settlement, amount=7_001, by=desk, at=WHILE_OPEN)
    record_payment(settlement, amount=7_000, by=desk, at=WHILE_OPEN)
    assert sum(settlement.payments.values_list("amount", flat=True)) == settlement.total


def test_fees_with_invoices_cannot_become_free() -> None:
    entry = a_charged_entry()
    settle(entry)
    edition = entry.category.edition
    with pytest.raises(Refused, match="Invoices have been written"):
        make_free(edition, by=director_of(edition), at=WHILE_OPEN)


@pytest.mark.django_db(transaction=True)
def test_invoices_written_at_once_have_numbers_without_a_gap() -> None:
    category = with_fees(a_category())
    entries = [a_complete_entry(category) for _ in range(6)]

    def settle_in_its_own_connection(entry: Entry) -> int:
        try:
            return settle(entry).number or 0
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        numbers = list(threads.map(settle_in_its_own_connection, entries))
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
