"""What an entry still lacks before it can be submitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.utils.text import get_text_list

from plaudit.entries.confirmations import confirmation_faults
from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.models import Entry, EvidenceKind, Partner, PartnerRole, ScanState
from plaudit.entries.parts import (
    AskedCriterion,
    AskedDeclaration,
    AskedQuestion,
    EntryParts,
    parts_of,
)
from plaudit.kit.words import count_words
from plaudit.people.models import Organisation, OrganisationKind
from plaudit.people.models.organisation import PUBLIC_BODIES
from plaudit.programmes.models import Category

SUMMARY_WORDS = 100


class Place(StrEnum):
    """Where in the entry something is to be put right."""

    DETAILS = "details"
    ORGANISATIONS = "organisations"
    ELIGIBILITY = "eligibility"
    ANSWER = "answer"
    DECLARATIONS = "declarations"
    FEE = "fee"
    NEWS = "news"
    EVIDENCE = "evidence"
    FILES = "files"


@dataclass(frozen=True)
class MissingPart:
    """One thing to put right: in a sentence, and where. `criterion_id` is set when the place is an answer."""

    place: Place
    sentence: str
    criterion_id: UUID | None = None


def missing_parts(entry: Entry, parts: EntryParts | None = None) -> list[MissingPart]:
    """Return what keeps the entry from being submitted, in the order of its pages; empty when it is whole.

    `parts` spares fetching them again.
    """
    parts = parts or parts_of(entry)
    return [
        *_details(entry),
        *(
            MissingPart(Place.ORGANISATIONS, s)
            for s in organisation_faults(entry.category, parts.partners)
        ),
        *(MissingPart(Place.ORGANISATIONS, s) for s in confirmation_faults(entry, parts)),
        *(MissingPart(Place.ELIGIBILITY, s) for s in eligibility_faults(parts.questions)),
        *_answers(parts.criteria),
        *_news(entry),
        *_whole_entry(entry.category, parts.criteria),
        *(MissingPart(Place.FILES, s) for s in file_faults(parts)),
        *(MissingPart(Place.EVIDENCE, s) for s in testimonial_faults(parts.evidence)),
        *(MissingPart(Place.DECLARATIONS, s) for s in declaration_faults(parts.declarations)),
        *_fee(parts),
    ]


def file_faults(parts: EntryParts) -> Iterator[str]:
    """Yield the files that hold a virus: nobody could open them."""
    numbers = {piece.evidence_id: piece.number for piece in parts.evidence}
    for file in parts.attachments:
        if file.scan == ScanState.INFECTED:
            number = numbers.get(file.evidence_id) if file.evidence_id else None
            name = f"E{number}" if number else "the photo"
            yield f"Replace or remove {name}: a virus was found in it."


def organisation_faults(category: Category, partners: Sequence[Partner]) -> Iterator[str]:
    """Yield what is wrong with the organisations, by the category's rules."""
    lead = next((each for each in partners if each.role == PartnerRole.LEAD), None)
    if lead is None:
        yield "Choose the lead organisation."
    elif category.lead_kinds and lead.organisation.kind not in category.lead_kinds:
        yield (
            f"The lead organisation must be {kinds_in_words(category.lead_kinds)}. "
            f"{lead.organisation.name} is listed as {kinds_in_words([lead.organisation.kind])}."
        )
    lacking = category.minimum_organisations - len(partners)
    if lead is not None and lacking > 0:
        partner = "partner" if lacking == 1 else "partners"
        yield (
            f"This category is for joint entries by at least {category.minimum_organisations} "
            f"organisations. Add {lacking} more {partner}."
        )
    yield from _kind_faults(category, [each.organisation for each in partners])


def _kind_faults(category: Category, organisations: Sequence[Organisation]) -> Iterator[str]:
    """Yield what is wrong with the kinds of organisation, whoever leads."""
    allowed = category.partner_kinds
    for each in organisations:
        if allowed and each.kind not in allowed:
            yield (
                f"{each.name} is listed as {kinds_in_words([each.kind])}. "
                f"Each organisation in this category must be {kinds_in_words(allowed)}."
            )
    kinds = {each.kind for each in organisations}
    lacks_public_body = OrganisationKind.COMPANY in kinds and not kinds & PUBLIC_BODIES
    if category.company_needs_public_body and lacks_public_body:
        yield (
            "A company can enter this category only together with a public body, such as an NHS "
            "organisation or a council. Add one."
        )


