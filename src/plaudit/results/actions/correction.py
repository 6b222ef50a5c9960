from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Entry
from plaudit.entries.queries import latest_submission
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from plaudit.programmes.rules import may_work_for
from plaudit.results.actions.decision import append_decision, differs, entries_chosen
from plaudit.results.actions.release import people_to_tell
from plaudit.results.mail import correction_mail
from plaudit.results.models import Correction, Decision, Outcome
from plaudit.results.queries import decisions_made, decisions_of
from plaudit.results.rules import may_correct, outcomes_are_complete

KIND = "result_corrected"
LONGEST_REASON = 300


@transaction.atomic
def correct_awards(
    category: Category,
    chosen: Mapping[UUID, tuple[Outcome, str]],
    *,
    reason: str,
    seen: int,
    by: Person,
    at: dt.datetime,
) -> list[Correction]:
    """Change announced outcomes and citations of a category, all or none; return what was added.

    Checks that `by` directs the programme, that the awards are released, that a reason is given, that each
    entry is submitted to this category, that nobody decided since `seen` (of `decisions_made`), and that the
    outcomes can stand as announced. Appends a decision and its correction for each entry that changes, and
    queues a mail to its people. The same again changes nothing. Locks the category. Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme))
    Category.objects.select_for_update().get(pk=category.pk)
    require(may_correct(category.edition, at))
    reason = " ".join(reason.replace("\x00", "").split())[:LONGEST_REASON]
    if not reason:
        raise Refused("Say why. The reason is published beside the awards.")
    entries = entries_chosen(category, chosen)
    standing = decisions_of(category)
    changed = {key: one for key, one in chosen.items() if _changes(standing.get(key), *one)}
    if changed and decisions_made(category) != seen:
        raise Refused("Somebody else corrected these awards meanwhile. Read them again.")
    outcomes = {key: decision.outcome for key, decision in standing.items()}
    outcomes |= {key: outcome.value for key, (outcome, _) in changed.items()}
    require(outcomes_are_complete(list(outcomes.values())))
    return [
        _correct(entries[key], standing.get(key), outcome, citation, reason, by, at)
        for key, (outcome, citation) in changed.items()
    ]


def _changes(standing: Decision | None, outcome: Outcome, citation: str) -> bool:
    """Whether it differs from what was announced: an entry without a decision was not placed."""
    if standing is None and (outcome, citation.strip()) == (Outcome.NOT_PLACED, ""):
        return False
    return differs(standing, outcome, citation)


def _correct(
    entry: Entry,
    standing: Decision | None,
    outcome: Outcome,
    citation: str,
    reason: str,
    by: Person,
    at: dt.datetime,
) -> Correction:
    decision = append_decision(entry, standing, outcome, citation, by, at)
    correction = Correction.objects.create(decision=decision, replaced=standing, reason=reason)
    submission = latest_submission(entry)
    title = submission.snapshot["title"] if submission else str(entry)
    subject, body = correction_mail(correction, title)
    for person in {one.pk: one for one in people_to_tell(entry)}.values():
        queue_mail(KIND, to=person, cause=decision.pk, subject=subject, body=body, at=at)
    return correction
