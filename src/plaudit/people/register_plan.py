"""What a file of organisations would do to the register: worked out beforehand, and again when it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from plaudit.kit.verdict import Refused
from plaudit.people.actions.register import LONGEST_CODE, checked_name
from plaudit.people.engines.register_file import RegisterFile, RegisterRow, RowProblem
from plaudit.people.folding import name_key
from plaudit.people.models import Organisation, OrganisationCode, OrganisationKind

KINDS = {
    text.casefold(): kind.value for kind in OrganisationKind for text in (kind.value, kind.label)
}


@dataclass
class Planned:
    """One row's effect: an organisation to add, or one to change with what is new of it."""

    row: RegisterRow
    name: str
    kind: str
    organisation: Organisation | None = None
    aliases: list[str] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)
    is_closing: bool = False

    @property
    def is_new(self) -> bool:
        return self.organisation is None

    @property
    def changes_nothing(self) -> bool:
        return not self.is_new and not (self.aliases or self.codes or self.is_closing)


@dataclass
class Plan:
    """What a file would do: rows in its order, and what is left out and why."""

    planned: list[Planned]
    problems: list[RowProblem]

    def counts(self) -> dict[str, int]:
        """Return how many are new, changed and as they were, and how many problems there are."""
        return {
            "new": sum(each.is_new for each in self.planned),
            "changed": sum(not each.is_new and not each.changes_nothing for each in self.planned),
            "unchanged": sum(each.changes_nothing for each in self.planned),
            "problems": len(self.problems),
        }


class Register:
    """The register in memory: who has which name, alias and code. Four queries, whatever its size."""

    def __init__(self) -> None:
        self.by_name: dict[str, Organisation | Planned] = {}
        self.by_key: dict[str, Organisation | Planned] = {}
        self.by_code: dict[tuple[str, str], Organisation | Planned] = {}
        self.schemes: dict[UUID, set[str]] = {}
        standing = {row.pk: row for row in Organisation.objects.all().order_by("created_at")}
        self.kept = {
            pk: standing.get(row.merged_into_id or pk, row) for pk, row in standing.items()
        }
        for pk, row in standing.items():
            self._know(row.name, self.kept[pk])
        for pk, row in standing.items():
            for alias in row.aliases:
                self._know(alias, self.kept[pk])
        for code in OrganisationCode.objects.all():
            self.by_code[code.scheme, code.code.upper()] = self.kept[code.organisation_id]
            self.schemes.setdefault(self.kept[code.organisation_id].pk, set()).add(code.scheme)

    def _know(self, name: str, owner: Organisation | Planned) -> None:
        self.by_name.setdefault(name.casefold(), owner)
        self.by_key.setdefault(name_key(name), owner)

    def named(self, name: str) -> Organisation | Planned | None:
        """Return whose name or alias it is: spelt so, or else spelt otherwise (`people.folding`)."""
        return self.by_name.get(name.casefold()) or self.by_key.get(name_key(name) or "-")

    def owner_of(self, codes: Iterable[tuple[str, str]]) -> Organisation | Planned | None:
        """Return whose code the first known one is."""
        return next((self.by_code[code] for code in codes if code in self.by_code), None)

    def has_other_code(self, owner: Organisation | Planned, row: RegisterRow) -> bool:
        """Whether the owner has a code of a scheme in which the row has another: two bodies of one name."""
        theirs = (
            {scheme for scheme, _ in owner.row.codes}
            if isinstance(owner, Planned)
            else self.schemes.get(owner.pk, set())
        )
        return any(
            scheme in theirs and self.by_code.get((scheme, code)) is not owner
            for scheme, code in row.codes
        )

    def add(self, planned: Planned) -> None:
        """Count the planned organisation in, so that later rows find it."""
        for name in [planned.name, *planned.aliases]:
            self._know(name, planned.organisation or planned)
        for code in planned.codes:
            self.by_code[code] = planned.organisation or planned
            if planned.organisation is not None:
                self.schemes.setdefault(planned.organisation.pk, set()).add(code[0])


def plan_import(file: RegisterFile) -> Plan:
    """Work out what each row would do, without changing anything.

    A row belongs to the organisation with one of its codes, else to the one with its name. What it adds is
    another name, codes and the day it closed; what people called it in the register stays. A row of the same
    name but another code is another body, told apart by its postcode. Rows repeat without harm.
    """
    register, plan = Register(), Plan([], list(file.problems))
    for row in file.rows:
        try:
            planned = _planned(row, register)
        except Refused as refusal:
            plan.problems.append(RowProblem(row.number, refusal.reason))
            continue
        register.add(planned)
        plan.planned.append(planned)
    plan.problems.extend(_unknown_parents(plan, register))
    plan.problems.sort(key=lambda problem: problem.number)
    return plan


def parent_of(row: RegisterRow, register: Register) -> Organisation | Planned | None:
    """Return what the row names as its parent, by code or by name."""
    scheme, colon, code = row.parent.partition(":")
    if colon and (found := register.by_code.get((scheme.strip().casefold(), code.strip().upper()))):
        return found
    return register.named(row.parent)


def _planned(row: RegisterRow, register: Register) -> Planned:
    name, kind = checked_name(row.name), KINDS.get(row.kind.casefold())
    if kind is None:
        raise Refused(f"“{row.kind}” is no kind of organisation that Plaudit knows.")
    if any(len(code) > LONGEST_CODE for _, code in row.codes):
        raise Refused(f"A code can have {LONGEST_CODE} characters at most.")
    owner = register.owner_of(row.codes)
    if owner is None:
        owner = register.named(name)
        if owner is not None and register.has_other_code(owner, row):
            owner, name = None, _told_apart(name, row, register)
    if isinstance(owner, Planned):
        raise Refused(f"It is the same as row {owner.row.number}.")
    if owner is None:
        names = [alias for alias in row.aliases if register.named(alias) is None]
        return Planned(row, name, kind, aliases=names, codes=list(row.codes))
    return Planned(
        row,
        name,
        kind,
        organisation=owner,
        aliases=_new_names([name, *row.aliases], owner, register),
        codes=[code for code in row.codes if code not in register.by_code],
        is_closing=row.closed_on is not None and owner.closed_on != row.closed_on,
    )


def _told_apart(name: str, row: RegisterRow, register: Register) -> str:
    """Return the name with the postcode, or else the code, in brackets."""
    for mark in filter(None, (row.place, row.codes[0][1])):
        longer = f"{name} ({mark})"
        if register.named(longer) is None:
            return checked_name(longer)
    raise Refused(f"Another organisation in the register is called {name}, with another code.")


def _new_names(names: list[str], owner: Organisation, register: Register) -> list[str]:
    return [
        name
        for name in dict.fromkeys(names)
        if register.named(name) is None and name_key(name) != name_key(owner.name)
    ]


def _unknown_parents(plan: Plan, register: Register) -> Iterator[RowProblem]:
    for planned in plan.planned:
        row = planned.row
        if row.parent_may_be_unknown or not row.parent:
            continue
        if parent_of(row, register) is None:
            yield RowProblem(row.number, f"Its parent, “{row.parent}”, is not in the register.")
