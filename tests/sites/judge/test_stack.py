from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.models import Confirmation, Judge
from plaudit.kit.clock import frozen_at
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import (
    WHILE_INVITING,
    a_judge,
    a_new_judge,
    a_scorecard,
    all_confirmed,
    allocated,
    an_invitation,
)
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import AFTER_JUDGING, WHILE_JUDGING, a_category, an_edition
from tests.sites.judge.conftest import queries_of

pytestmark = pytest.mark.django_db


def a_stack(number: int) -> Judge:
    """A judge with this many entries to read, "Entry 0" led by "Trust Q0" and so on."""
    category = a_category(an_edition(readers_per_entry=1))
    for place in range(number):
        a_submitted_entry(category, title=f"Entry {place}", lead=an_organisation(f"Trust Q{place}"))
    judge = a_judge(category)
    allocated(category.edition)
    return judge


def titles(source: bytes) -> list[str]:
    return html.fromstring(source).xpath("//*[@class='pl-letter__title']/a/text()")


@pytest.mark.parametrize("entries", [1, 3])
def test_the_list_costs_five_queries(signed_in, entries: int) -> None:
    browser = signed_in(a_stack(entries).person)
    with frozen_at(WHILE_JUDGING), queries_of() as asked:
        page = browser.get(reverse("judge_home"))
    assert len(titles(page.content)) == entries
    assert len(asked) == 5


def test_the_list_shows_progress_filters_and_searches(signed_in) -> None:
    judge = a_stack(10)
    scored, begun, abstained = judge.assignments.all()[:3]
    a_scorecard(scored)
    a_scorecard(begun, value=None)
    abstain(abstained, by=judge.person, at=WHILE_JUDGING, reason="Ill")
    browser = signed_in(judge.person)
    address = reverse("judge_stack", args=[judge.pk])
    with frozen_at(WHILE_JUDGING):
        whole = browser.get(address)
        found = {
            state: len(titles(browser.get(address, {"state": state}).content))
            for state in ("unread", "in_progress", "scored", "confirmed", "abstained", "nonsense")
        }
        searched = browser.get(address, {"q": "trust q7"})
        nothing = browser.get(address, {"q": "no such words"})
    assert "2 of 10 scored" in whole.content.decode()
    assert found == {
        "unread": 7, "in_progress": 1, "scored": 1, "confirmed": 0, "abstained": 1, "nonsense": 10
    }  # fmt: skip
    assert set(titles(whole.content)[-2:]) == {scored.entry.title, abstained.entry.title}
    assert titles(searched.content) == ["Entry 7"]
    assert titles(nothing.content) == []


def test_fifty_entries_a_page(signed_in) -> None:
    browser = signed_in(a_stack(52).person)
    with frozen_at(WHILE_JUDGING):
        first = browser.get(reverse("judge_home"))
        second = browser.get(reverse("judge_home"), {"page": "2"})
    assert (len(titles(first.content)), len(titles(second.content))) == (50, 2)
    assert not set(titles(first.content)) & set(titles(second.content))


def test_the_order_is_the_judges_own_and_stays() -> None:
    judge = a_stack(6)
    from plaudit.judging.queries import assignments_of, current_round

    round_ = current_round(judge.edition, WHILE_JUDGING)
    order = [letter.assignment for letter in assignments_of(judge, round_)]
    a_scorecard(judge.assignments.first())
    assert [letter.assignment for letter in assignments_of(judge, round_)] == order


def test_confirming_lists_what_is_missing_and_then_makes_all_final(signed_in) -> None:
    judge = a_stack(2)
    first, second = judge.assignments.all()
    a_scorecard(first, value=7)
    browser = signed_in(judge.person)
    address = reverse("judge_confirmation", args=[judge.pk])
    with frozen_at(WHILE_JUDGING):
        page = browser.get(address).content.decode()
        assert "1 entry still needs you" in page
        assert "<button" not in page.partition("<main")[2]
        refused = browser.post(address)
        assert refused.status_code == 403
        assert second.entry.title in refused.content.decode()
        a_scorecard(second, value=4)
        with queries_of() as asked:
            assert "Confirm 2 scorecards" in browser.get(address).content.decode()
        assert len(asked) == 5
        assert browser.post(address).status_code == 302
        assert "Everything is confirmed." in browser.get(reverse("judge_home")).content.decode()
    assert Confirmation.objects.count() == 2


def test_after_closing_the_list_says_what_was_not_counted(signed_in) -> None:
    judge = a_stack(2)
    a_scorecard(judge.assignments.first())
    with frozen_at(AFTER_JUDGING):
        page = signed_in(judge.person).get(reverse("judge_home")).content.decode()
    assert "2 not confirmed, and not counted." in page
    assert "of reading left" not in page
    assert "to check and confirm" not in page


def test_after_closing_no_page_asks_to_score_or_confirm(signed_in) -> None:
    judge = a_stack(3)
    first, second, third = judge.assignments.all()
    Confirmation.objects.create(scorecard=a_scorecard(first), confirmed_at=WHILE_JUDGING)
    a_scorecard(second)
    address = reverse("judge_confirmation", args=[judge.pk])
    browser = signed_in(judge.person)
    with frozen_at(WHILE_JUDGING):
        page = browser.get(address).content.decode()
        assert "Check and confirm your scores</h1>" in page
        assert "Score each of these on every criterion" in page
    with frozen_at(AFTER_JUDGING):
        page = browser.get(address).content.decode()
    assert "Your scores</h1>" in page
    assert "Check and confirm" not in page
    assert "Score each of these" not in page
    assert "<button" not in page.partition("<main")[2]
    lost, _, counted = page.partition("Not confirmed, and not counted")[2].rpartition(
        "Done</caption>"
    )
    names = [one.entry.title for one in (first, second, third)]
    assert [name in lost for name in names] == [False, True, True]
    assert [name in counted for name in names] == [True, False, False]


def test_somebody_who_judges_two_editions_chooses(signed_in) -> None:
    person = a_person()
    editions = [an_edition(name=f"Awards {number}") for number in (1, 2)]
    judges = [a_judge(a_category(edition), person) for edition in editions]
    page = signed_in(person).get(reverse("judge_home")).content.decode()
    for judge in judges:
        assert reverse("judge_stack", args=[judge.pk]) in page


def test_somebody_invited_finds_the_invitation_and_others_nothing(signed_in) -> None:
    person = a_person()
    invitation = an_invitation(a_category(), person)
    assert invitation.token in signed_in(person).get(reverse("judge_home")).content.decode()
    assert (
        "Nothing to judge yet" in signed_in(a_person()).get(reverse("judge_home")).content.decode()
    )


def test_a_new_judge_is_told_what_to_do_first(signed_in) -> None:
    judge = a_new_judge(a_category())
    with frozen_at(WHILE_INVITING):
        page = signed_in(judge.person).get(reverse("judge_home")).content.decode()
    assert reverse("judge_terms", args=[judge.pk]) in page
    assert reverse("judge_interests", args=[judge.pk]) not in page


def test_all_confirmed_leaves_nothing_to_do(signed_in) -> None:
    judge = a_stack(2)
    all_confirmed(judge)
    with frozen_at(WHILE_JUDGING):
        page = signed_in(judge.person).get(reverse("judge_home")).content.decode()
    assert "there is nothing left for you to do" in page
    assert "Read the next one" not in page
