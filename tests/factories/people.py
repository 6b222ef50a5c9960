"""People and organisations for tests. All are invented."""

from __future__ import annotations

from typing import Any

from plaudit.people.models import Organisation, OrganisationKind, Person
from tests.factories.numbers import next_number


def a_person(name: str = "", **fields: Any) -> Person:
    """A person with an address of their own."""
    number = next_number()
    address = (name or "person").lower().replace(" ", ".")
    return Person.objects.create(
        **{"name": name or f"Person {number}", "email": f"{address}.{number}@example.org", **fields}
    )


def an_organisation(
    name: str = "", kind: str = OrganisationKind.NHS_PROVIDER, **fields: Any
) -> Organisation:
    """An organisation of the register, an NHS provider unless told otherwise."""
    return Organisation.objects.create(
        name=name or f"Northmoor Trust {next_number()}", kind=kind, **fields
    )
