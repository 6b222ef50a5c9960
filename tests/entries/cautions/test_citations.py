from __future__ import annotations

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.attachment import remove_attachment
from plaudit.entries.cautions.citations import cautions
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.models import Entry
from plaudit.entries.parts import parts_of
from plaudit.entries.texts import texts_of
from plaudit.programmes.models import CategoryCriterion
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import a_complete_entry
from tests.factories.files import a_document, a_pdf
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def written(entry: Entry, criterion: CategoryCriterion, text: str) -> None:
    version = entry.answers.get(criterion=criterion).version
    save_answer(entry, criterion, by=entry.started_by, at=WHILE_OPEN, text=text, version=version)


def told(entry: Entry) -> list[tuple[str, str, bool]]:
    found = cautions(Draft(entry, parts_of(entry), texts_of(entry)))
    return [(one.place, one.sentence, one.criterion_id is not None) for one in found]


def test_an_entry_without_evidence_or_citations_is_left_alone() -> None:
    assert told(a_complete_entry()) == []


def test_what_leads_nowhere_is_named_with_its_place() -> None:
    entry = a_complete_entry()
    attached(entry, a_pdf(2), title="Falls")
    attached(entry, a_document("x"), "letter.docx")
    removed = attached(entry, a_pdf())
    remove_attachment(removed, by=entry.started_by, at=WHILE_OPEN)
    criterion = entry.category.criteria.first()
    assert criterion is not None
    written(entry, criterion, "[E1 p3], [E2 p1], [E3], [E9]")
    entry.summary = "See [E7]."
    name = criterion.criterion.name
    assert told(entry) == [
        ("details", "The summary cites [E7], but there is no evidence E7.", False),
        ("answer", f"“{name}” cites [E1 p3], but E1 has 2 pages.", True),
        ("answer", f"“{name}” cites [E2 p1], but E2 has no pages.", True),
        ("answer", f"“{name}” cites [E3], but there is no evidence E3.", True),
        ("answer", f"“{name}” cites [E9], but there is no evidence E9.", True),
    ]


def test_what_nobody_cites_is_named() -> None:
    entry = a_complete_entry()
    attached(entry, a_pdf(2), title="Falls")
    assert told(entry) == [
        ("files", "No answer cites E1, “Falls”. Judges may not see what it is for.", False)
    ]
