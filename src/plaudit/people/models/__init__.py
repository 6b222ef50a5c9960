from plaudit.people.models.membership import Membership, MembershipRole
from plaudit.people.models.organisation import (
    CodeScheme,
    Organisation,
    OrganisationCode,
    OrganisationKind,
)
from plaudit.people.models.person import Person
from plaudit.people.models.register import (
    ImportState,
    OrganisationMerge,
    RegisterImport,
)
from plaudit.people.models.session import Session

__all__ = [
    "CodeScheme",
    "ImportState",
    "Membership",
    "MembershipRole",
    "Organisation",
    "OrganisationCode",
    "OrganisationKind",
    "OrganisationMerge",
    "Person",
    "RegisterImport",
    "Session",
]
