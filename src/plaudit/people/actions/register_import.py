"""Bringing a file of organisations into the register: looked at first, stored by the worker on request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.db import connection, transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.engines.register_file import UnreadableFile, read_register_file
from plaudit.people.models import (
    ImportState,
    Organisation,
    OrganisationCode,
    OrganisationKind,
    Person,
    RegisterImport,
)
from plaudit.people.register_plan import Plan, Planned, Register, parent_of, plan_import
from plaudit.people.rules import may_keep_register, no_import_runs
from plaudit.people.waking import store_import_soon

LARGEST_FILE = 12 * 1024 * 1024
BATCH = 1000


@transaction.atomic
def bring_file(
    content: bytes, name: str, *, by: Person, at: dt.datetime, ods_kind: str = ""
) -> RegisterImport:
    """Keep a file to look at. Nothing of it is in the register yet.

    Checks that `by` keeps the register, that no file is being stored, the size, the kind, and that the file can
    be read. Files that `by` brought before and did not confirm are forgotten. Raises Refused.
    """
    require(may_keep_register(by))
    require(no_import_runs())
    if len(content) > LARGEST_FILE:
        raise Refused(f"The file can have {LARGEST_FILE // 1024 // 1024} MB at most.")
    if ods_kind and ods_kind not in OrganisationKind.values:
        raise Refused("Choose what kind of organisations the file lists.")
    try:
        read_register_file(content, name, ods_kind)
    except UnreadableFile as error:
        raise Refused(str(error)) from None
    RegisterImport.objects.filter(brought_by=by, state=ImportState.READ).delete()
    return RegisterImport.objects.create(
        name=name[:200], ods_kind=ods_kind, content=content, brought_by=by, brought_at=at
    )


def plan_of(brought: RegisterImport) -> Plan:
    """Work out what the file would do to the register as it stands now."""
    content = bytes(brought.content)
    return plan_import(read_register_file(content, brought.name, brought.ods_kind))


@transaction.atomic
def ask_to_store(brought: RegisterImport, *, by: Person, at: dt.datetime) -> RegisterImport:
    """Have the worker put the file's organisations into the register (`store_waiting`).

    Checks that `by` keeps the register, that the file has not failed, and that no other is being stored;
    locks the imports. Asking twice changes nothing. Queues the work with this transaction. Raises Refused.
    """
    require(may_keep_register(by))
    _lock_imports()
    held = RegisterImport.objects.get(pk=brought.pk)
    if held.state in {ImportState.STORING, ImportState.STORED}:
        return held
    if held.state == ImportState.FAILED:
        raise Refused("This file could not be stored. Bring it in again.")
    require(no_import_runs())
    held.state, held.asked_at = ImportState.STORING, at
    held.save(update_fields=["state", "asked_at"])
    store_import_soon(held.pk)
    return held


@transaction.atomic
def store_plan(
    plan: Plan, *, at: dt.datetime, told: Callable[[int], None] = lambda done: None
) -> dict[str, int]:
    """Carry a plan out and return its counts. Who may is the caller's to check. `told` hears of rows done.

    Takes the lock that imports share, so that two of them cannot add one organisation twice; a plan that has
    become stale meanwhile raises Refused, and nothing is stored.
    """
    _lock_register()
    new = [each for each in plan.planned if each.is_new]
    register = Register()
    taken = [owner.name for each in new if (owner := register.named(each.name))]
    if taken:
        raise Refused(f"{taken[0]} was added meanwhile. Look at the file again.")
    counts = plan.counts()
    for start in range(0, len(plan.planned), BATCH):
        chunk = plan.planned[start : start + BATCH]
        _store_rows(chunk, at)
        told(start + len(chunk))
    _set_parents(plan)
    return counts


def _store_rows(chunk: list[Planned], at: dt.datetime) -> None:
    """Add the rows that are new, change those that are not, and give them their codes."""
    for each in chunk:
        if not each.is_new and not each.changes_nothing:
            _change(each)
    new = [each for each in chunk if each.is_new]
    rows = [_new_row(each, at) for each in new]
    Organisation.objects.bulk_create(rows)
    for each, row in zip(new, rows, strict=True):
        each.organisation = row
    OrganisationCode.objects.bulk_create(
        OrganisationCode(organisation=each.organisation, scheme=scheme, code=code)
        for each in chunk
        for scheme, code in each.codes
    )


def _lock_imports() -> None:
    """Let one person at a time ask for a file to be stored; the worker goes on telling how far it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('people_registerimport', 0))")


def _lock_register() -> None:
    """Keep everybody else from writing to the register until the transaction ends; all can read."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE people_organisation IN SHARE ROW EXCLUSIVE MODE")


def _new_row(each: Planned, at: dt.datetime) -> Organisation:
    return Organisation(
        name=each.name,
        kind=each.kind,
        aliases=each.aliases,
        closed_on=each.row.closed_on,
        created_at=at,
    )


def _change(each: Planned) -> None:
    row = each.organisation
    if row is not None:
        row.aliases = [*row.aliases, *each.aliases]
        row.closed_on = each.row.closed_on or row.closed_on
        row.save(update_fields=["aliases", "closed_on"])


def _set_parents(plan: Plan) -> None:
    """Link each row to the parent it names, where it has none and would not become a part of itself."""
    register = Register()
    linked = []
    for each in plan.planned:
        row, parent = each.organisation, parent_of(each.row, register) if each.row.parent else None
        if row is None or row.parent_id is not None or not isinstance(parent, Organisation):
            continue
        if row.pk not in {parent.pk, parent.parent_id}:
            row.parent = parent
            linked.append(row)
    Organisation.objects.bulk_update(linked, ["parent"], batch_size=BATCH)
