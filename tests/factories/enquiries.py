"""Desks and enquiries for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from plaudit.enquiries.actions.enquiry import open_enquiry
from plaudit.enquiries.models import Desk, Enquiry
from plaudit.programmes.models import Edition, TeamRole
from tests.factories.numbers import next_number
from tests.factories.programmes import WHILE_OPEN, an_edition


def a_desk(edition: Edition | None = None, **fields: Any) -> Desk:
    """The entries desk of an edition, unless told otherwise."""
    number = next_number()
    return Desk.objects.create(
        edition=edition or an_edition(),
        **{
            "position": number,
            "slug": f"desk-{number}",
            "purpose": "Entries, attendance and sponsorship",
            "role": TeamRole.ENTRIES,
            "contact_name": "Toby Wren",
            "phone": "01632 960101",
            "email": "",
            **fields,
        },
    )


def an_enquiry(
    desk: Desk | None = None,
    *,
    at: dt.datetime = WHILE_OPEN,
    key: UUID | None = None,
    **fields: Any,
) -> Enquiry:
    """A question put to a desk by the action that the page uses."""
    given = {
        "name": "Ines Okafor",
        "email": "ines@example.org",
        "subject": "May a hospice lead?",
        "body": "We are a charity.\n\nMay we lead an entry?",
        **fields,
    }
    return open_enquiry(desk or a_desk(), at=at, key=key or uuid4(), **given)
