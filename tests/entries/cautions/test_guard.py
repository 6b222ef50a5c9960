from __future__ import annotations

from decimal import Decimal

import pytest

from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.entries.actions.value import LineFacts
from plaudit.entries.cautions import cautions_of
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.cautions.guard import cautions
from plaudit.entries.parts import parts_of
from plaudit.entries.texts import texts_of
from tests.entries.actions.test_attachment import attached
from tests.entries.cautions.test_citations import written
from tests.factories.entries import a_complete_entry
from tests.factories.evidence import a_measure, a_value
from tests.factories.files import a_pdf
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def test_whoever_may_be_known_by_it_is_pointed_out_mostly_hidden() -> None:
    entry = a_complete_entry()
    entry.title = "How 07700 900123 rang"
    criterion = entry.category.criteria.first()
    assert criterion is not None
    written(entry, criterion, "NHS number 999 000 0018 [E1]")
    attached(entry, a_pdf(["Ring 01632 960000", "MRN 1234567"]), title="Notes")
    extract_waiting_files(at=WHILE_OPEN)
    found = list(cautions(Draft(entry, parts_of(entry), texts_of(entry))))
    assert [(one.place, one.sentence) for one in found] == [
        (
            "details",
            "The title holds 0•••• ••••23, which looks like a person’s own telephone number. Take it out.",
        ),
        (
            "answer",
            f"“{criterion.criterion.name}” holds 9•• ••• ••18, which looks like an NHS number. Take it out.",
        ),
        (
            "files",
            (
                "Page 2 of E1 holds 1••••67, which looks like a hospital or record number. "
                "Take it out and replace the file."
            ),
        ),
    ]
    assert set(found) <= set(cautions_of(entry))


def test_credits_and_every_field_of_evidence_that_judges_read_are_looked_at() -> None:
    entry = a_complete_entry()
    partner = entry.partners.select_related("organisation").first()
    assert partner is not None
    partner.credit_line = "led by ward 7, ring 07700 900123"
    partner.save(update_fields=["credit_line"])
    a_measure(entry, result_period="since NHS number 999 000 0018")
    line = LineFacts("cost", "Taxis for 999 000 0018", None, None, Decimal(100))
    a_value(entry, lines=[line])
    found = list(cautions(Draft(entry, parts_of(entry), texts_of(entry))))
    assert [(one.place, one.sentence.partition(" holds")[0]) for one in found] == [
        ("organisations", f"The credit of {partner.organisation.name}"),
        ("evidence", "E1"),
        ("evidence", "E2"),
    ]


def test_a_decent_entry_is_left_alone() -> None:
    entry = a_complete_entry()
    attached(entry, a_pdf(["Falls fell from 12 to 9"]))
    extract_waiting_files(at=WHILE_OPEN)
    assert list(cautions(Draft(entry, parts_of(entry), texts_of(entry)))) == []


def test_a_file_that_nobody_has_read_yet_is_not_passed_over() -> None:
    entry = a_complete_entry()
    attached(entry, a_pdf(["MRN 1234567"]))
    (waiting,) = cautions(Draft(entry, parts_of(entry), texts_of(entry)))
    assert (waiting.place, waiting.sentence) == (
        "files",
        "E1 is still being read, to see whether it tells who a patient is. Look here again in a minute.",
    )
