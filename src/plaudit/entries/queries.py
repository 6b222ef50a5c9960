"""Reads of entries. Whatever is for a person goes through what that person works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plaudit.entries.coaching import TickedPrompt
from plaudit.entries.extensions import latest_extension_of_each
from plaudit.entries.models import (
    Answer,
    AnswerUpdate,
    Attachment,
    Comment,
    Contributor,
    ContributorInvitation,
    Entry,
    EntryStatus,
    Reception,
    Submission,
)
from plaudit.entries.parts import AskedCriterion, criteria_in
from plaudit.entries.rules import remember_level
from plaudit.entries.statements import (
    DESK_WIDTH,
    OWN_ANSWER,
    OWN_ENTRY,
    WRITING_DESK,
    answer_in,
    entry_in,
)
from plaudit.kit.rows import Row, first_row
from plaudit.people.models import Person
from plaudit.programmes.models import Category, CategoryCriterion, Edition


def entries_of(person: Person, search: str = "") -> QuerySet[Entry]:
    """Return the entries that the person works on, newest first, with category, edition and programme.

    Annotated: `level` (the person's), `submitted_at` (when the entry was last submitted, or None),
    `answered` and `asked` (how many criteria have words, and how many there are), `written_at` (when an
    answer was last saved, or None), `extended` (until when time was extended, or None). `search` is looked
    for in title, reference and category's name.
    """
    rows = Entry.objects.filter(contributors__person=person)
    if search.strip():
        text = search.replace("\x00", "").strip()
        rows = rows.filter(
            Q(title__icontains=text)
            | Q(reference__icontains=text)
            | Q(category__name__icontains=text)
        )
    last = Submission.objects.filter(entry=OuterRef("pk")).order_by("-number")
    own = Answer.objects.filter(entry=OuterRef("pk"), criterion__category=OuterRef("category"))
    answers = own.order_by().values("entry")
    written = answers.filter(words__gt=0).annotate(number=Count("pk"))
    asked = CategoryCriterion.objects.filter(category=OuterRef("category")).order_by()
    return (
        rows.select_related("category__edition__programme")
        .annotate(
            level=F("contributors__level"),
            submitted_at=Subquery(last.values("submitted_at")[:1]),
            answered=Coalesce(Subquery(written.values("number")), 0),
            asked=Coalesce(
                Subquery(asked.values("category").annotate(number=Count("pk")).values("number")), 0
            ),
            written_at=Subquery(answers.annotate(last=Max("saved_at")).values("last")),
            extended=latest_extension_of_each(),
        )
        .order_by("-created_at", "-pk")
    )


def entry_of(person: Person, entry_id: UUID) -> Entry | None:
    """Return the entry if the person works on it, with its category, edition and programme, by one query.

    Of these, long texts that no page of an entry shows come only when they are asked for.
    """
    row = first_row(OWN_ENTRY, [person.pk, entry_id])
    if row is None:
        return None
    entry = entry_in(row, 1)
    remember_level(entry, person, row[0])
    return entry


def entries_in(person: Person, category: Category) -> list[Entry]:
    """Return the entries to the category that the person works on, oldest first."""
    rows = person.contributions.filter(entry__category=category).select_related("entry")
    return [row.entry for row in rows.order_by("entry__number")]


def submitted_entries(edition: Edition) -> QuerySet[Entry]:
    """Return the entries of the edition that stand submitted, with their categories, in order of number."""
    return edition.entries.filter(status=EntryStatus.SUBMITTED).select_related("category")


def entry_called(edition: Edition, reference: str) -> Entry | None:
    """Return the edition's entry with this reference, in any case, or None."""
    typed = reference.replace("\x00", "").strip()
    return edition.entries.filter(reference__iexact=typed).select_related("category").first()


def latest_submission(entry: Entry) -> Submission | None:
    """Return the last submission, snapshot included, or None."""
    return entry.submissions.select_related("submitted_by").order_by("-number").first()


def latest_submissions(entries: Iterable[Entry]) -> dict[UUID, Submission]:
    """Return the last submission of each entry, by the entry's id, by one query."""
    rows = Submission.objects.filter(entry__in=list(entries)).order_by("entry_id", "-number")
    return {each.entry_id: each for each in rows.distinct("entry_id")}


def submissions_of(entry: Entry) -> list[Submission]:
    """Return the submissions, last first, without their snapshots; `withdrawal` comes with each."""
    rows = entry.submissions.select_related("withdrawal", "submitted_by").defer("snapshot")
    return list(rows.order_by("-number"))


def submission_of(person: Person, reference: str) -> Submission | None:
    """Return the submission with this reference if the person works on its entry."""
    return (
        Submission.objects.filter(
            reference=reference.replace("\x00", "").upper(), entry__contributors__person=person
        )
        .select_related("entry__category__edition__programme", "submitted_by", "withdrawal")
        .first()
    )


def submission_with(reference: str, digest: str) -> Submission | None:
    """Return the submission that has both this reference and this digest, whoever asks."""
    return (
        Submission.objects.filter(
            reference=reference.replace("\x00", "").upper(), digest=digest.replace("\x00", "")
        )
        .select_related("entry__category__edition__programme", "withdrawal")
        .defer("snapshot")
        .first()
    )


def reception_of(submission: Submission) -> Reception | None:
    """Return what the organiser's desk last said of the submission, or None."""
    return submission.receptions.order_by("-checked_at", "-id").first()


def answer_of(person: Person, entry_id: UUID, criterion_id: UUID) -> Answer | None:
    """Return the answer if the person works on its entry, by one query.

    With it come its criterion, who saved it, its entry, and the entry's category, edition and programme. A
    criterion that was added after the entry was started gives a fresh, unsaved answer.
    """
    row = first_row(OWN_ANSWER, [person.pk, entry_id, criterion_id])
    return None if row is None else _own_answer(row, person)


@dataclass(frozen=True)
class CitablePiece:
    """What an answer may cite: `attachment` and `page_count` are of its file, if it is one with pages."""

    number: int
    title: str
    kind: str
    attachment: UUID | None
    page_count: int | None


@dataclass(frozen=True)
class WritingDesk:
    """An answer with all that stands beside it: `anchors` are (value, meaning), `people` ids and names.

    `comments` are the open threads: who began each, and with what words.
    """

    answer: Answer
    criteria: list[AskedCriterion]
    prompts: list[TickedPrompt]
    anchors: list[tuple[int, str]]
    evidence: list[CitablePiece]
    people: list[tuple[UUID, str]]
    comments: list[tuple[str, str]]


def writing_desk(person: Person, entry_id: UUID, criterion_id: UUID) -> WritingDesk | None:
    """Return the answer as `answer_of` does, and what is shown beside it: one query."""
    row = first_row(WRITING_DESK, [person.pk, entry_id, criterion_id])
    if row is None:
        return None
    beside = (part or [] for part in row[-DESK_WIDTH:])
    criteria, prompts, anchors, evidence, people, comments = beside
    return WritingDesk(
        answer=_own_answer(row, person),
        criteria=criteria_in(criteria),
        prompts=[TickedPrompt(UUID(key), text, by) for key, text, by in prompts],
        anchors=[(value, meaning) for value, meaning in anchors],
        evidence=[
            CitablePiece(number, title, kind, file and UUID(file), pages)
            for number, title, kind, file, pages in evidence
        ],
        people=[(UUID(key), name or email) for key, name, email in people],
        comments=[(name or email, body) for name, email, body in comments],
    )


def _own_answer(row: Row, person: Person) -> Answer:
    answer = answer_in(row)
    remember_level(answer.entry, person, row[0])
    return answer


def updates_of(answer: Answer) -> QuerySet[AnswerUpdate]:
    """Return the changes that made the answer, first to last, with who made them."""
    return answer.updates.select_related("person").order_by("version")


def written_since(answer: Answer, version: int, *, without: Person) -> list[Person]:
    """Return who else changed the answer after the version, in the order of their names: one query."""
    changes = AnswerUpdate.objects.filter(answer=answer, version__gt=version)
    return list(
        Person.objects.filter(pk__in=changes.values("person"))
        .exclude(pk=without.pk)
        .order_by("name")
    )


def comment_threads(answer: Answer) -> list[Comment]:
    """Return the comments that began threads on the answer, open ones first, each with its `replies`: two queries."""
    rows = answer.comments.filter(reply_to=None).select_related("person", "resolved_by")
    threads = rows.prefetch_related(
        Prefetch("replies", Comment.objects.select_related("person").order_by("written_at", "id"))
    )
    return sorted(threads, key=lambda each: (each.resolved_at is not None, each.written_at))


def comment_on(answer: Answer, comment_id: UUID) -> Comment | None:
    """Return the comment if it is on the answer."""
    comment = answer.comments.filter(pk=comment_id).select_related("reply_to").first()
    if comment is not None:
        comment.answer = answer
    return comment


def contributors_of(entry: Entry) -> list[Contributor]:
    """Return who works on the entry, in the order they came."""
    return list(entry.contributors.select_related("person").order_by("added_at", "pk"))


def invitation_with(token: str) -> ContributorInvitation | None:
    """Return the invitation that the token stands for."""
    return (
        ContributorInvitation.objects.filter(token=token)
        .select_related("entry__category__edition__programme", "invited_by")
        .first()
    )


def attachment_of(entry: Entry, attachment_id: UUID) -> Attachment | None:
    """Return the file if it is, or once was, on the entry."""
    return entry.attachments.filter(pk=attachment_id).first()
