"""After the last phase: the invariants of every app, and the database held against what people were told."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from uuid import UUID

from django.apps import apps
from django.core import mail

from plaudit.enquiries.models import EnquiryMessage
from plaudit.entries.models import Answer, Entry, EntryStatus, Submission
from plaudit.judging.models import Abstention, Confirmation, Score
from plaudit.judging.queries.assignments import conflicted_assignments
from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.rehearsal.stage import Stage
from plaudit.results.queries import awards_released

Check = Callable[[Stage], Iterator[str]]


def breaches(stage: Stage) -> Iterator[str]:
    """Yield a sentence for everything that is not as it should be, at the instant of release."""
    with frozen_at(stage.plan.release):
        for invariant in invariants():
            yield from invariant()
        for check in CHECKS:
            yield from check(stage)


def invariants() -> list[Callable[[], Iterator[str]]]:
    """Return the invariants of every app that has some."""
    names = [
        f"{app.name}.invariants"
        for app in apps.get_app_configs()
        if app.name.startswith("plaudit.")
    ]
    return [
        each
        for name in names
        if find_spec(name)
        for each in importlib.import_module(name).INVARIANTS
    ]


def acknowledged_words_are_kept(stage: Stage) -> Iterator[str]:
    stored = {
        (entry, criterion): (text, version)
        for entry, criterion, text, version in Answer.objects.values_list(
            "entry_id", "criterion_id", "text", "version"
        )
    }
    for key, noted in stage.ledger.answers.items():
        found = stored.get(key)
        if found is None:
            yield f"An answer of entry {key[0]} was acknowledged and is not there."
        elif found[0] != noted[0]:
            yield f"An answer of entry {key[0]} is not what was acknowledged last."
        elif found[1] != noted[1]:
            yield f"An answer of entry {key[0]} has version {found[1]}; {noted[1]} was acknowledged."


def receipts_are_kept(stage: Stage) -> Iterator[str]:
    stored = {each.reference: each for each in Submission.objects.all()}
    for reference, note in stage.ledger.submissions.items():
        found = stored.get(reference)
        if found is None:
            yield f"Submission {reference} was acknowledged and is not there."
            continue
        if (found.digest, found.submitted_at, found.entry_id) != (note.digest, note.at, note.entry):
            yield f"Submission {reference} is not what its receipt says."
        told = {each["criterion_id"]: each["text"] for each in found.snapshot["answers"]}
        if told != {str(key): text for key, text in note.answers.items()}:
            yield f"Submission {reference} holds other words than were submitted."
    for reference in set(stored) - set(stage.ledger.submissions):
        yield f"Submission {reference} is there and nobody submitted it."


def nothing_was_taken_late(stage: Stage) -> Iterator[str]:
    for each in Submission.objects.filter(submitted_at__gt=stage.plan.closes):
        yield f"Submission {each.reference} was taken after closing."
    for entry in Entry.objects.filter(pk__in=stage.ledger.refused_late).exclude(
        status=EntryStatus.DRAFT
    ):
        yield f"Entry {entry.reference} was refused for being late and is {entry.status}."


def standing_is_what_people_did(stage: Stage) -> Iterator[str]:
    submitted = {note.entry for note in stage.ledger.submissions.values()}
    for entry in Entry.objects.all():
        expected = EntryStatus.SUBMITTED if entry.pk in submitted else EntryStatus.DRAFT
        if entry.pk in stage.ledger.withdrawn:
            expected = EntryStatus.WITHDRAWN
        if entry.status != expected:
            yield f"Entry {entry.reference} is {entry.status} and should be {expected}."


def acknowledged_scores_are_kept(stage: Stage) -> Iterator[str]:
    stored: dict[UUID, dict[UUID, int | None]] = {}
    for assignment, criterion, value in Score.objects.values_list(
        "scorecard__assignment_id", "criterion_id", "value"
    ):
        stored.setdefault(assignment, {})[criterion] = value
    for assignment, values in stage.ledger.scores.items():
        if stored.get(assignment) != values:
            yield f"The scores of assignment {assignment} are not what was acknowledged."
    for assignment in set(stored) - set(stage.ledger.scores):
        yield f"Assignment {assignment} has scores that no judge gave."
    final = set(Confirmation.objects.values_list("scorecard__assignment_id", flat=True))
    if final != stage.ledger.confirmed:
        yield f"{len(final ^ stage.ledger.confirmed)} scorecards are final and should not be, or the other way round."
    abstained = set(Abstention.objects.values_list("assignment_id", flat=True))
    if abstained != stage.ledger.abstained:
        yield "The abstentions are not those that judges made."


def no_judge_has_a_conflict(stage: Stage) -> Iterator[str]:
    for assignment in conflicted_assignments(stage.edition):
        yield f"Judge {assignment.judge_id} still has entry {assignment.entry_id}, with an interest in it."


def awards_are_those_decided(stage: Stage) -> Iterator[str]:
    shown = {
        award.entry_id: str(award.outcome)
        for award in awards_released(stage.edition, stage.plan.release)
    }
    if shown != {key: str(outcome) for key, outcome in stage.ledger.outcomes.items()}:
        yield "The winners' page does not show what was decided."


def words_to_desks_are_kept(stage: Stage) -> Iterator[str]:
    stored = dict(EnquiryMessage.objects.values_list("key", "body"))
    for key, body in stage.ledger.messages.items():
        if stored.get(key) != body:
            yield f"Message {key} to or from a desk is not what was acknowledged."


def every_mail_went_out_once(stage: Stage) -> Iterator[str]:
    sent = Counter(message.extra_headers["Message-ID"] for message in mail.outbox)
    for identifier, times in sent.items():
        if times > 1:
            yield f"Mail {identifier} went out {times} times."
    for message in OutboxMessage.objects.filter(sent_at__isnull=True):
        yield f"Mail {message.pk} ({message.kind}) never went out."
    if len(sent) != OutboxMessage.objects.count():
        yield f"{len(sent)} mails went out and {OutboxMessage.objects.count()} were queued."


def everybody_was_told(stage: Stage) -> Iterator[str]:
    """One receipt a submission and person, one result a submitted entry and person, none for the others."""
    told = Counter(OutboxMessage.objects.filter(kind="result").values_list("cause", "recipient"))
    for draft in stage.drafts:
        expected = draft.entry.status == EntryStatus.SUBMITTED
        if told[str(draft.entry.pk), draft.owner.email] != expected:
            yield f"The owner of entry {draft.entry.reference} had no mail of the result, or one too many."
    receipts = OutboxMessage.objects.filter(kind="receipt").count()
    if receipts != len(stage.ledger.submissions):
        yield f"{len(stage.ledger.submissions)} submissions brought {receipts} receipts."


CHECKS: list[Check] = [
    acknowledged_words_are_kept,
    receipts_are_kept,
    nothing_was_taken_late,
    standing_is_what_people_did,
    acknowledged_scores_are_kept,
    no_judge_has_a_conflict,
    awards_are_those_decided,
    words_to_desks_are_kept,
    every_mail_went_out_once,
    everybody_was_told,
]
