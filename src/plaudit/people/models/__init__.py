from plaudit.people.models.organisation import Organisation, OrganisationKind
from plaudit.people.models.person import Person
from plaudit.people.models.session import Session

__all__ = ["Organisation", "OrganisationKind", "Person", "Session"]
