from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plaudit.sites.demo.cast import ROLES, Role


@dataclass(frozen=True)
class RoleCard:
    """A role as the demo's first page shows it."""

    role: Role
    is_current: bool

    @property
    def who(self) -> str:
        return (
            f"{self.role.name}, {self.role.job_title[0].lower()}{self.role.job_title[1:]}"
            if self.role.name
            else ""
        )

    @property
    def button(self) -> str:
        return "Look around as a visitor" if not self.role.email else "Sign in"


def role_cards(person: Any) -> list[RoleCard]:
    """Return every role, marking the one that is signed in."""
    email = person.email if person.is_authenticated else ""
    return [RoleCard(role, is_current=role.email == email) for role in ROLES]
