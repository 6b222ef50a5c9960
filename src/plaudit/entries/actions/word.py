"""Keeping what was written offline in a Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.answer import SavedAnswer, save_answer
from plaudit.entries.models import Entry, UpdateSource
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


@transaction.atomic
def keep_word_answers(
    entry: Entry, texts: Mapping[UUID, tuple[str, int]], *, by: Person, at: dt.datetime
) -> dict[UUID, SavedAnswer]:
    """Merge the texts, each with the version it was written against, into the answers; all of them or none.

    Checks that the person may write at `at` and that the category asks each criterion. Each text is merged as
    `save_answer` does, so that what others wrote meanwhile stays. Raises Refused, TextTooLong.
    """
    require(may_write(by, entry, at))
    asked = entry.category.criteria.filter(pk__in=texts).order_by("pk").in_bulk()
    if set(asked) != set(texts):
        raise Refused(
            "The entry is not asked one of these questions any more. Upload the file again."
        )
    return {
        key: save_answer(
            entry, asked[key], by=by, at=at, text=text, version=version, source=UpdateSource.WORD
        )
        for key, (text, version) in sorted(texts.items())
    }
