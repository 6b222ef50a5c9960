"""What a Word file would change in its entry. Nothing is kept here."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.documents import change_to, merge_change, text_in
from plaudit.entries.models import Answer, Entry
from plaudit.entries.replaying import document_at
from plaudit.entries.word.form import Form, FormSection
from plaudit.entries.word.placing import ReadForm, read_form
from plaudit.entries.word.uploads import with_earlier_uploads
from plaudit.entries.wording import clean_text
from plaudit.kit.words import count_words
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion


@dataclass(frozen=True, slots=True)
class ReviewedAnswer:
    """A criterion, and what the file says to it.

    `text` is None when the file does not hold it, `now` what the answer says, `after` what it would say once
    the file's text is merged in. `is_changed`: keeping the file would change the answer.
    `version` is the one to merge against; `is_guessed` when the file no longer says which, so that the text
    would take the place of what is there now. `theirs`: others wrote since the file was made.
    """

    criterion_id: UUID
    name: str
    word_limit: int | None
    text: str | None
    now: str
    after: str
    words: int
    version: int
    is_changed: bool
    is_guessed: bool
    theirs: bool


@dataclass(frozen=True, slots=True)
class Review:
    """The whole file. `unknown` are parts that belong to no criterion: (heading, text)."""

    answers: list[ReviewedAnswer]
    unknown: list[tuple[str, str]]
    is_marked: bool


def form_of(entry: Entry) -> Form:
    """Return the entry's form as it stands. Three queries."""
    answers = {each.criterion_id: each for each in entry.answers.defer("document")}
    criteria = entry.category.criteria.select_related("criterion").prefetch_related("prompts")
    return Form(
        entry=str(entry.pk),
        reference=entry.reference,
        title=entry.title,
        category=entry.category.name,
        edition=entry.category.edition.name,
        sections=tuple(_section(each, answers.get(each.pk)) for each in criteria),
    )


def review_of(entry: Entry, content: bytes, *, by: Person) -> Review:
    """Return what the Word file would change if `by` kept it. Raises Refused when it is no form of the entry's."""
    form = form_of(entry)
    read = read_form(content, form)
    answers = {str(each.criterion_id): each for each in entry.answers.all()}
    return Review(
        [_reviewed(section, read, answers.get(section.key), by) for section in form.sections],
        read.unknown,
        read.is_marked,
    )


def _section(criterion: CategoryCriterion, answer: Answer | None) -> FormSection:
    return FormSection(
        key=str(criterion.pk),
        name=criterion.name,
        word_limit=criterion.word_limit,
        prompts=tuple(prompt.text for prompt in criterion.prompts.all()),
        text=answer.text if answer else "",
        version=answer.version if answer else 0,
    )


def _reviewed(
    section: FormSection, read: ReadForm, answer: Answer | None, by: Person
) -> ReviewedAnswer:
    placed = read.answers.get(section.key)
    known = placed is not None and placed.version is not None and placed.version <= section.version
    version = placed.version if placed and known and placed.version is not None else section.version
    text = clean_text(placed.text) if placed else None
    began = _began_from(answer, version, text or "")
    base, after = text_in(began), section.text
    if text is not None and _even(text) != _even(base):
        after = _after(answer, change_to(began, text, author=str(by.pk)))
    return ReviewedAnswer(
        criterion_id=UUID(section.key),
        name=section.name,
        word_limit=section.word_limit,
        text=text,
        now=section.text,
        after=after,
        words=count_words(text or ""),
        version=version,
        is_changed=_even(after) != _even(section.text),
        is_guessed=placed is not None and not known,
        theirs=_even(base) != _even(section.text),
    )


def _after(answer: Answer | None, change: bytes) -> str:
    return merge_change(bytes(answer.document) if answer else b"", change)[0].text


def _began_from(answer: Answer | None, version: int, text: str) -> bytes:
    """Return the document that the file goes on from: at its version, with what was uploaded of it since."""
    if answer is None or version >= answer.version:
        return bytes(answer.document) if answer and version else b""
    return with_earlier_uploads(answer, version, document_at(answer, version), text)


def _even(text: str) -> str:
    """Return the text as a Word file gives it back: no white space at the ends of lines or of the whole."""
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n")
