"""The director asks a fee; the entrant pays it by card, past a card that is declined and a bank's own check.

The card service is one that runs here and speaks the real one's API. Its script lacks one call, the naming of a
card, and its server wants the secret key for it, where the real one takes the public key. Both are made good on the
way between the browser and that service; our page and our server are as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.factories.card_service import (
    CHECKED,
    DECLINED,
    PUBLISHABLE_KEY,
    SECRET_KEY,
    a_card_service,
)
from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest
from tests.journeys.site import Site

ENTRY = "The Tuesday Table"
SCRIPT, CARDS = "**/js.stripe.com/v3/", "**/v1/payment_methods"
NAMING_A_CARD = """
const begun = Stripe;
Stripe = (key) => ({...begun(key), createPaymentMethod: async ({type, card}) => {
  const body = new URLSearchParams({key, type});
  for (const [name, value] of Object.entries(card.value.card)) body.set(`card[${name}]`, value);
  const answer = await fetch(`${LOCALSTRIPE_BASE_API}/v1/payment_methods`, {method: "POST", body});
  const made = await answer.json();
  return answer.ok ? {paymentMethod: made} : {error: made.error};
}});
"""


@pytest.fixture(scope="module")
def site(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A running demo that has keys for a card service."""
    with a_card_service() as base:
        keys = {
            "STRIPE_SECRET_KEY": SECRET_KEY,
            "STRIPE_PUBLISHABLE_KEY": PUBLISHABLE_KEY,
            "STRIPE_API_BASE": base,
            "STRIPE_SCRIPT": f"{base}/js.stripe.com/v3/",
        }
        site = Site(tmp_path_factory.mktemp("site") / "data", more=keys)
        with site.running(built_demo):
            yield site


def test_a_fee_is_asked_and_paid_by_card(somebody: Opener) -> None:
    director = somebody()
    director.becomes("awards director")
    asks_a_fee(director)
    entrant = somebody()
    entrant.becomes("entrant, lead organisation")
    entrant.follows(ENTRY)
    desk = entrant.page.url

    where_the_service_is_blocked_the_page_says_so(entrant, f"{desk}fee/")
    entrant.page.route(SCRIPT, adds_the_missing_call)
    entrant.page.route(CARDS, signs_the_call)
    entrant.page.goto(f"{desk}fee/")  # not by axe: the fields of the service here have no labels
    expect(entrant.page.get_by_text("If it does not appear here")).to_have_count(0)
    pays_with(entrant, DECLINED)
    expect(entrant.page.get_by_role("status").last).to_contain_text("declined")
    pays_with(entrant, CHECKED)
    entrant.page.get_by_role("button", name="Complete authentication").click()
    entrant.sees("£120.00 was paid by card by Delphine Arkwright-Sesay")
    entrant.looks()
    entrant.follows("Check and submit your entry")
    entrant.does_not_see("Settle the fee")

    director.goes_to(director.page.url.replace("/fees/", "/payments/").partition("?")[0])
    director.sees("CG27-INV-0001")
    director.sees("Card")


def asks_a_fee(director: Guest) -> None:
    director.follows("Common Ground Awards")
    director.follows("Settings")
    director.follows("Fees")
    director.writes("Group", "Everybody", exact=True)
    director.writes("First price", "100")
    director.writes("Your name and address, as on invoices", "Larkfield Review")
    director.picks("Take cards")
    director.presses("Save", exact=True)
    director.sees("Saved.")


def where_the_service_is_blocked_the_page_says_so(entrant: Guest, fee: str) -> None:
    entrant.page.route(SCRIPT, lambda route: route.abort())
    entrant.goes_to(fee)
    entrant.sees("If it does not appear here, scripts are off or your network blocks it")
    expect(entrant.page.get_by_role("button", name="Pay £120.00")).to_have_count(0)
    entrant.page.unroute(SCRIPT)


def adds_the_missing_call(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text() + NAMING_A_CARD)


def signs_the_call(route: Route) -> None:
    signed = route.request.headers | {"authorization": f"Bearer {SECRET_KEY}"}
    route.fulfill(response=route.fetch(headers=signed))


def pays_with(entrant: Guest, number: str) -> None:
    for name, value in (
        ("number", number),
        ("exp_month", "12"),
        ("exp_year", "30"),
        ("cvc", "123"),
    ):
        entrant.page.get_by_placeholder(name, exact=True).fill(value)
    entrant.page.get_by_role("button", name="Pay £120.00").click()
