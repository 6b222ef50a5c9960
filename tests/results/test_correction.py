from __future__ import annotations

from uuid import UUID

import pytest

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.programmes.models import Category, TeamRole
from plaudit.results.actions.correction import correct_awards
from plaudit.results.actions.release import queue_result_mail
from plaudit.results.invariants import INVARIANTS
from plaudit.results.models import Correction, Decision, Outcome
from plaudit.results.queries import (
    awards_released,
    corrections_released,
    decisions_made,
    outcome_for_entry,
)
from tests.factories.entries import an_entry
from tests.factories.people import a_person
from tests.factories.programmes import a_team_member, director_of
from tests.factories.results import (
    ONE_SECOND,
    RELEASE,
    an_announced_category,
)

pytestmark = pytest.mark.django_db
WHY = "The two results were exchanged when they were typed."
Chosen = dict[UUID, tuple[Outcome, str]]


@pytest.fixture
def announced() -> tuple[Category, list[Entry]]:
    return an_announced_category()


def exchanged(entries: list[Entry]) -> Chosen:
    return {
        entries[0].pk: (Outcome.FINALIST, ""),
        entries[1].pk: (Outcome.WINNER, "Bold."),
        entries[2].pk: (Outcome.NOT_PLACED, ""),
    }


def correct(
    category: Category, chosen: Chosen, *, by: Person | None = None, seen: int = 2, why: str = WHY
) -> list[Correction]:
    by = by or director_of(category.edition)
    at = RELEASE + ONE_SECOND
    return correct_awards(category, chosen, reason=why, seen=seen, by=by, at=at)


