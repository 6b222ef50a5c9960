from __future__ import annotations

import pytest

from plaudit.entries.actions.declaration import Declared, declare
from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import ContributorLevel, Entry
from plaudit.entries.parts import asked_declarations
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.declaration import store_declarations
from plaudit.programmes.models import DeclarationKind
from tests.factories.entries import a_complete_entry, a_contributor
from tests.factories.programmes import CLOSES, WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

ASKED = {
    DeclarationKind.CONSENT: "Everyone named has agreed.",
    DeclarationKind.AI_TOOLS: "Were AI tools used?",
}


def an_entry_that_declares() -> Entry:
    entry = a_complete_entry()
    edition = entry.category.edition
    store_declarations(edition, ASKED, by=director_of(edition), at=WHILE_OPEN)
    return entry


def test_what_is_asked_for_is_missing_until_it_is_declared() -> None:
    entry = an_entry_that_declares()
    assert [part.sentence for part in missing_parts(entry)] == ["Make 2 declarations."]
    consent, tools = asked_declarations(entry)
    made = {
        consent.declaration_id: Declared("agreed", "not kept"),
        tools.declaration_id: Declared("wording", " A spelling\ntool. "),
    }
    declare(entry, made, by=entry.started_by, at=WHILE_OPEN)
    assert missing_parts(entry) == []
    assert [(each.choice, each.note) for each in asked_declarations(entry)] == [
        ("agreed", ""),
        ("wording", "A spelling tool."),
    ]
    answer = entry.declaration_answers.get(declaration=consent.declaration_id)
    assert (answer.declared_by, answer.declared_at) == (entry.started_by, WHILE_OPEN)


def test_only_an_offered_answer_by_a_writer_in_time_is_kept() -> None:
    entry = an_entry_that_declares()
    consent, _ = asked_declarations(entry)
    made = {consent.declaration_id: Declared("agreed")}
    reader = a_contributor(entry, level=ContributorLevel.READ)
    with pytest.raises(Refused, match="read this entry"):
        declare(entry, made, by=reader, at=WHILE_OPEN)
    wrong, late = {consent.declaration_id: Declared("summary")}, CLOSES.replace(second=1)
    with pytest.raises(Refused, match="Choose one"):
        declare(entry, wrong, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="closed"):
        declare(entry, made, by=entry.started_by, at=late)
    assert not entry.declaration_answers.exists()


def test_what_was_declared_already_can_be_worded_anew_but_not_left_out() -> None:
    entry = an_entry_that_declares()
    consent, _ = asked_declarations(entry)
    made = {consent.declaration_id: Declared("agreed")}
    declare(entry, made, by=entry.started_by, at=WHILE_OPEN)
    edition = entry.category.edition
    director = director_of(edition)
    with pytest.raises(Refused, match="already declared"):
        store_declarations(edition, {}, by=director, at=WHILE_OPEN)
    anew = {DeclarationKind.CONSENT: "All agree."}
    store_declarations(edition, anew, by=director, at=WHILE_OPEN)
    (left,) = asked_declarations(entry)
    assert (left.text, left.choice) == ("All agree.", "agreed")
