"""Saving what an entry says to a criterion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import transaction

from plaudit.entries.documents import changed_span, document_with
from plaudit.entries.models import Answer, Entry
from plaudit.entries.rules import may_write
from plaudit.entries.statements import KEEP_ANSWER, LOCKED_ANSWER, WHOLE_ANSWER
from plaudit.entries.wording import clean_text
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.rows import Row, first_row
from plaudit.kit.verdict import Refused, require
from plaudit.kit.words import count_words
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion

LONGEST_TEXT = 200_000
ONE_SITTING = dt.timedelta(minutes=10)
A_LITTLE = 200


class AnswerConflict(Exception):
    """Somebody saved the answer since the page was opened. `answer` is as they left it; nothing was changed."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("the answer was changed in the meantime")
        self.answer = answer


class TextTooLong(Refused):
    """The text is over 200,000 characters."""


@dataclass(frozen=True)
class SavedAnswer:
    """What was kept: the version to name in the next save, when it was saved, and how long it is."""

    version: int
    saved_at: dt.datetime
    words: int
    word_limit: int | None


@transaction.atomic
def save_answer(
    entry: Entry,
    criterion: CategoryCriterion,
    *,
    by: Person,
    at: dt.datetime,
    text: str,
    version: int,
    key: UUID | None = None,
) -> SavedAnswer:
    """Keep `text` as the entry's answer to the criterion.

    Checks that the person may write at `at`, that the criterion is asked by the entry's category, and
    that the text is not over 200,000 characters. Locks the answer. The same text as is there already
    changes nothing and succeeds. Otherwise `version` must be the answer's own, or `key` that of the last
    save: then it is the same page that did not hear back, trying again. Writes the text, its document and
    a revision; a text over its word limit is kept, for only submitting minds.
    Raises Refused, TextTooLong, AnswerConflict (carrying the answer as it is).
    """
    require(may_write(by, entry, at))
    if criterion.category_id != entry.category_id:
        raise Refused("The category does not ask this.")
    text = clean_text(text)
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            f"This answer is {len(text):,} characters long. The most that can be kept is {LONGEST_TEXT:,}. "
            "Nothing was saved: copy your text somewhere safe, then shorten it."
        )
    answer = _locked(entry, criterion)
    if answer.text == text and answer.saved_at is not None:
        return _saved(answer, criterion)
    is_same_page = key is not None and key == answer.last_key and answer.saved_by_id == by.pk
    if answer.version != version and not is_same_page:
        raise AnswerConflict(answer)
    _write(answer, text, by=by, at=at, key=key)
    return _saved(answer, criterion)


def _locked(entry: Entry, criterion: CategoryCriterion) -> Answer:
    row = first_row(LOCKED_ANSWER, [entry.pk, criterion.pk])
    if row is None:  # the criterion was added to the category after the entry was started
        fresh = Answer(entry=entry, criterion=criterion)
        Answer.objects.bulk_create([fresh], ignore_conflicts=True)
        row = first_row(LOCKED_ANSWER, [entry.pk, criterion.pk])
    return WHOLE_ANSWER.read(cast(Row, row))


def _write(answer: Answer, text: str, *, by: Person, at: dt.datetime, key: UUID | None) -> None:
    before, begun = answer.text, answer.version
    answer.document = document_with(bytes(answer.document), text)
    answer.text, answer.words, answer.version = text, count_words(text), begun + 1
    answer.saved_at, answer.saved_by_id, answer.last_key = at, by.pk, key
    start, old_end, _ = changed_span(before, text)
    first_row(
        KEEP_ANSWER,
        {
            "answer": answer.pk,
            "text": text,
            "words": answer.words,
            "document": answer.document,
            "before": begun,
            "version": answer.version,
            "at": at,
            "person": by.pk,
            "key": key,
            "is_small": old_end - start <= A_LITTLE,
            "since": at - ONE_SITTING,
            "revision": new_identifier(),
        },
    )


def _saved(answer: Answer, criterion: CategoryCriterion) -> SavedAnswer:
    saved_at = cast(dt.datetime, answer.saved_at)
    return SavedAnswer(answer.version, saved_at, answer.words, criterion.word_limit)
