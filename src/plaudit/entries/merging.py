"""What of entries moves when two organisations of the register are made one."""

from __future__ import annotations

import datetime as dt

from plaudit.entries.models import (
    Partner,
    PartnerConfirmation,
    PartnerRequest,
    PartnerRole,
)
from plaudit.people.models import Organisation, Person


def count_entries(organisation: Organisation) -> int:
    """Return on how many entries the organisation is."""
    return Partner.objects.filter(organisation=organisation).count()


def move_entries(kept: Organisation, merged: Organisation, by: Person, at: dt.datetime) -> int:
    """Put `kept` in the place of `merged` on every entry, and return on how many.

    On an entry that names both, one partner is left: the lead if either led, with the credit line of the
    other where it has none, and with all that either has confirmed.
    """
    rivals = {row.entry_id: row for row in Partner.objects.filter(organisation=kept)}
    moving = list(
        Partner.objects.select_for_update(of=["self"]).filter(organisation=merged).order_by("pk")
    )
    for partner in moving:
        rival = rivals.get(partner.entry_id)
        if rival is None:
            partner.organisation = kept
            partner.save(update_fields=["organisation"])
        else:
            _join(rival, partner, at)
    return len(moving)


def _join(kept: Partner, merged: Partner, at: dt.datetime) -> None:
    """Make one partner of two on the same entry, and close the gap in the order of credit."""
    place = min(kept.position, merged.position)
    PartnerConfirmation.objects.filter(partner=merged).update(partner=kept)
    if PartnerRequest.objects.filter(partner=kept, replaced_at__isnull=True).exists():
        PartnerRequest.objects.filter(partner=merged, replaced_at__isnull=True).update(
            replaced_at=at
        )
    PartnerRequest.objects.filter(partner=merged).update(partner=kept)
    role = PartnerRole.LEAD if PartnerRole.LEAD in (kept.role, merged.role) else PartnerRole.JOINT
    merged.delete()
    kept.role, kept.position = role, place
    kept.credit_line = kept.credit_line or merged.credit_line
    kept.save(update_fields=["role", "position", "credit_line"])
    rows = Partner.objects.filter(entry_id=kept.entry_id).order_by("position", "pk")
    for position, row in enumerate(rows, start=1):
        Partner.objects.filter(pk=row.pk).update(position=position)
