"""Keeping the register: what an organisation is called, what it is, and its codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.actions.organisation import LONGEST_NAME
from plaudit.people.models import (
    CodeScheme,
    Organisation,
    OrganisationCode,
    OrganisationKind,
    Person,
)
from plaudit.people.queries import one_line, organisation_named
from plaudit.people.rules import may_keep_register

MOST_ALIASES = 40
LONGEST_CODE = 40


@transaction.atomic
def change_organisation(
    organisation: Organisation,
    *,
    name: str,
    kind: str,
    aliases: Sequence[str],
    parent: Organisation | None,
    closed_on: dt.date | None,
    codes: Mapping[str, Sequence[str]],
    by: Person,
    at: dt.datetime,
) -> Organisation:
    """Change a row of the register. `codes` are all its codes, by scheme.

    Checks that `by` keeps the register, that it was not merged away, the name, the kind, that no other has
    the name, an alias or a code, and that the parent is not one of its own parts; locks the row. A name given
    up is kept as an alias. Raises Refused.
    """
    require(may_keep_register(by))
    held = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if held.merged_into_id is not None:
        raise Refused("This organisation was merged into another.")
    name = checked_name(name)
    if kind not in OrganisationKind.values:
        raise Refused("Choose what kind of organisation it is.")
    names = _aliases(held, name, aliases)
    for each in [name, *names]:
        other = organisation_named(each)
        if other is not None and other.pk != held.pk:
            raise Refused(f"“{each}” is {other.name} in the register. Merge the two instead.")
    _refuse_circle(held, parent)
    held.name, held.kind, held.aliases = name, kind, names
    held.parent, held.closed_on = parent, closed_on
    held.save()
    for scheme, code in codes.items():
        _set_codes(held, scheme, code)
    return held


def checked_name(name: str) -> str:
    """Return the name on one line; raise `Refused` when it says nothing or is too long."""
    name = one_line(name)
    if not any(character.isalnum() for character in name):
        raise Refused("Enter the organisation's name.")
    if len(name) > LONGEST_NAME:
        raise Refused(f"The organisation's name must be {LONGEST_NAME} characters or fewer.")
    return name


def _aliases(held: Organisation, name: str, aliases: Sequence[str]) -> list[str]:
    """Return the aliases once each, the name given up among them and the name itself not."""
    given_up = [held.name] if held.name.casefold() != name.casefold() else []
    kept: dict[str, str] = {}
    for alias in [*map(one_line, aliases), *given_up]:
        if alias and alias.casefold() != name.casefold():
            kept.setdefault(alias.casefold(), alias[:LONGEST_NAME])
    if len(kept) > MOST_ALIASES:
        raise Refused(f"An organisation can have {MOST_ALIASES} other names at most.")
    return list(kept.values())


def _refuse_circle(held: Organisation, parent: Organisation | None) -> None:
    seen = 0
    above = parent
    while above is not None:
        if above.pk == held.pk or seen > 20:
            raise Refused("An organisation cannot be a part of itself.")
        above, seen = above.parent, seen + 1


def _set_codes(held: Organisation, scheme: str, codes: Sequence[str]) -> None:
    """Give the organisation these codes of the scheme, and no others of it."""
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes if code.strip()))
    if scheme not in CodeScheme.values or any(len(code) > LONGEST_CODE for code in wanted):
        raise Refused("That is not a code of a register that Plaudit knows.")
    there = OrganisationCode.objects.filter(scheme=scheme, code__in=wanted)
    for row in there.exclude(organisation=held).select_related("organisation"):
        raise Refused(f"The code {row.code} belongs to {row.organisation.name} in the register.")
    OrganisationCode.objects.filter(organisation=held, scheme=scheme).exclude(
        code__in=wanted
    ).delete()
    known = {row.code for row in there}
    OrganisationCode.objects.bulk_create(
        OrganisationCode(organisation=held, scheme=scheme, code=code)
        for code in wanted
        if code not in known
    )
