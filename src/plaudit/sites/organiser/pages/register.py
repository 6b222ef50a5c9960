"""The words about organisations of the register."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from plaudit.people.merging import counted
from plaudit.people.models import Organisation, OrganisationKind
from plaudit.people.register_plan import Plan, Planned

SHOWN_AT_MOST = 100
_KINDS = OrganisationKind.choices


@dataclass(frozen=True)
class RegisterRowShown:
    """A line of the register."""

    id: UUID
    name: str
    kind: str
    also: str
    codes: str


def register_row(organisation: Organisation) -> RegisterRowShown:
    """Return the line of an organisation whose codes came with it."""
    return RegisterRowShown(
        id=organisation.pk,
        name=organisation.name,
        kind=str(organisation.get_kind_display()),
        also=", ".join(organisation.aliases),
        codes=codes_of(organisation),
    )


def codes_of(organisation: Organisation) -> str:
    """Return the organisation's codes in a line: "ODS RX1, charity 1234567"."""
    listed = [f"{each.scheme.upper()} {each.code}" for each in organisation.codes.all()]
    return ", ".join(sorted(listed))


def side_by_side(kept: Organisation, merged: Organisation) -> list[tuple[str, str, str]]:
    """Return what both are, line by line: what it is called, of the kept, of the merged."""
    here, there = counted(kept), counted(merged)
    return [
        ("Name", kept.name, merged.name),
        ("Kind", str(kept.get_kind_display()), str(merged.get_kind_display())),
        ("Other names", ", ".join(kept.aliases), ", ".join(merged.aliases)),
        ("Codes", codes_of(kept), codes_of(merged)),
        ("Part of", _parent(kept), _parent(merged)),
        ("Closed on", _closed(kept), _closed(merged)),
        (
            "People",
            str(kept.memberships.filter(ended_at__isnull=True).count()),
            str(merged.memberships.filter(ended_at__isnull=True).count()),
        ),
        *((name, str(here[name]), str(there[name])) for name in here),
    ]


@dataclass(frozen=True)
class PlanShown:
    """What a file would do, for a person to look at before it is done."""

    counts: dict[str, int]
    new: list[tuple[int, str, str, str]]
    changed: list[tuple[int, str, str]]
    problems: list[tuple[int, str]]
    is_empty: bool


def plan_shown(plan: Plan) -> PlanShown:
    """Return the plan's counts, and the first hundred of each list."""
    counts = plan.counts()
    new = [each for each in plan.planned if each.is_new]
    changed = [each for each in plan.planned if not each.is_new and not each.changes_nothing]
    return PlanShown(
        counts=counts,
        new=[
            (each.row.number, each.name, str(dict(_KINDS)[each.kind]), _codes(each))
            for each in new[:SHOWN_AT_MOST]
        ],
        changed=[(each.row.number, each.name, _gain(each)) for each in changed[:SHOWN_AT_MOST]],
        problems=[(each.number, each.reason) for each in plan.problems[:SHOWN_AT_MOST]],
        is_empty=not counts["new"] and not counts["changed"],
    )


def _codes(each: Planned) -> str:
    return ", ".join(f"{scheme.upper()} {code}" for scheme, code in each.codes)


def _gain(each: Planned) -> str:
    parts = []
    if each.aliases:
        parts.append(f"other names: {', '.join(each.aliases)}")
    if each.codes:
        parts.append(f"codes: {_codes(each)}")
    if each.is_closing and each.row.closed_on:
        parts.append(f"closed on {each.row.closed_on.isoformat()}")
    known = each.organisation.name if each.organisation else ""
    return f"{known} gets {'; '.join(parts)}"


def _parent(organisation: Organisation) -> str:
    return organisation.parent.name if organisation.parent else ""


def _closed(organisation: Organisation) -> str:
    return organisation.closed_on.isoformat() if organisation.closed_on else ""
