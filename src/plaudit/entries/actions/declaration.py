"""What an entrant declares before submitting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

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
    entry: Entry, declared: Mapping[UUID, Declared], *, by: Person, at: dt.datetime
) -> None:
    """Write what is declared, by declaration; those that are not named keep their answer.

    Checks that the person may write at `at`, that the edition asks for each declaration and that each choice
    is one it offers; locks the entry. Records who declared it and when. Raises Refused.
    """
    require(may_write(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    asked = Declaration.objects.filter(edition_id=entry.edition_id, pk__in=declared).in_bulk()
    if set(asked) != set(declared):
        raise Refused("One of these declarations is no longer asked for. Open the page again.")
    for key, answer in declared.items():
        if answer.choice not in OFFERED[asked[key].kind]:
            raise Refused("Choose one of the answers on the page.")
    DeclarationAnswer.objects.bulk_create(
        [
            DeclarationAnswer(
                entry=entry,
                declaration=asked[key],
                choice=answer.choice,
                note=_note(asked[key], answer),
                declared_by=by,
                declared_at=at,
            )
            for key, answer in declared.items()
        ],
        update_conflicts=True,
        unique_fields=["entry", "declaration"],
        update_fields=["choice", "note", "declared_by", "declared_at"],
    )


def _note(declaration: Declaration, answer: Declared) -> str:
    if declaration.kind != DeclarationKind.AI_TOOLS:
        return ""
    return " ".join(answer.note.replace("\x00", "").split())[:300]
