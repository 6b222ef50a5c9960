"""Whether the project may enter the category, in the entrant's own word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import EligibilityAnswer, Entry
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import EligibilityQuestion


@transaction.atomic
def answer_eligibility(
    entry: Entry, answers: Mapping[UUID, bool], *, by: Person, at: dt.datetime
) -> None:
    """Write the answers, by question; questions that are not named keep theirs.

    Checks that the person may write at `at` and that the category asks each question; locks the entry. An
    answer that makes the project ineligible is kept: only submitting minds. Raises Refused.
    """
    require(may_write(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    asked = EligibilityQuestion.objects.filter(category_id=entry.category_id, pk__in=answers)
    questions = {question.pk: question for question in asked}
    if set(questions) != set(answers):
        raise Refused("The category does not ask one of these questions. Open the page again.")
    EligibilityAnswer.objects.bulk_create(
        [
            EligibilityAnswer(entry=entry, question=questions[key], is_yes=is_yes)
            for key, is_yes in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["entry", "question"],
        update_fields=["is_yes"],
    )
