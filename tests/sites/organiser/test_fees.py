from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.partner import set_lead
from plaudit.entries.fees import bands_of, fee_terms_of
from plaudit.kit.clock import frozen_at
from plaudit.people.models import OrganisationKind, Person
from plaudit.programmes.actions.fee import set_fees
from plaudit.programmes.models import Edition
from plaudit.programmes.pricing import Band, Step, band_for, quote
from tests.entries.actions.test_fee import TERMS, a_charged_entry, settle, with_fees
from tests.factories.entries import a_complete_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category, director_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
TYPED = {
    "currency": "GBP",
    "vat_percent": "20",
    "vat_number": "GB 000",
    "seller": "Award House",
    "pay_to": "Sort code 00-00-00",
    "payment_days": "30",
    "takes_orders": "on",
    "second_from": "2027-02-15T00:00",
    "third_from": "",
    "g0-name": "Charities",
    "g0-kinds": ["charity", "social_enterprise"],
    "g0-first": "£99.50",
    "g0-second": "149",
    "g1-name": "Everybody else",
    "g1-first": "1,250",
}


def post(browser: Client, edition: Edition, rest: str = "", **typed: object) -> str:
    with frozen_at(WHILE_OPEN):
        answer = browser.post(f"/organise/{edition.pk}/fees/{rest}", typed, follow=True)
    return answer.content.decode()


def test_groups_prices_and_terms_are_stored_and_shown_again(signed_in: SignedIn) -> None:
    edition = a_category().edition
    browser = signed_in(director_of(edition))
    assert "Saved." in post(browser, edition, **TYPED)
    terms, bands = fee_terms_of(edition), bands_of(edition)
    assert terms is not None
    charity, other = band_for("charity", bands), band_for("council", bands)
    assert charity is not None
    assert other is not None
    now = quote(charity, WHILE_OPEN, vat_percent=terms.vat_percent)
    assert (now.price, now.vat, now.then) == (9_950, 1_990, 14_900)
    assert quote(other, WHILE_OPEN, vat_percent=terms.vat_percent).price == 125_000
    page = browser.get(f"/organise/{edition.pk}/fees/").content.decode()
    for value in ('value="99.50"', 'value="149.00"', 'value="2027-02-15T00:00"', "Award House"):
        assert value in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"g0-first": "a lot"}, "Enter an amount like 250 or 99.50."),
        ({"g0-first": ""}, "Enter the first price"),
        ({"g1-kinds": ["charity"]}, "in two groups"),
        ({"g1-name": "charities"}, "the same name"),
        ({"takes_orders": ""}, "at least one way to pay"),
        ({"third_from": "2027-02-01T00:00"}, "later than the second"),
        ({"seller": ""}, "Enter your name and address, as on invoices."),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    signed_in: SignedIn, typed: dict[str, object], said: str
) -> None:
    edition = a_category().edition
    browser = signed_in(director_of(edition))
    assert said in post(browser, edition, **TYPED | typed)
    assert fee_terms_of(edition) is None


def test_codes_are_added_and_removed(signed_in: SignedIn) -> None:
    edition = a_category().edition
    browser = signed_in(director_of(edition))
    code = {"code": "SPRING-27", "percent": "25", "most_uses": "10", "ends_at": ""}
    post(browser, edition, "codes", **code)
    assert "There is a code" in post(browser, edition, "codes", **code | {"code": "spring-27"})
    assert "Use letters" in post(browser, edition, "codes", **code | {"code": "no spaces"})
    (made,) = edition.discount_codes.all()
    post(browser, edition, f"codes/{made.pk}/removal")
    assert not edition.discount_codes.exists()


def test_payments_are_listed_and_noted(signed_in: SignedIn) -> None:
    entry = a_charged_entry()
    settlement = settle(entry)
    edition = entry.category.edition
    browser = signed_in(director_of(edition))
    address = f"/organise/{edition.pk}/payments/"
    assert entry.reference in browser.get(f"{address}?show=owed").content.decode()
    with frozen_at(WHILE_OPEN):
        page = browser.post(f"{address}{settlement.pk}/", {"amount": "500"})
        assert "which is still owed" in page.content.decode()
        browser.post(f"{address}{settlement.pk}/", {"amount": "120.00", "note": "BACS"})
    assert "Nothing is owed" in browser.get(f"{address}?show=owed").content.decode()
    assert "BACS" in browser.get(f"{address}{settlement.pk}/").content.decode()


def test_the_list_costs_the_same_with_one_and_with_three(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    entry = a_charged_entry()
    settle(entry)
    browser = signed_in(director_of(entry.category.edition))
    address = f"/organise/{entry.category.edition.pk}/payments/"
    browser.get(address)
    with django_assert_num_queries(7):
        browser.get(address)
    for _ in range(2):
        settle(a_complete_entry(entry.category))
    with django_assert_num_queries(7):
        browser.get(address)


def test_a_lead_of_another_kind_than_the_fee_was_settled_for_is_pointed_out(
    signed_in: SignedIn,
) -> None:
    category = with_fees(a_category())
    bands = [
        Band("Charities", frozenset({OrganisationKind.CHARITY}), [Step(10_000, None)]),
        Band("All others", frozenset(), [Step(20_000, None)]),
    ]
    edition = category.edition
    set_fees(edition, TERMS, bands, by=director_of(edition), at=WHILE_OPEN)
    entry = a_complete_entry(category)
    owner, at = entry.started_by, WHILE_OPEN
    set_lead(entry, an_organisation("Open Door", "charity"), by=owner, at=at)
    settlement = settle(entry)
    browser = signed_in(director_of(edition))
    address, told = f"/organise/{edition.pk}/payments/", "led by All others now"
    assert told not in browser.get(address).content.decode()
    set_lead(entry, an_organisation("Fen Council", "council"), by=owner, at=at)
    assert f"Settled as Charities, {told}" in browser.get(address).content.decode()
    one = browser.get(f"{address}{settlement.pk}/").content.decode()
    assert "would be charged as All others" in one
    bands[0] = Band("Small charities", frozenset({OrganisationKind.CHARITY}), [Step(10_000, None)])
    set_fees(edition, TERMS, bands, by=director_of(edition), at=WHILE_OPEN)
    assert told not in browser.get(address).content.decode()
