"""The parts of an entry as a list of tasks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.completeness import (
    SUMMARY_WORDS,
    eligibility_faults,
    organisation_faults,
    over_in_words,
    testimonial_faults,
)
from plaudit.entries.models import AttachmentKind, Entry, EvidenceKind, ScanState
from plaudit.entries.parts import AskedCriterion, EntryParts
from plaudit.kit.addresses import address_of, addresses_with
from plaudit.kit.words import count_words

CARRIED = "Carried over: not looked at yet"


@dataclass(frozen=True)
class Task:
    """A line of the list. `tone` is that of a tag ("accent", "error"), or "" for plain words."""

    text: str
    href: str
    status: str
    tone: str = ""
    hint: str = ""
    is_current: bool = False
    answer_id: UUID | None = None
    limit: int | None = None


def criterion_tasks(
    entry: Entry, criteria: list[AskedCriterion], current: UUID | None = None
) -> list[Task]:
    """Return a task for each criterion, with the words used."""
    address = addresses_with(entry=entry.pk)
    return [
        Task(
            text=asked.name,
            href=address("entry_answer", criterion=asked.criterion_id),
            status=words_used(asked.words, asked.word_limit),
            hint=CARRIED if asked.is_stale else "",
            tone=_tone(asked),
            is_current=asked.criterion_id == current,
            answer_id=asked.answer_id,
            limit=asked.word_limit,
        )
        for asked in criteria
    ]


def words_used(words: int, limit: int | None) -> str:
    """Return "Not started", "123 of 400 words", or "412 of 400 words: 12 words over"."""
    if not words:
        return "Not started"
    if limit is None:
        return over_in_words(words)
    if words > limit:
        return f"{words:,} of {limit:,} words: {words - limit:,} over"
    return f"{words:,} of {limit:,} words"


def word_count(words: int, limit: int | None) -> str:
    """Return "0 of 400 words", as the writing desk counts."""
    return f"{words:,} of {limit:,} words" if limit else over_in_words(words)


def _tone(asked: AskedCriterion) -> str:
    if asked.word_limit and asked.words > asked.word_limit:
        return "error"
    return "" if asked.words else "soft"


def project_tasks(entry: Entry, parts: EntryParts, people: int) -> list[Task]:
    """Return a task for everything that is not an answer. `people` is how many work on the entry."""

    def task(text: str, route: str, status: str, tone: str = "", hint: str = "") -> Task:
        return Task(text, address_of(route, entry=entry.pk), status, tone, hint)

    tasks = [
        task("Category", "entry_category", "", hint=entry.category.name),
        task("Title and summary", "entry_details", *_details(entry)),
        task("Organisations", "entry_organisations", *_organisations(entry, parts)),
        task("Photo and files", "entry_files", *_files(parts)),
        task("Measures and testimonials", "entry_evidence_page", *_written_evidence(parts)),
        task(
            "People",
            "entry_people",
            "Only you so far" if people == 1 else f"{people} people",
            hint="Who writes with you",
        ),
    ]
    if parts.is_fee_settled is not None:
        settled = ("Settled", "") if parts.is_fee_settled else ("To be settled", "soft")
        tasks.append(task("Fee", "entry_fee", *settled))
    if parts.declarations:
        tasks.append(task("Declarations", "entry_declarations", *_declarations(parts)))
    if entry.carried_from_id is not None:
        tasks.insert(2, task("What is new", "entry_news", *_news(entry)))
    if parts.questions:
        tasks.insert(3, task("Eligibility", "entry_eligibility", *_eligibility(parts)))
    return tasks


def _news(entry: Entry) -> tuple[str, str, str]:
    about = "Since the entry you started from"
    return ("Done", "", about) if entry.what_is_new.strip() else ("Not started", "soft", about)


def _details(entry: Entry) -> tuple[str, str]:
    words = count_words(entry.summary)
    if words > SUMMARY_WORDS:
        return f"Summary {words - SUMMARY_WORDS:,} words over", "error"
    if entry.title and words:
        return "Done", ""
    return ("Not started", "soft") if not entry.title and not words else ("Started", "soft")


def _organisations(entry: Entry, parts: EntryParts) -> tuple[str, str, str]:
    names = ", ".join(partner.organisation.name for partner in parts.partners[:3])
    more = len(parts.partners) - 3
    hint = f"{names} and {more} more" if more > 0 else names
    if not parts.partners:
        return "Not started", "soft", ""
    if any(organisation_faults(entry.category, parts.partners)):
        return "Needs attention", "error", hint
    return "Done", "", hint


def _eligibility(parts: EntryParts) -> tuple[str, str]:
    if all(asked.is_yes is None for asked in parts.questions):
        return "Not started", "soft"
    if any(asked.is_yes not in {None, asked.required_answer} for asked in parts.questions):
        return "Not eligible", "error"
    return ("Started", "soft") if any(eligibility_faults(parts.questions)) else ("Done", "")


def _declarations(parts: EntryParts) -> tuple[str, str]:
    made = sum(1 for asked in parts.declarations if asked.choice)
    if made == len(parts.declarations):
        return "Done", ""
    return ("Started" if made else "Not started"), "soft"


def _written_evidence(parts: EntryParts) -> tuple[str, str, str]:
    written = [part for part in parts.evidence if part.kind != EvidenceKind.ATTACHMENT]
    hint = CARRIED if any(part.is_stale for part in written) else ""
    if any(testimonial_faults(written)):
        return "Consent to record", "error", hint
    if not written:
        return "Optional", "soft", hint
    return ("1 piece" if len(written) == 1 else f"{len(written)} pieces"), "", hint


def _files(parts: EntryParts) -> tuple[str, str, str]:
    are_stale = (part.is_stale for part in parts.evidence if part.kind == EvidenceKind.ATTACHMENT)
    hint = CARRIED if any(are_stale) else ""
    kinds = [file.kind for file in parts.attachments]
    if any(file.scan == ScanState.INFECTED for file in parts.attachments):
        return "Needs attention", "error", hint
    count = kinds.count(AttachmentKind.EVIDENCE)
    told = ["Photo"] if AttachmentKind.PHOTO in kinds else []
    if count:
        told.append("1 file" if count == 1 else f"{count} files")
    return (" and ".join(told), "", hint) if told else ("Optional", "soft", hint)
