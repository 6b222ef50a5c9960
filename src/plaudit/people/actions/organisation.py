"""The register of organisations, which everybody who enters may add to."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation, OrganisationKind, Person
from plaudit.people.queries import one_line, organisation_named

LONGEST_NAME = 200


def register_organisation(*, name: str, kind: str, by: Person, at: dt.datetime) -> Organisation:
    """Add an organisation to the register, or return the one that already has this name.

    Checks that the name has a letter or digit and is not over 200 characters, and that the kind is one
    of the register's. An organisation with the same name or alias, however it is spelt (`people.folding`), is
    returned as it is.
    Raises Refused.
    """
    name = one_line(name)
    if not any(character.isalnum() for character in name):
        raise Refused("Enter the organisation's name.")
    if len(name) > LONGEST_NAME:
        raise Refused(f"The organisation's name must be {LONGEST_NAME} characters or fewer.")
    if kind not in OrganisationKind.values:
        raise Refused("Choose what kind of organisation it is.")
    known = organisation_named(name)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return Organisation.objects.create(name=name, kind=kind, created_at=at)
    except IntegrityError:
        return Organisation.objects.get(name__iexact=name)
