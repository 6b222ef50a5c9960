"""Saving what an entry says to a criterion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from django.db import transaction

from plaudit.entries.documents import change_to, merge_change
from plaudit.entries.models import Answer, Entry, UpdateSource
from plaudit.entries.notices import CHANNEL, changed, notice_of
from plaudit.entries.replaying import document_at
from plaudit.entries.rules import may_write
from plaudit.entries.statements import KEEP_ANSWER, LOCKED_ANSWER, WHOLE_ANSWER
from plaudit.entries.word.uploads import with_earlier_uploads
from plaudit.entries.wording import clean_text
from plaudit.kit.rows import Row, first_row
from plaudit.kit.verdict import Refused, require
from plaudit.kit.words import count_words
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion

LONGEST_TEXT = 200_000


class TextTooLong(Refused):
    """The text is over 200,000 characters."""


@dataclass(frozen=True)
class SavedAnswer:
    """What the answer says now, and its version. `is_merged`: somebody else's words came in as well."""

    version: int
    saved_at: dt.datetime
    text: str
    words: int
    word_limit: int | None
    is_merged: bool


@transaction.atomic
def save_answer(
    entry: Entry,
    criterion: CategoryCriterion,
    *,
    by: Person,
    at: dt.datetime,
    text: str,
    version: int,
    source: UpdateSource = UpdateSource.POSTED,
    opened_at: dt.datetime | None = None,
) -> SavedAnswer:
    """Bring a text posted whole into the entry's answer to the criterion.

    Checks that the person may write at `at`, by a form opened at `opened_at` where that is known, that the
    criterion is asked by the entry's category, and that the text is not over 200,000 characters. Locks the
    answer. What the person changed is the difference between `text` and the answer at `version`, which they
    wrote against: that change is merged into whatever others wrote since. Of a Word file, what was uploaded
    from it before counts as written against. The same change again, or the text that is there already,
    changes nothing and succeeds. Writes the text, its document and the update, and
    tells who has the entry open; a text over its word limit is kept, for only submitting minds. Raises
    Refused, TextTooLong.
    """
    require(may_write(by, entry, at, opened_at))
    if criterion.category_id != entry.category_id:
        raise Refused("The category does not ask this.")
    text = clean_text(text)
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            f"This answer is {len(text):,} characters long. The most that can be kept is {LONGEST_TEXT:,}. "
            "Nothing was saved: copy your text somewhere safe, then shorten it."
        )
    answer = _locked(entry, criterion)
    if answer.text != text or answer.saved_at is None:
        began = document_at(answer, version)
        if source == UpdateSource.WORD:
            began = with_earlier_uploads(answer, version, began, text)
        update = change_to(began, text, author=str(by.pk))
        _write(answer, update, by=by, at=at, source=source)
    return SavedAnswer(
        version=answer.version,
        saved_at=cast(dt.datetime, answer.saved_at),
        text=answer.text,
        words=answer.words,
        word_limit=criterion.word_limit,
        is_merged=answer.text != text,
    )


def _locked(entry: Entry, criterion: CategoryCriterion) -> Answer:
    row = first_row(LOCKED_ANSWER, [entry.pk, criterion.pk])
    if (
        row is None
    ):  # the criterion was added to the category after the entry was started, or the entry was moved
        if not Entry.objects.filter(pk=entry.pk, category=criterion.category_id).exists():
            raise Refused(
                "The entry was moved to another category just now. Your words are below: copy them, and "
                "open the entry again."
            )
        fresh = Answer(entry=entry, criterion=criterion)
        Answer.objects.bulk_create([fresh], ignore_conflicts=True)
        row = first_row(LOCKED_ANSWER, [entry.pk, criterion.pk])
    return WHOLE_ANSWER.read(cast(Row, row))


def _write(
    answer: Answer, update: bytes, *, by: Person, at: dt.datetime, source: UpdateSource
) -> None:
    merged, update = merge_change(bytes(answer.document), update)
    if not merged.is_changed and answer.saved_at is not None:
        return
    answer.document, answer.text = merged.document, merged.text
    answer.words, answer.version = count_words(merged.text), answer.version + 1
    answer.saved_at, answer.saved_by_id, answer.is_stale = at, by.pk, False
    first_row(
        KEEP_ANSWER,
        {
            "answer": answer.pk,
            "text": answer.text,
            "words": answer.words,
            "document": answer.document,
            "version": answer.version,
            "at": at,
            "person": by.pk,
            "source": source.value,
            "update": update,
            "channel": CHANNEL,
            "notice": notice_of(
                [changed(answer.entry_id, answer.pk, answer.version, by.display_name, answer.words)]
            ),
        },
    )
