"""Entries in every state, made by the same actions as the pages use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.actions.submission import submit_entry, withdraw_entry
from plaudit.entries.models import Contributor, ContributorLevel, Entry, Submission
from plaudit.entries.parts import asked_questions
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category

TEXT = "We asked people what they needed and then we built it with them, one street after another."


def an_entry(
    category: Category | None = None,
    *,
    owner: Person | None = None,
    at: dt.datetime = WHILE_OPEN,
    **fields: Any,
) -> Entry:
    """A draft as it is a moment after it was started. `fields` are set on its row ("title" and so on)."""
    entry = start_entry(category or a_category(), by=owner or a_person(), at=at)
    for name, value in fields.items():
        setattr(entry, name, value)
    if fields:
        entry.save(update_fields=list(fields))
    return entry


def a_complete_entry(
    category: Category | None = None,
    *,
    owner: Person | None = None,
    lead: Organisation | None = None,
    partners: tuple[Organisation, ...] = (),
    texts: Mapping[str, str] | None = None,
    at: dt.datetime = WHILE_OPEN,
    **fields: Any,
) -> Entry:
    """A draft that lacks nothing. `texts` are its answers by the criterion's name; the rest say `TEXT`."""
    details = {
        "title": "Warm homes, well people",
        "summary": "Damp homes made dry, together.",
        **fields,
    }
    entry = an_entry(category, owner=owner, at=at, **details)
    by = entry.started_by
    set_lead(entry, lead or an_organisation(), by=by, at=at)
    for organisation in partners:
        add_partner(entry, organisation, by=by, at=at)
    for question in asked_questions(entry):
        answer_eligibility(entry, {question.question_id: question.required_answer}, by=by, at=at)
    for criterion in entry.category.criteria.select_related("criterion"):
        text = (texts or {}).get(criterion.criterion.name, TEXT)
        save_answer(entry, criterion, by=by, at=at, text=text, version=0)
    return entry


def a_submission(
    entry: Entry | None = None, *, at: dt.datetime = WHILE_OPEN, key: UUID | None = None
) -> Submission:
    """The submission of the entry (a complete one, unless given) by its owner."""
    entry = entry or a_complete_entry(at=at)
    return submit_entry(entry, by=entry.started_by, at=at, key=key or new_identifier())


def a_submitted_entry(
    category: Category | None = None, *, at: dt.datetime = WHILE_OPEN, **fields: Any
) -> Entry:
    """An entry that stands submitted. `fields` are those of `a_complete_entry`."""
    entry = a_complete_entry(category, at=at, **fields)
    a_submission(entry, at=at)
    return entry


def a_withdrawn_entry(
    category: Category | None = None, *, at: dt.datetime = WHILE_OPEN, **fields: Any
) -> Entry:
    """An entry that was submitted and taken out again."""
    entry = a_submitted_entry(category, at=at, **fields)
    withdraw_entry(entry, by=entry.started_by, at=at)
    return entry


def a_contributor(
    entry: Entry, person: Person | None = None, level: str = ContributorLevel.WRITE
) -> Person:
    """Somebody at work on the entry at this level."""
    person = person or a_person()
    Contributor.objects.create(entry=entry, person=person, level=level)
    return person
