from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from plaudit.entries.models import Entry, Settlement
from plaudit.people.models import Person
from plaudit.programmes.actions.fee import add_code
from tests.entries.actions.test_fee import LATE, TERMS, with_fees
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.programmes import WHILE_OPEN, a_category, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
ORDER = {"bill_to": "Fen Trust\n1 Fen Road", "purchase_order": "PO 77", "seen": "12000"}


def fee_of(entry: Entry, rest: str = "") -> str:
    return f"/entries/{entry.pk}/fee/{rest}"


def an_entry_with_fee() -> Entry:
    return a_complete_entry(with_fees(a_category()))


def test_a_free_edition_has_no_such_page_and_no_such_task(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    assert browser.get(fee_of(entry)).status_code == 404
    assert "Fee" not in words_of(browser.get(f"/entries/{entry.pk}/"))


def test_the_fee_is_told_with_vat_and_when_it_changes(signed_in: SignedIn) -> None:
    entry = an_entry_with_fee()
    browser = signed_in(entry.started_by)
    words = words_of(browser.get(fee_of(entry)))
    assert "Total £120.00" in words
    assert "The fee is £150.00 before discount and VAT from" in words
    assert f"{LATE:%-d %B}" in words
    assert "Fee To be settled" in words_of(browser.get(f"/entries/{entry.pk}/"))


def test_an_order_settles_it_and_the_invoice_can_be_had(signed_in: SignedIn) -> None:
    entry = an_entry_with_fee()
    browser = signed_in(entry.started_by)
    browser.post(fee_of(entry, "order"), ORDER)
    words = words_of(browser.get(fee_of(entry)))
    assert "The fee is settled. £120.00 is invoiced on purchase order PO 77" in words
    invoice = browser.get(fee_of(entry, "invoice"))
    assert invoice["Content-Type"] == "application/pdf"
    assert invoice.content.startswith(b"%PDF")


@pytest.mark.parametrize("left_out", [{}, {"purchase_order": ""}, {"seen": "1"}])
def test_a_page_left_open_does_not_ask_for_a_fee_that_was_settled_meanwhile(
    signed_in: SignedIn, left_out: dict[str, str]
) -> None:
    entry = an_entry_with_fee()
    browser = signed_in(entry.started_by)
    browser.post(fee_of(entry, "order"), ORDER)
    assert browser.post(fee_of(entry, "order"), ORDER | left_out)["Location"] == fee_of(entry)
    assert Settlement.objects.count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in: SignedIn) -> None:
    entry = an_entry_with_fee()
    browser = signed_in(entry.started_by)
    page = browser.post(fee_of(entry, "order"), ORDER | {"purchase_order": ""})
    assert page.status_code == 422
    assert "Enter the number of your purchase order." in words_of(page)
    assert "Fen Trust" in page.content.decode()
    page = browser.post(fee_of(entry, "order"), ORDER | {"seen": "1"})
    assert "The price has changed: it is now £120.00." in words_of(page)
    assert not Settlement.objects.exists()


def test_codes_are_tried_before_anything_is_settled(signed_in: SignedIn) -> None:
    entry = an_entry_with_fee()
    edition = entry.category.edition
    browser = signed_in(entry.started_by)
    assert "“NONE” is not a code" in words_of(browser.get(fee_of(entry), {"code": "NONE"}))
    add_code(
        edition,
        code="FREE",
        percent=100,
        most_uses=None,
        ends_at=None,
        by=director_of(edition),
        at=WHILE_OPEN,
    )
    assert "Nothing to pay" in words_of(browser.get(fee_of(entry), {"code": "free"}))
    browser.post(fee_of(entry, "order"), {"code": "FREE", "seen": "0"})
    assert "There was nothing to pay." in words_of(browser.get(fee_of(entry)))
    assert browser.get(fee_of(entry, "invoice")).status_code == 404


def test_a_code_that_ran_out_meanwhile_brings_back_the_page_with_the_price(
    signed_in: SignedIn,
) -> None:
    entry = an_entry_with_fee()
    page = signed_in(entry.started_by).post(fee_of(entry, "order"), {"code": "GONE", "seen": "0"})
    assert page.status_code == 403
    assert "“GONE” is not a code of this edition." in words_of(page)
    assert "Send me the invoice for £120.00" in words_of(page)
    assert not Settlement.objects.exists()


def test_cards_are_offered_only_where_the_site_and_the_edition_take_them(
    signed_in: SignedIn, settings: Settings
) -> None:
    terms = TERMS.__class__(**vars(TERMS) | {"takes_cards": True})
    entry = a_complete_entry(with_fees(a_category(), terms))
    browser = signed_in(entry.started_by)
    assert "By card" not in words_of(browser.get(fee_of(entry)))
    settings.STRIPE_SECRET_KEY, settings.STRIPE_PUBLISHABLE_KEY = "sk_test_1", "pk_test_1"
    page = browser.get(fee_of(entry))
    assert "By card" in words_of(page)
    assert "frame-src https://js.stripe.com" in page["Content-Security-Policy"]
    elsewhere = browser.get(f"/entries/{entry.pk}/")
    assert "stripe" not in elsewhere["Content-Security-Policy"]
