"""Whether the project may enter the category, in the entrant's own word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.meanwhile import rows_to_write
from plaudit.entries.models import EligibilityAnswer, Entry
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import EligibilityQuestion


@transaction.atomic
def answer_eligibility(
    entry: Entry,
    answers: Mapping[UUID, bool],
    *,
    by: Person,
    at: dt.datetime,
    version: str | None = None,
) -> None:
    """Write the answers, by question; questions that are not named keep theirs.

    Checks that the person may write at `at`; locks the entry; checks that the category asks each question
    and, where `version` is given, that what is written over is what that page showed
    (`meanwhile.rows_to_write`). An answer that makes the project ineligible is kept: only submitting minds.
    Raises Refused, ChangedMeanwhile.
    """
    require(may_write(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    asked = EligibilityQuestion.objects.filter(category_id=entry.category_id, pk__in=answers)
    questions = {question.pk: question for question in asked}
    if set(questions) != set(answers):
        raise Refused("The category does not ask one of these questions. Open the page again.")
    stored = EligibilityAnswer.objects.filter(entry=entry, question__in=answers)
    held = dict(stored.values_list("question_id", "is_yes"))
    written = rows_to_write(
        {key: (str(is_yes),) for key, is_yes in answers.items()},
        {key: (str(held.get(key)),) for key in answers},
        version,
    )
    EligibilityAnswer.objects.bulk_create(
        [EligibilityAnswer(entry=entry, question_id=key, is_yes=answers[key]) for key in written],
        update_conflicts=True,
        unique_fields=["entry", "question"],
        update_fields=["is_yes"],
    )
