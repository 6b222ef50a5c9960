from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import ProtectedError

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Declaration, DeclarationKind, Edition
from plaudit.programmes.rules import may_work_for


@transaction.atomic
def store_declarations(
    edition: Edition, texts: Mapping[DeclarationKind, str], *, by: Person, at: dt.datetime
) -> None:
    """Have entrants declare these, in the order of the kinds, and no others.

    Checks that `by` directs the programme; locks the edition. What somebody has declared already can be
    worded anew but no longer left out: their answer was to it. Raises Refused.
    """
    require(may_work_for(by, edition.programme))
    Edition.objects.select_for_update().get(pk=edition.pk)
    for position, kind in enumerate(DeclarationKind, start=1):
        text = texts.get(kind, "").strip()
        if text:
            Declaration.objects.update_or_create(
                edition=edition, kind=kind, defaults={"position": position, "text": text[:500]}
            )
        else:
            _leave_out(edition, kind)


def _leave_out(edition: Edition, kind: DeclarationKind) -> None:
    try:
        with transaction.atomic():
            edition.declarations.filter(kind=kind).delete()
    except ProtectedError:
        raise Refused(
            f"Entrants have already declared “{kind.label}”, so it stays. Nothing was changed."
        ) from None
