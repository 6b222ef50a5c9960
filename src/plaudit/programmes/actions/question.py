from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from plaudit.kit.verdict import require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, FrequentQuestion, TeamRole
from plaudit.programmes.rules import may_work_for


@transaction.atomic
def store_questions(
    edition: Edition,
    questions: Sequence[tuple[str, str]],
    *,
    by: Person,
    at: dt.datetime,
) -> None:
    """Make these questions and answers, in their order, the edition's FAQ.

    Checks that `by` looks after entries or media. Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES, TeamRole.MEDIA))
    Edition.objects.select_for_update().get(pk=edition.pk)
    edition.questions.all().delete()
    FrequentQuestion.objects.bulk_create(
        FrequentQuestion(edition=edition, position=position, question=question, answer=answer)
        for position, (question, answer) in enumerate(questions, start=1)
    )
