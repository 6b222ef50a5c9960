"""Making one organisation of two rows of the register."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.merging import move_all
from plaudit.people.models import (
    Membership,
    Organisation,
    OrganisationCode,
    OrganisationMerge,
    Person,
)
from plaudit.people.rules import may_keep_register


@transaction.atomic
def merge_organisations(
    kept: Organisation, merged: Organisation, *, by: Person, at: dt.datetime
) -> OrganisationMerge:
    """Move all that refers to `merged` to `kept`, and leave `merged` as a pointer to it.

    Checks that `by` keeps the register and that the two are different and neither was merged before; locks
    both rows, in the order of their ids. Moves codes, memberships, children and what was merged into
    `merged` earlier, then whatever the rooms above move (`people.merging`): partners, judges' employers and
    interests. The merged name and its aliases become aliases of the kept. What was submitted, confirmed or
    approved keeps the name it was made with. Appends an OrganisationMerge. Nothing undoes it. Raises Refused.
    """
    require(may_keep_register(by))
    if kept.pk == merged.pk:
        raise Refused("Choose two different organisations.")
    pair = sorted([kept.pk, merged.pk])
    rows = {
        each.pk: each
        for each in Organisation.objects.select_for_update().filter(pk__in=pair).order_by("pk")
    }
    kept, merged = rows[kept.pk], rows[merged.pk]
    if kept.merged_into_id or merged.merged_into_id:
        raise Refused("One of them was merged already. Search for it again.")
    moved = {
        "Codes": OrganisationCode.objects.filter(organisation=merged).update(organisation=kept),
        "People": _move_memberships(kept, merged, by, at),
        "Parts": _move_children(kept, merged),
        **move_all(kept, merged, by, at),
    }
    Organisation.objects.filter(merged_into=merged).update(merged_into=kept)
    _take_names(kept, merged)
    merged.merged_into = kept
    merged.parent = None
    merged.aliases = []
    merged.save(update_fields=["merged_into", "parent", "aliases"])
    return OrganisationMerge.objects.create(
        kept=kept, merged=merged, moved=moved, merged_by=by, merged_at=at
    )


def _take_names(kept: Organisation, merged: Organisation) -> None:
    known = {kept.name.casefold(), *(alias.casefold() for alias in kept.aliases)}
    for name in [merged.name, *merged.aliases]:
        if name.casefold() not in known:
            known.add(name.casefold())
            kept.aliases.append(name)
    kept.save(update_fields=["aliases"])


def _move_children(kept: Organisation, merged: Organisation) -> int:
    """Move the parts of `merged`; `kept` itself, if it was one of them, takes over its parent."""
    if kept.parent_id == merged.pk:
        kept.parent_id = merged.parent_id if merged.parent_id != kept.pk else None
        kept.save(update_fields=["parent"])
    elif kept.parent_id is None and merged.parent_id not in (None, kept.pk):
        kept.parent_id = merged.parent_id
        kept.save(update_fields=["parent"])
    return Organisation.objects.filter(parent=merged).exclude(pk=kept.pk).update(parent=kept)


def _move_memberships(kept: Organisation, merged: Organisation, by: Person, at: dt.datetime) -> int:
    """Move the memberships; where the person has the same one at both, the granted one stays open."""
    standing = {
        (each.person_id, each.role): each
        for each in Membership.objects.filter(organisation=kept, ended_at__isnull=True)
    }
    moving = list(Membership.objects.filter(organisation=merged).order_by("pk"))
    for each in moving:
        rival = standing.get((each.person_id, each.role)) if each.ended_at is None else None
        if rival is not None:
            given_up = rival if each.granted_at and not rival.granted_at else each
            given_up.ended_at, given_up.ended_by = at, by
            given_up.save(update_fields=["ended_at", "ended_by"])
        each.organisation = kept
        each.save(update_fields=["organisation"])
    return len(moving)