def test_every_reader_has_the_corrected_awards_and_the_old_ones_stay_on_record(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, [first, second, third] = announced
    made = correct(category, exchanged([first, second, third]), why=f" {WHY} ")
    at = RELEASE + ONE_SECOND
    shown = {award.entry_id: award.outcome for award in awards_released(category.edition, at)}
    assert shown == {first.pk: Outcome.FINALIST, second.pk: Outcome.WINNER}
    told = [outcome_for_entry(entry, at) for entry in (first, second, third)]
    assert [one and one.outcome for one in told] == ["finalist", "winner", "not_placed"]
    old_and_new = {
        (one.replaced and one.replaced.outcome, one.decision.outcome, one.reason) for one in made
    }
    assert old_and_new == {("winner", "finalist", WHY), ("finalist", "winner", WHY)}
    director = director_of(category.edition)
    assert {(one.decision.decided_by, one.decision.decided_at) for one in made} == {(director, at)}
    assert Decision.objects.count() == 4
    [note] = corrections_released(category.edition, at)
    assert (note.category_name, note.corrected_at, note.reason) == (category.name, at, WHY)
    with frozen_at(at):
        queue_result_mail(at)
        assert [sentence for check in INVARIANTS for sentence in check()] == []


def test_those_whose_award_changes_have_a_mail_and_nobody_else(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, [first, second, third] = announced
    queue_result_mail(RELEASE)
    correct(category, exchanged([first, second, third]))
    mail = OutboxMessage.objects.filter(kind="result_corrected")
    people = (first.started_by.email, second.started_by.email)
    assert sorted(mail.values_list("recipient", flat=True)) == sorted(people)
    body = mail.get(recipient=second.started_by.email).body
    assert "“Project 2” has been corrected. It is the winner in" in body
    assert "Announced before: finalist." in body
    assert WHY in body
    assert "Bold." not in body
    assert queue_result_mail(RELEASE + ONE_SECOND) == 0


def test_words_alone_can_be_corrected(announced: tuple[Category, list[Entry]]) -> None:
    category, [first, *_] = announced
    [made] = correct(category, {first.pk: (Outcome.WINNER, "Brave.")})
    found = outcome_for_entry(first, RELEASE + ONE_SECOND)
    assert found is not None
    assert (found.outcome, found.citation) == (Outcome.WINNER, "Brave.")
    assert made.replaced == first.decisions.get(number=1)
    assert "The outcome stays: winner." in OutboxMessage.objects.get(kind="result_corrected").body


def test_an_entry_that_nobody_had_decided_upon_can_be_given_an_award(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, [*_, third] = announced
    [made] = correct(category, {third.pk: (Outcome.HIGHLY_COMMENDED, "")})
    assert made.replaced is None
    body = OutboxMessage.objects.get(kind="result_corrected").body
    assert "It was highly commended in" in body
    assert "Announced before: not placed." in body
    with frozen_at(RELEASE + ONE_SECOND):
        assert [sentence for check in INVARIANTS for sentence in check()] == []


def test_the_same_again_changes_nothing_and_a_page_read_before_is_refused(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, entries = announced
    chosen = exchanged(entries)
    assert len(correct(category, chosen)) == 2
    assert correct(category, chosen) == []
    assert decisions_made(category) == 4
    old = {entries[0].pk: (Outcome.WINNER, "Bold."), entries[1].pk: (Outcome.FINALIST, "")}
    with pytest.raises(Refused, match="Somebody else corrected these awards meanwhile"):
        correct(category, old)
    assert len(correct(category, old, seen=4, why="It was right at first.")) == 2
    reasons = [one.reason for one in corrections_released(category.edition, RELEASE + ONE_SECOND)]
    assert reasons == [WHY, "It was right at first."]


def test_before_the_release_nothing_is_corrected_and_nothing_can_be_read(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, entries = announced
    by = director_of(category.edition)
    for at in (RELEASE - ONE_SECOND, RELEASE - 2 * ONE_SECOND):
        with pytest.raises(Refused, match="not announced yet"):
            correct_awards(category, exchanged(entries), reason=WHY, seen=2, by=by, at=at)
    correct(category, exchanged(entries))
    assert corrections_released(category.edition, RELEASE - ONE_SECOND) == []


def test_what_stands_afterwards_must_be_fit_to_announce(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, [first, second, _] = announced
    foreign = an_entry()
    for chosen, reason in (
        ({second.pk: (Outcome.WINNER, "")}, "A category has one winner"),
        ({first.pk: (Outcome.JOINT_WINNER, "")}, "A joint winner needs another"),
        ({foreign.pk: (Outcome.FINALIST, "")}, "Only a submitted entry"),
    ):
        with pytest.raises(Refused, match=reason):
            correct(category, chosen)
    with pytest.raises(Refused, match="Say why"):
        correct(category, {first.pk: (Outcome.FINALIST, "")}, why=" \x00 ")
    assert not Correction.objects.exists()
    assert not OutboxMessage.objects.filter(kind="result_corrected").exists()


def test_only_a_director_corrects(announced: tuple[Category, list[Entry]]) -> None:
    category, entries = announced
    for role in (TeamRole.JUDGING, TeamRole.ENTRIES, TeamRole.MEDIA):
        clerk = a_person()
        a_team_member(category.edition.programme, clerk, role)
        with pytest.raises(Refused, match="not on the team"):
            correct(category, exchanged(entries), by=clerk)


def test_corrections_are_append_only_and_what_breaks_them_is_found(
    announced: tuple[Category, list[Entry]],
) -> None:
    category, entries = announced
    made, _ = correct(category, exchanged(entries))
    for change in (made.save, made.delete):
        with pytest.raises(TypeError):
            change()
    OutboxMessage.objects.filter(kind="result_corrected").delete()
    Decision.objects.filter(pk=made.decision_id).update(decided_at=RELEASE - ONE_SECOND)
    Correction.objects.filter(pk=made.pk).update(replaced=None)
    with frozen_at(RELEASE + ONE_SECOND):
        found = [sentence for check in INVARIANTS for sentence in check()]
    endings = ("before its awards were released.", "the decision before it.", "of its entry.")
    mine = [sentence for sentence in found if str(made.pk) in sentence]
    assert [one.endswith(end) for one, end in zip(mine, endings, strict=True)] == [True] * 3
