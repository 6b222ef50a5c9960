"""Cards, against a real server that speaks the card service's API."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Iterator
from uuid import uuid4

import pytest
import stripe
from pytest_django.fixtures import Settings

from plaudit.entries.actions.card import (
    finish_by_reference,
    finish_card_payment,
    pay_by_card,
    reconcile_card_payments,
)
from plaudit.entries.models import CardPayment, Entry, Payment, SettledBy, Settlement
from plaudit.kit.cards import CardDeclined, CardServiceAway, CardState, CardStatus
from plaudit.kit.verdict import Refused
from tests.entries.actions.test_fee import TERMS, settle, with_fees
from tests.factories.card_service import CHECKED, DECLINED, GOOD, a_card_service
from tests.factories.entries import a_complete_entry
from tests.factories.programmes import WHILE_OPEN, a_category

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


@pytest.fixture(scope="module")
def card_service() -> Iterator[str]:
    with a_card_service() as base:
        yield base


@pytest.fixture(autouse=True)
def _keys(settings: Settings, card_service: str) -> None:
    settings.STRIPE_SECRET_KEY = "sk_test_12345"
    settings.STRIPE_PUBLISHABLE_KEY = "pk_test_12345"
    settings.STRIPE_API_BASE = card_service


def a_card(base: str, number: str = GOOD) -> str:
    client = stripe.StripeClient("sk_test_12345", base_addresses={"api": base})
    card = {"number": number, "exp_month": 12, "exp_year": 2030, "cvc": "123"}
    return client.v1.payment_methods.create({"type": "card", "card": card}).id  # type: ignore[typeddict-item]


def an_entry_that_takes_cards() -> Entry:
    terms = TERMS.__class__(**vars(TERMS) | {"takes_cards": True})
    return a_complete_entry(with_fees(a_category(), terms))


def pay(entry: Entry, card: str, **given: object) -> CardState:
    given = {"by": entry.started_by, "at": WHILE_OPEN, "seen": 12_000, "key": uuid4()} | given
    return pay_by_card(entry, card, **given)  # type: ignore[arg-type]


def test_a_card_settles_the_fee_once(card_service: str) -> None:
    entry, key = an_entry_that_takes_cards(), uuid4()
    card = a_card(card_service)
    state = pay(entry, card, key=key)
    assert (state.status, state.amount) == (CardStatus.PAID, 12_000)
    settlement = Settlement.objects.get(entry=entry)
    assert (settlement.method, settlement.total, settlement.number) == (SettledBy.CARD, 12_000, 1)
    assert [payment.amount for payment in settlement.payments.all()] == [12_000]
    with pytest.raises(Refused, match="settled already"):
        pay(entry, card, key=key)
    assert finish_by_reference(state.reference, at=WHILE_OPEN) == settlement
    assert Payment.objects.count() == 1


def test_a_declined_card_takes_nothing_and_says_why(card_service: str) -> None:
    entry = an_entry_that_takes_cards()
    with pytest.raises(CardDeclined, match="declined"):
        pay(entry, a_card(card_service, DECLINED))
    assert not Settlement.objects.exists()


def test_a_banks_own_check_comes_in_between(card_service: str) -> None:
    entry = an_entry_that_takes_cards()
    state = pay(entry, a_card(card_service, CHECKED))
    assert state.status == CardStatus.NEEDS_PERSON
    assert not Settlement.objects.exists()
    answered = urllib.parse.urlencode({"client_secret": state.secret, "key": "pk_test_12345"})
    address = f"{card_service}/v1/payment_intents/{state.reference}/_authenticate?success=true"
    urllib.request.urlopen(address, data=answered.encode(), timeout=5)
    settlement = finish_by_reference(state.reference, at=WHILE_OPEN)
    assert settlement is not None
    assert settlement.method == SettledBy.CARD


def test_what_was_paid_without_the_page_hearing_of_it_is_found(card_service: str) -> None:
    entry = an_entry_that_takes_cards()
    state = pay(entry, a_card(card_service, CHECKED))
    assert reconcile_card_payments(WHILE_OPEN) == 0
    answered = urllib.parse.urlencode({"client_secret": state.secret, "key": "pk_test_12345"})
    address = f"{card_service}/v1/payment_intents/{state.reference}/_authenticate?success=true"
    urllib.request.urlopen(address, data=answered.encode(), timeout=5)
    assert reconcile_card_payments(WHILE_OPEN) == 1
    assert reconcile_card_payments(WHILE_OPEN) == 0


def test_money_for_a_fee_that_was_settled_meanwhile_is_seen(card_service: str) -> None:
    entry = an_entry_that_takes_cards()
    state = pay(entry, a_card(card_service, CHECKED))
    settle(entry)
    payment = CardPayment.objects.get(provider_reference=state.reference)
    paid = CardState(state.reference, CardStatus.PAID, 12_000, "")
    finish_card_payment(payment, paid, at=WHILE_OPEN)
    (noted,) = Payment.objects.all()
    assert noted.settlement.method == SettledBy.ORDER
    assert "give it back" in noted.note


def test_an_edition_that_takes_no_cards_and_a_stale_price_are_refused(card_service: str) -> None:
    card = a_card(card_service)
    with pytest.raises(Refused, match="does not take cards"):
        pay(a_complete_entry(with_fees(a_category())), card)
    with pytest.raises(Refused, match="price has changed"):
        pay(an_entry_that_takes_cards(), card, seen=1)


def test_a_service_that_is_away_is_told_apart(settings: Settings, card_service: str) -> None:
    card = a_card(card_service)
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    with pytest.raises(CardServiceAway):
        pay(an_entry_that_takes_cards(), card)
    assert not CardPayment.objects.exists()
