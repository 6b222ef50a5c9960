from __future__ import annotations

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.move import move_entry
from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import CategoryMove, ContributorLevel, Entry
from plaudit.entries.moves import consequence_of, parked_answers
from plaudit.entries.queries import entries_of
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Category
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.programmes import (
    AFTER_JUDGING,
    CLOSES,
    OPENS,
    WHILE_OPEN,
    a_category,
    an_edition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

HERE = {"Ambition": ["Why?"], "Outcome": ["What changed?"]}
THERE = {"Outcome": ["Show it."], "Spread": ["Where else?"]}


def two() -> tuple[Entry, Category]:
    edition = an_edition()
    here, there = a_category(edition, sections=HERE), a_category(edition, sections=THERE)
    entry = a_complete_entry(here, texts={"Ambition": "Why we began.", "Outcome": "Fewer fell."})
    return entry, there


def said(entry: Entry) -> dict[str, str]:
    rows = entry.answers.filter(criterion__category=entry.category).select_related(
        "criterion__criterion"
    )
    return {each.criterion.name: each.text for each in rows}


def test_what_both_ask_goes_along_and_the_rest_is_parked() -> None:
    entry, there = two()
    kept = entry.answers.get(text="Fewer fell.")
    reference = entry.reference
    foreseen = consequence_of(entry, there)
    assert (foreseen.carried, foreseen.parked, foreseen.fresh) == (
        ["Outcome"],
        ["Ambition"],
        ["Spread"],
    )
    move = move_entry(entry, there, by=entry.started_by, at=WHILE_OPEN)
    entry = Entry.objects.get()
    assert (entry.category, entry.reference) == (there, reference)
    assert said(entry) == {"Outcome": "Fewer fell.", "Spread": ""}
    assert entry.answers.get(text="Fewer fell.").pk == kept.pk
    assert [each.text for each in parked_answers(entry)] == ["Why we began."]
    assert CategoryMove.objects.get() == move
    assert [each.sentence for each in missing_parts(entry)] == ["Answer “Spread”."]
    (listed,) = entries_of(entry.started_by)
    assert (listed.answered, listed.asked) == (1, 2)  # type: ignore[attr-defined]


def test_moving_back_restores_everything_and_parks_what_was_written_there() -> None:
    entry, there = two()
    here, by = entry.category, entry.started_by
    move_entry(entry, there, by=by, at=WHILE_OPEN)
    for name, text in (("Spread", "Three towns."), ("Outcome", "Fewer still.")):
        criterion = there.criteria.get(criterion__name=name)
        save_answer(entry, criterion, by=by, at=WHILE_OPEN, text=text, version=99)
    assert consequence_of(entry, here).restored == ["Ambition"]
    move_entry(entry, here, by=by, at=WHILE_OPEN)
    entry = Entry.objects.get()
    assert said(entry) == {"Ambition": "Why we began.", "Outcome": "Fewer still."}
    assert [each.text for each in parked_answers(entry)] == ["Three towns."]


def test_a_save_begun_before_the_move_is_refused_and_makes_no_stray_answer() -> None:
    entry, there = two()
    stale, outcome = Entry.objects.get(), entry.category.criteria.get(criterion__name="Outcome")
    move_entry(entry, there, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="moved to another category"):
        save_answer(stale, outcome, by=entry.started_by, at=WHILE_OPEN, text="Late.", version=1)
    assert Entry.objects.get().answers.count() == 3


def test_a_move_is_refused_with_its_reason() -> None:
    entry, there = two()
    by, edition = entry.started_by, entry.edition
    reader = a_contributor(entry, level=ContributorLevel.READ)
    early = a_category(edition, closes_at=OPENS)
    hidden = a_category(edition, published_at=None)
    refusals = [
        (entry.category, by, WHILE_OPEN, "already"),
        (a_category(), by, WHILE_OPEN, "another edition"),
        (early, by, WHILE_OPEN, "closed"),
        (hidden, by, WHILE_OPEN, "not published"),
        (there, reader, WHILE_OPEN, "not change it"),
        (there, by, AFTER_JUDGING, "closed"),
    ]
    for category, person, at, reason in refusals:
        with pytest.raises(Refused, match=reason):
            move_entry(Entry.objects.get(), category, by=person, at=at)
    a_submission(entry)
    with pytest.raises(Refused, match="Withdraw it first"):
        move_entry(Entry.objects.get(), there, by=by, at=WHILE_OPEN)
    assert CategoryMove.objects.count() == 0


def test_the_new_categorys_rules_are_asked_of_the_organisations() -> None:
    entry, _ = two()
    joint = a_category(entry.edition, sections=HERE, minimum_organisations=2)
    move_entry(entry, joint, by=entry.started_by, at=CLOSES)
    (fault,) = [each.sentence for each in missing_parts(Entry.objects.get())]
    assert fault.startswith("This category is for joint entries")


def test_an_empty_draft_moves_too() -> None:
    entry = an_entry()
    there = a_category(entry.edition, sections=THERE)
    move_entry(entry, there, by=entry.started_by, at=WHILE_OPEN)
    assert said(Entry.objects.get()) == {"Outcome": "", "Spread": ""}
