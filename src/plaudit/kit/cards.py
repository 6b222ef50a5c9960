"""Taking cards through Stripe. Card numbers never come here: the page gives them to Stripe, and us a name for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings

WAIT_SECONDS = 20


class CardStatus(StrEnum):
    """How far a payment is."""

    PAID = "paid"
    NEEDS_PERSON = "needs_person"
    NOT_PAID = "not_paid"
    UNDER_WAY = "under_way"


@dataclass(frozen=True)
class CardState:
    """A payment as the service knows it. `secret` lets the page take the person through a bank's own check."""

    reference: str
    status: CardStatus
    amount: int
    secret: str


class CardDeclined(Exception):
    """The card was not taken. The message is for the person."""


class CardServiceAway(Exception):
    """The service could not be asked. Nothing is known about the payment."""


STATUSES = {
    "succeeded": CardStatus.PAID,
    "requires_action": CardStatus.NEEDS_PERSON,
    "processing": CardStatus.UNDER_WAY,
}


def takes_cards() -> bool:
    """Whether this site has been given keys for the card service."""
    return bool(settings.STRIPE_SECRET_KEY and settings.STRIPE_PUBLISHABLE_KEY)


def open_payment(
    *, amount: int, currency: str, payment_method: str, about: dict[str, str], key: str
) -> CardState:
    """Announce a payment, without taking it yet: once for each `key`. Raises CardDeclined, CardServiceAway."""
    made = _asked(
        lambda intents: intents.create(
            {
                "amount": amount,
                "currency": currency.lower(),
                "payment_method": payment_method,
                "payment_method_types": ["card"],
                "metadata": about,
            },
            {"idempotency_key": key},
        )
    )
    return _state(made)


def take_payment(reference: str) -> CardState:
    """Take an announced payment. Raises CardDeclined, CardServiceAway."""
    state = _state(_asked(lambda intents: intents.confirm(reference)))
    if state.status == CardStatus.NOT_PAID:
        raise CardDeclined("The card was declined.")
    return state


def payment_state(reference: str) -> CardState:
    """Return how far the payment is. Raises CardServiceAway."""
    return _state(_asked(lambda intents: intents.retrieve(reference)))


def event_reference(body: bytes, signature: str) -> str | None:
    """Return which payment a signed notice of the service is about, or None if it is about none.

    Raises ValueError for a notice that the service did not sign.
    """
    import stripe

    try:
        event = stripe.Webhook.construct_event(body, signature, settings.STRIPE_WEBHOOK_SECRET)
    except stripe.SignatureVerificationError as error:
        raise ValueError("not signed by the card service") from error
    about = event["data"]["object"]
    return str(about["id"]) if about["object"] == "payment_intent" else None


def _asked(ask: Any) -> Any:
    import stripe

    client = stripe.StripeClient(
        settings.STRIPE_SECRET_KEY,
        base_addresses={"api": settings.STRIPE_API_BASE} if settings.STRIPE_API_BASE else {},
        http_client=stripe.RequestsClient(timeout=WAIT_SECONDS),
        max_network_retries=2,
    )
    try:
        return ask(client.v1.payment_intents)
    except stripe.CardError as error:
        raise CardDeclined(error.user_message or "The card was declined.") from error
    except stripe.StripeError as error:
        raise CardServiceAway(type(error).__name__) from error


def _state(intent: Any) -> CardState:
    return CardState(
        reference=str(intent.id),
        status=STATUSES.get(intent.status, CardStatus.NOT_PAID),
        amount=int(intent.amount),
        secret=str(intent.client_secret),
    )