def eligibility_faults(questions: Iterable[AskedQuestion]) -> Iterator[str]:
    """Yield what keeps the project out of the category, or that a question is still to be answered."""
    unanswered = 0
    for asked in questions:
        if asked.is_yes is None:
            unanswered += 1
        elif asked.is_yes != asked.required_answer:
            yield asked.reason
    if unanswered:
        yield (
            "Answer the eligibility question."
            if unanswered == 1
            else (f"Answer {unanswered} eligibility questions.")
        )


def declaration_faults(declarations: Iterable[AskedDeclaration]) -> Iterator[str]:
    """Yield what is still to be declared."""
    count = sum(1 for asked in declarations if not asked.choice)
    if count:
        yield "Make the declaration." if count == 1 else f"Make {count} declarations."


def testimonial_faults(evidence: Iterable[EvidencePart]) -> Iterator[str]:
    """Yield a sentence for each testimonial without recorded consent: it must not be submitted."""
    for part in evidence:
        if part.kind == EvidenceKind.TESTIMONIAL and not part.details["consented_on"]:
            yield (
                f"Record the consent to the testimonial E{part.number}, “{part.title}”, or take it off."
            )


def _fee(parts: EntryParts) -> Iterator[MissingPart]:
    if parts.is_fee_settled is False:
        yield MissingPart(Place.FEE, "Settle the fee.")


def kinds_in_words(kinds: Iterable[str]) -> str:
    """Return "an NHS provider or a council"."""
    named = [str(OrganisationKind(kind).label) for kind in kinds if kind in OrganisationKind.values]
    return str(get_text_list([_with_article(name) for name in named], "or"))


def _with_article(name: str) -> str:
    plain = name if name.startswith(("NHS", "GP")) else name[0].lower() + name[1:]
    return f"{'an' if plain[0] in 'aeio' or plain.startswith('NHS') else 'a'} {plain}"


def _details(entry: Entry) -> Iterator[MissingPart]:
    if not entry.title.strip():
        yield MissingPart(Place.DETAILS, "Give the project a title.")
    words = count_words(entry.summary)
    if words == 0:
        yield MissingPart(Place.DETAILS, "Write a summary of the project.")
    elif words > SUMMARY_WORDS:
        over = over_in_words(words - SUMMARY_WORDS)
        yield MissingPart(
            Place.DETAILS, f"The summary is {over} over its limit of {SUMMARY_WORDS}."
        )


def _answers(criteria: Iterable[AskedCriterion]) -> Iterator[MissingPart]:
    for asked in criteria:
        if asked.words == 0:
            sentence = f"Answer “{asked.name}”."
        elif asked.word_limit and asked.words > asked.word_limit:
            over = over_in_words(asked.words - asked.word_limit)
            sentence = f"“{asked.name}” is {over} over its limit of {asked.word_limit}."
        else:
            continue
        yield MissingPart(Place.ANSWER, sentence, asked.criterion_id)


def _news(entry: Entry) -> Iterator[MissingPart]:
    if entry.carried_from_id is not None and not entry.what_is_new.strip():
        yield MissingPart(Place.NEWS, "Say what is new since the entry you started from.")


def _whole_entry(category: Category, criteria: Sequence[AskedCriterion]) -> Iterator[MissingPart]:
    limit = category.whole_entry_word_limit
    total = sum(asked.words for asked in criteria)
    if limit and total > limit:
        longest = max(criteria, key=lambda asked: asked.words)
        yield MissingPart(
            Place.ANSWER,
            f"The answers together are {over_in_words(total - limit)} over the limit of {limit} "
            "for the whole entry.",
            longest.criterion_id,
        )


def over_in_words(words: int) -> str:
    """Return "1 word" or "12 words"."""
    return f"{words:,} word" if words == 1 else f"{words:,} words"
