"""What the world's editions ask of an entrant beside the entry itself: a fee, and a declaration."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

from plaudit.entries.actions.declaration import Declared, declare
from plaudit.entries.actions.extension import extend_closing
from plaudit.entries.actions.fee import Billing, settle_by_order
from plaudit.entries.models import Entry, Settlement
from plaudit.programmes.actions.declaration import store_declarations
from plaudit.programmes.actions.fee import GeneralTerms, add_code, set_fees
from plaudit.programmes.models import DeclarationChoice, DeclarationKind
from plaudit.programmes.pricing import Band, Step
from tests.crawls.secrets import word
from tests.factories.programmes import JUDGING_CLOSES, WHILE_OPEN, director_of

TERMS = GeneralTerms(
    currency="GBP",
    vat_percent=Decimal(20),
    vat_number="GB 000 0000 00",
    seller="Award House",
    pay_to="Account 00000000",
    payment_days=30,
    takes_cards=False,
    takes_orders=True,
)
ALIKE = [Band("All organisations", frozenset(), [Step(10_000, None)])]


def asked_for(place: SimpleNamespace) -> None:
    """Have the edition ask for a fee and for a declaration, and give out a code."""
    director, at = director_of(place.edition), WHILE_OPEN
    set_fees(place.edition, TERMS, ALIKE, by=director, at=at)
    place.code = add_code(
        place.edition,
        code=word(place, "code"),
        percent=10,
        most_uses=None,
        ends_at=None,
        by=director,
        at=at,
    )
    texts = {DeclarationKind.AI_TOOLS: "Say what AI tools did."}
    store_declarations(place.edition, texts, by=director, at=at)


def given(entry: Entry, *, note: str = "Spelling", order: str = "PO 1", to: str = "House") -> None:
    """Declare and settle what the edition asks for, as the entry's owner does."""
    by, at = entry.started_by, WHILE_OPEN
    said = Declared(DeclarationChoice.WORDING, note)
    declare(entry, {each.pk: said for each in entry.edition.declarations.all()}, by=by, at=at)
    settle_by_order(entry, Billing(to, order), by=by, at=at, seen=12_000)


def more_time(entry: Entry, reason: str, hours: int = 1) -> None:
    """Let one entry of a late category close later."""
    edition = entry.edition
    later = JUDGING_CLOSES + dt.timedelta(hours=hours)
    by, at = director_of(edition), WHILE_OPEN
    extend_closing(edition, closes_at=later, reason=reason, by=by, at=at, entry=entry)


def given_in_secret(place: SimpleNamespace, entry: Entry, whose: str) -> Settlement:
    """The same, each text with a word of its own."""
    note, order, to = (word(place, f"{whose}{about}") for about in ("declared", "order", "billed"))
    given(entry, note=note, order=order, to=to)
    return entry.settlement
