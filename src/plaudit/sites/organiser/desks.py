"""Changes to the edition's enquiry desks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from plaudit.enquiries.models import Desk
from plaudit.kit.verdict import require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, TeamRole
from plaudit.programmes.naming import slug_for
from plaudit.programmes.rules import may_work_for

CHANGEABLE = ("purpose", "role", "contact_name", "phone", "email")


@transaction.atomic
def add_desk(edition: Edition, *, by: Person, at: dt.datetime, **values: Any) -> Desk:
    """Add a desk at the end of the edition's list.

    Checks that `by` looks after entries. A desk with the same purpose, in any case, is changed in place
    of adding another. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES))
    present = list(edition.desks.select_for_update())
    same = [desk for desk in present if desk.purpose.casefold() == values["purpose"].casefold()]
    if same:
        return change_desk(same[0], by=by, at=at, **values)
    taken = {desk.slug for desk in present}
    position = max((desk.position for desk in present), default=0) + 1
    return edition.desks.create(
        position=position, slug=slug_for(values["purpose"], taken), **_known(values)
    )


@transaction.atomic
def change_desk(desk: Desk, *, by: Person, at: dt.datetime, **values: Any) -> Desk:
    """Change what a desk is for, who answers it, and the contact that is shown. Its address stays.

    Checks that `by` looks after entries. Raises `Refused`.
    """
    require(may_work_for(by, desk.edition.programme, TeamRole.ENTRIES))
    for name, value in _known(values).items():
        setattr(desk, name, value)
    desk.save(update_fields=list(CHANGEABLE))
    return desk


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in CHANGEABLE}
