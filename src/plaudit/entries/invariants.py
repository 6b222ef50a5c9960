"""What must hold of every entry. Each function yields a sentence for each breach in the whole database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Count, Exists, F, OuterRef, Q

from plaudit.entries.documents import text_in
from plaudit.entries.models import (
    Answer,
    AnswerRevision,
    ContributorLevel,
    Entry,
    EntryStatus,
    Partner,
    PartnerRole,
    Submission,
    Withdrawal,
)
from plaudit.entries.snapshot import digest_of
from plaudit.kit.words import count_words
from plaudit.programmes.rules import closing_instant

CHUNK = 200


def status_is_what_was_recorded() -> Iterator[str]:
    """An entry is submitted when its last submission is not withdrawn, withdrawn when it is, else a draft."""
    entries = Entry.objects.prefetch_related("submissions__withdrawal")
    for entry in entries.iterator(chunk_size=CHUNK):
        last = max(entry.submissions.all(), key=lambda each: each.number, default=None)
        if last is None:
            recorded = EntryStatus.DRAFT
        else:
            is_withdrawn = getattr(last, "withdrawal", None) is not None
            recorded = EntryStatus.WITHDRAWN if is_withdrawn else EntryStatus.SUBMITTED
        if entry.status != recorded:
            yield f"Entry {entry.reference} is marked {entry.status} but recorded as {recorded}."


def entries_have_one_owner() -> Iterator[str]:
    """Each entry has exactly one owner, so that somebody can always let others in."""
    owned = Count("contributors", filter=Q(contributors__level=ContributorLevel.OWNER))
    for entry in Entry.objects.annotate(owners=owned).exclude(owners=1):
        yield f"Entry {entry.reference} has {entry.owners} owners."


def entries_lie_in_one_edition() -> Iterator[str]:
    """An entry's edition is its category's."""
    for entry in Entry.objects.exclude(edition=F("category__edition")):
        yield f"Entry {entry.reference} lies in another edition than its category."


def answers_agree_with_their_parts() -> Iterator[str]:
    """An answer's text, words, document and newest revision say the same, and its category asks for it."""
    newest = AnswerRevision.objects.filter(
        answer=OuterRef("pk"), version=OuterRef("version"), text=OuterRef("text")
    )
    answers = Answer.objects.select_related("entry", "criterion").annotate(is_kept=Exists(newest))
    for answer in answers.iterator(chunk_size=CHUNK):
        name = f"The answer {answer.pk} of entry {answer.entry.reference}"
        if text_in(bytes(answer.document)) != answer.text:
            yield f"{name} differs from its document."
        if count_words(answer.text) != answer.words:
            yield f"{name} is kept as {answer.words} words but has {count_words(answer.text)}."
        if answer.version and not answer.is_kept:
            yield f"{name} is at a version that no revision holds."
        if (answer.version == 0) != (answer.saved_at is None) or (
            answer.text and not answer.version
        ):
            yield f"{name} was changed without being saved."
        if answer.criterion.category_id != answer.entry.category_id:
            yield f"{name} answers another category's criterion."


def submissions_are_whole() -> Iterator[str]:
    """A submission's digest is its snapshot's, its number and reference follow on, and it was made in time."""
    rows = Submission.objects.select_related("entry__category__edition").order_by("entry", "number")
    expected: dict[object, int] = {}
    for each in rows.iterator(chunk_size=CHUNK):
        expected[each.entry_id] = expected.get(each.entry_id, 0) + 1
        if digest_of(each.snapshot) != each.digest:
            yield f"Submission {each.reference} differs from its digest."
        if each.number != expected[each.entry_id]:
            yield f"Submission {each.reference} has number {each.number}, out of order."
        if each.reference != f"{each.entry.reference}/{each.number}":
            yield f"Submission {each.reference} is not named after its entry {each.entry.reference}."
        if each.submitted_at > closing_instant(each.entry.category):
            yield f"Submission {each.reference} is later than the closing time that is set now."


def withdrawals_follow_their_submission() -> Iterator[str]:
    """A withdrawal is of its own entry's submission, and later than it."""
    wrong = Q(withdrawn_at__lt=F("submission__submitted_at")) | ~Q(entry=F("submission__entry"))
    for each in Withdrawal.objects.filter(wrong).select_related("entry"):
        yield f"A withdrawal of entry {each.entry.reference} does not fit its submission."


def partners_are_in_order() -> Iterator[str]:
    """Organisations are numbered from one, the lead first."""
    rows = Partner.objects.select_related("entry").order_by("entry", "position")
    place: dict[object, int] = {}
    for each in rows.iterator(chunk_size=CHUNK):
        place[each.entry_id] = place.get(each.entry_id, 0) + 1
        if each.position != place[each.entry_id]:
            yield f"Entry {each.entry.reference} has a gap in its organisations at {each.position}."
        if each.role == PartnerRole.LEAD and each.position != 1:
            yield f"Entry {each.entry.reference} has its lead organisation at place {each.position}."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    status_is_what_was_recorded,
    entries_have_one_owner,
    entries_lie_in_one_edition,
    answers_agree_with_their_parts,
    submissions_are_whole,
    withdrawals_follow_their_submission,
    partners_are_in_order,
]
