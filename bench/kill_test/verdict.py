"""What the database holds, beside what people were told."""

from __future__ import annotations

from collections import Counter

from bench.kill_test.people import Told
from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import Answer, Submission
from plaudit.messages.models import OutboxMessage


def verdict(told: Told) -> tuple[int, int]:
    """Return how many acknowledged words and submissions are missing, and how many things are there twice.

    An answer whose log does not make its text counts as missing; so does a version without its update. A
    submission is there twice when the one before it says the same, or when its receipt was queued twice.
    """
    answers = [_of_answer(answer, told) for answer in Answer.objects.filter(pk__in=told.words)]
    missing = sum(lost for lost, _ in answers) + len(told.words) - len(answers)
    twice = sum(again for _, again in answers)
    kept = dict(Submission.objects.values_list("pk", "reference"))
    references = Counter(kept.values())
    for reference in told.submissions.values():
        missing += references[reference] == 0
    twice += sum(count - 1 for count in references.values())
    return missing, twice + _submitted_twice() + _mailed_twice()


def _of_answer(answer: Answer, told: Told) -> tuple[int, int]:
    words = Counter(word for word in answer.text.replace(">", "> ").split() if word[0] == "<")
    updates = list(answer.updates.order_by("version"))
    lost = sum(1 for word in told.words[answer.pk] if not words[word])
    is_whole = [each.version for each in updates] == list(range(1, answer.version + 1))
    if not is_whole or text_in(replayed(bytes(each.data) for each in updates)) != answer.text:
        lost += 1
    return lost, sum(count - 1 for count in words.values() if count > 1)


def _submitted_twice() -> int:
    rows = Submission.objects.order_by("entry", "number").values_list("entry", "digest")
    before, twice = None, 0
    for row in rows:
        twice += row == before
        before = row
    return twice


def _mailed_twice() -> int:
    rows = OutboxMessage.objects.filter(kind="receipt").values_list("cause", "recipient")
    return sum(count - 1 for count in Counter(rows).values())
