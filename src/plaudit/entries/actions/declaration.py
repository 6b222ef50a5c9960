"""What an entrant declares before submitting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from plaudit.entries.meanwhile import Said, rows_to_write
from plaudit.entries.models import DeclarationAnswer, Entry
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import OFFERED, Declaration, DeclarationKind


@dataclass(frozen=True)
class Declared:
    """A choice, and, where AI tools helped, how."""

    choice: str
    note: str = ""


@transaction.atomic
def declare(
    entry: Entry,
    declared: Mapping[UUID, Declared],
    *,
    by: Person,
    at: dt.datetime,
    version: str | None = None,
) -> None:
    """Write what is declared, by declaration; those that are not named or say it already stay as they are.

    Checks that the person may write at `at`; locks the entry; checks that the edition asks for each
    declaration, that each choice is one it offers and, where `version` is given, that what is written over
    is what that page showed (`meanwhile.rows_to_write`). Records who declared it and when. Raises Refused,
    ChangedMeanwhile.
    """
    require(may_write(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    asked = Declaration.objects.filter(edition_id=entry.edition_id, pk__in=declared).in_bulk()
    if set(asked) != set(declared):
        raise Refused("One of these declarations is no longer asked for. Open the page again.")
    for key, answer in declared.items():
        if answer.choice not in OFFERED[asked[key].kind]:
            raise Refused("Choose one of the answers on the page.")
    sent = {key: (answer.choice, _note(asked[key], answer)) for key, answer in declared.items()}
    DeclarationAnswer.objects.bulk_create(
        [
            DeclarationAnswer(
                entry=entry,
                declaration_id=key,
                choice=sent[key][0],
                note=sent[key][1],
                declared_by=by,
                declared_at=at,
            )
            for key in rows_to_write(sent, _declared(entry, sent), version)
        ],
        update_conflicts=True,
        unique_fields=["entry", "declaration"],
        update_fields=["choice", "note", "declared_by", "declared_at"],
    )


def _declared(entry: Entry, asked: Collection[UUID]) -> dict[UUID, Said]:
    rows = DeclarationAnswer.objects.filter(entry=entry, declaration__in=asked)
    stored: dict[UUID, Said] = {row.declaration_id: (row.choice, row.note) for row in rows}
    return {key: stored.get(key, ("", "")) for key in asked}


def _note(declaration: Declaration, answer: Declared) -> str:
    if declaration.kind != DeclarationKind.AI_TOOLS:
        return ""
    return " ".join(answer.note.replace("\x00", "").split())[:300]
