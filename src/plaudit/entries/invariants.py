"""What must hold of every entry. Each function yields a sentence for each breach in the whole database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from django.db.models import Count, F, Q

from plaudit.entries.closing import window_for
from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import (
    Answer,
    CategoryMove,
    ContributorLevel,
    Entry,
    EntryStatus,
    Evidence,
    EvidenceKind,
    Partner,
    PartnerRole,
    Submission,
    Testimonial,
    Withdrawal,
)
from plaudit.entries.snapshot import digest_of
from plaudit.kit.words import count_words

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
    """An answer's text, words and document agree with the updates that made it; its category asks for it."""
    answers = Answer.objects.select_related("entry", "criterion").prefetch_related("updates")
    for answer in answers.iterator(chunk_size=CHUNK):
        updates = answer.updates.all()
        name = f"The answer {answer.pk} of entry {answer.entry.reference}"
        if text_in(bytes(answer.document)) != answer.text:
            yield f"{name} differs from its document."
        if count_words(answer.text) != answer.words:
            yield f"{name} is kept as {answer.words} words but has {count_words(answer.text)}."
        if [each.version for each in updates] != list(range(1, answer.version + 1)):
            yield f"{name} is at version {answer.version} but not every update is kept."
        elif text_in(replayed(bytes(each.data) for each in updates)) != answer.text:
            yield f"{name} differs from what its updates make."
        if (answer.version == 0) != (answer.saved_at is None) or (
            answer.text and not answer.version
        ):
            yield f"{name} was changed without being saved."
        if not _is_asked_or_parked(answer):
            yield f"{name} answers the criterion of a category that its entry was never in."


def _is_asked_or_parked(answer: Answer) -> bool:
    asked_by = answer.criterion.category_id
    if asked_by == answer.entry.category_id:
        return True
    return CategoryMove.objects.filter(entry=answer.entry_id, from_category=asked_by).exists()


def moves_lead_to_the_category() -> Iterator[str]:
    """Each move of an entry begins where the one before ended, and the last ends in its category."""
    here: dict[UUID, UUID] = {}
    rows = CategoryMove.objects.select_related("entry").order_by("entry", "moved_at", "pk")
    for move in rows.iterator(chunk_size=CHUNK):
        if here.get(move.entry_id, move.from_category_id) != move.from_category_id:
            yield f"Entry {move.entry.reference} was moved out of a category it was not in."
        here[move.entry_id] = move.to_category_id
    for entry in Entry.objects.filter(pk__in=list(here)):
        if here[entry.pk] != entry.category_id:
            yield f"Entry {entry.reference} is not in the category it was last moved to."


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
        window = window_for(each.entry)
        if each.submitted_at > window.closes_at + window.grace:
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


def evidence_has_its_row() -> Iterator[str]:
    """A measure, a testimonial or a value has the row of its kind, and of no other."""
    kinds = (EvidenceKind.MEASURE, EvidenceKind.TESTIMONIAL, EvidenceKind.VALUE)
    for piece in Evidence.objects.select_related("entry", *kinds).iterator(chunk_size=CHUNK):
        rows = [kind for kind in kinds if getattr(piece, kind, None) is not None]
        if rows != [kind for kind in kinds if kind == piece.kind]:
            yield f"E{piece.number} of entry {piece.entry.reference} is a {piece.kind} but holds {rows}."


def submitted_testimonials_have_consent() -> Iterator[str]:
    """No testimonial that stands on a submitted entry, and was there when it was submitted, lacks consent."""
    lacking = Testimonial.objects.filter(
        consented_on__isnull=True, evidence__removed_at__isnull=True
    ).select_related("evidence__entry")
    for said in lacking:
        last = said.evidence.entry.submissions.order_by("-number").first()
        if last is None:
            continue
        quoted = last.snapshot["evidence"]
        if any(
            each["number"] == said.evidence.number and each.get("words") == said.words
            for each in quoted
        ):
            yield f"Submission {last.reference} quotes E{said.evidence.number} without consent."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    status_is_what_was_recorded,
    entries_have_one_owner,
    entries_lie_in_one_edition,
    answers_agree_with_their_parts,
    moves_lead_to_the_category,
    submissions_are_whole,
    withdrawals_follow_their_submission,
    partners_are_in_order,
    evidence_has_its_row,
    submitted_testimonials_have_consent,
]
