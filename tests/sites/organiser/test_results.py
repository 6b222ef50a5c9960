from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from plaudit.results.models import Outcome
from plaudit.results.queries import decisions_of
from plaudit.results.rules import release_instant
from tests.factories.programmes import AFTER_JUDGING, a_category, an_edition, director_of
from tests.factories.results import RELEASE, a_decision, a_judged_category, an_announcement

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
TYPED = "2027-06-10T21:30"


def browser_of(signed_in: SignedIn, category: Category) -> Client:
    return signed_in(director_of(category.edition))


def test_the_table_shows_rank_mean_spread_and_the_drawing(signed_in: SignedIn) -> None:
    category, _, _ = a_judged_category([[9, 7], [8, 8], [1, 1]])
    with frozen_at(AFTER_JUDGING):
        address = reverse("organiser_result", args=[category.edition.pk, category.pk])
        page = html.document_fromstring(
            browser_of(signed_in, category).get(address).content.decode()
        )
    drawing, table = page.xpath("//table")
    assert len(drawing.xpath(".//tbody//*[name()='circle']")) == 3
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in table.xpath(".//tbody/tr")
    ]
    assert [row[0].split("Northmoor")[0] for row in rows] == [
        "Project 1",
        "Project 2",
        "Project 3",
    ]
    assert [row[1:6] for row in rows] == [
        ["1", "80.0", "14.1", "70.0 to 90.0", "2"],
        ["1", "80.0", "0.0", "80.0 to 80.0", "2"],
        ["3", "10.0", "0.0", "10.0 to 10.0", "2"],
    ]
    assert len(drawing.xpath(".//tr[contains(@class, 'is-tied')]")) == 2


def cells_of(page: html.HtmlElement) -> list[list[str]]:
    table = page.xpath("//table[caption[starts-with(., 'Scores')]]")[0]
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.xpath(".//tr")]


def test_adjusted_means_stand_beside_the_raw_ones_with_a_word_of_warning(
    signed_in: SignedIn,
) -> None:
    category, _, _ = a_judged_category([[9, 7], [8, 5], [1, 1]])
    browser = browser_of(signed_in, category)
    address = reverse("organiser_result", args=[category.edition.pk, category.pk])
    with frozen_at(AFTER_JUDGING):
        page = html.document_fromstring(browser.get(address).content.decode())
    heading, *rows = cells_of(page)
    assert heading[-3:] == ["Adjusted mean", "Adjusted ranks", "Chance of 1st place"]
    assert sum(int(row[-1].rstrip("%")) for row in rows) in range(98, 103)
    assert 10 < float(rows[2][-3]) < float(rows[0][-3]) < 85
    [folded] = page.xpath("//details[@open]")
    assert "Every judge read every entry" in folded.text_content()


def test_too_few_scores_are_not_adjusted(signed_in: SignedIn) -> None:
    category, _, _ = a_judged_category([[9, 7], [8, 5]])
    address = reverse("organiser_result", args=[category.edition.pk, category.pk])
    with frozen_at(AFTER_JUDGING):
        browser = browser_of(signed_in, category)
        page = html.document_fromstring(browser.get(address).content.decode())
        ordered = browser.get(address, {"order": "adjusted"})
    assert cells_of(page)[0][-1] == "Scores"
    assert "adjusted" not in ordered.content.decode()


def test_the_organiser_may_look_at_the_adjusted_order(signed_in: SignedIn) -> None:
    category, _, _ = a_judged_category([[9, 7], [8, 5], [1, 1], [9, 9]])
    address = reverse("organiser_result", args=[category.edition.pk, category.pk])
    with frozen_at(AFTER_JUDGING):
        browser = browser_of(signed_in, category)
        shown = html.document_fromstring(
            browser.get(address, {"order": "adjusted"}).content.decode()
        )
    assert shown.xpath("//table/caption/text()")[-1].endswith("by adjusted mean")
    figures = [float(row[-3]) for row in cells_of(shown)[1:]]
    assert figures == sorted(figures, reverse=True)


def decide(browser: Client, category: Category, chosen: dict[Entry, tuple[str, str]]) -> object:
    fields = {}
    for entry, (outcome, citation) in chosen.items():
        fields[f"e-{entry.pk}-outcome"] = outcome
        fields[f"e-{entry.pk}-citation"] = citation
    with frozen_at(AFTER_JUDGING):
        return browser.post(
            reverse("organiser_decisions", args=[category.edition.pk, category.pk]), fields
        )


def test_decisions_are_recorded_from_one_form(signed_in: SignedIn) -> None:
    category, [first, second, third], _ = a_judged_category()
    browser = browser_of(signed_in, category)
    chosen = {first: ("winner", "Well done."), second: ("finalist", ""), third: ("", "")}
    assert decide(browser, category, chosen).status_code == 302  # type: ignore[attr-defined]
    found = {key: (row.outcome, row.citation) for key, row in decisions_of(category).items()}
    assert found == {first.pk: ("winner", "Well done."), second.pk: ("finalist", "")}


def test_a_second_winner_is_refused_and_the_words_come_back(signed_in: SignedIn) -> None:
    category, [first, second, _], _ = a_judged_category()
    browser = browser_of(signed_in, category)
    response = decide(
        browser, category, {first: ("winner", "Typed words."), second: ("winner", "More words.")}
    )
    assert response.status_code == 422  # type: ignore[attr-defined]
    text = response.content.decode()  # type: ignore[attr-defined]
    assert "A category has one winner" in text
    assert "Typed words." in text
    assert "More words." in text
    assert decisions_of(category) == {}


def test_words_without_a_decision_are_asked_about(signed_in: SignedIn) -> None:
    category, [first, *_], _ = a_judged_category()
    response = decide(browser_of(signed_in, category), category, {first: ("", "Typed words.")})
    assert response.status_code == 422  # type: ignore[attr-defined]
    assert "Choose the decision" in response.content.decode()  # type: ignore[attr-defined]


def test_a_category_without_entries_says_so(signed_in: SignedIn) -> None:
    category = a_category(an_edition())
    with frozen_at(AFTER_JUDGING):
        address = reverse("organiser_result", args=[category.edition.pk, category.pk])
        assert (
            "No submitted entries to rank"
            in browser_of(signed_in, category).get(address).content.decode()
        )


def test_an_announcement_is_read_once_more_and_then_set(signed_in: SignedIn) -> None:
    category, [first, *_], _ = a_judged_category()
    a_decision(first, citation="Well done.")
    edition, browser = category.edition, browser_of(signed_in, category)

    def ask(name: str, **fields: str) -> tuple[int, str]:
        with frozen_at(AFTER_JUDGING):
            response = browser.post(reverse(name, args=[edition.pk]), fields)
        return response.status_code, response.content.decode()

    status, text = ask("organiser_announcement_confirmation", release_at=TYPED)
    assert status == 200
    assert "Announce 1 award at 9:30pm on Thursday 10 June 2027 (UK time)?" in text
    assert "Well done." in text
    assert release_instant(edition) is None
    status, _ = ask("organiser_announcement_setting", release_at=TYPED)
    assert (status, release_instant(edition)) == (302, RELEASE)
    status, _ = ask("organiser_announcement_cancellation")
    assert (status, release_instant(edition)) == (302, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-05-10T10:59", "still to come"),
        ("tomorrow", "Enter a day and a time"),
        ("2028-03-26T01:30", "The clocks go forward on that day"),
    ],
)
def test_a_moment_that_cannot_be_is_said(typed: str, said: str, signed_in: SignedIn) -> None:
    category, [first, *_], _ = a_judged_category()
    a_decision(first)
    for name in ("organiser_announcement_confirmation", "organiser_announcement_setting"):
        with frozen_at(AFTER_JUDGING):
            address = reverse(name, args=[category.edition.pk])
            response = browser_of(signed_in, category).post(address, {"release_at": typed})
        assert response.status_code == 422
        assert said in response.content.decode()
        assert typed in response.content.decode()
    assert release_instant(category.edition) is None


def test_a_lone_joint_winner_is_put_right_first(signed_in: SignedIn) -> None:
    category, [first, *_], _ = a_judged_category()
    a_decision(first, Outcome.JOINT_WINNER)
    browser = browser_of(signed_in, category)
    with frozen_at(AFTER_JUDGING):
        page = browser.get(reverse("organiser_announcement", args=[category.edition.pk]))
    assert "A joint winner needs another" in page.content.decode()


def test_nothing_can_be_changed_once_announced(signed_in: SignedIn) -> None:
    category, [first, second, _], _ = a_judged_category()
    a_decision(first)
    an_announcement(category.edition)
    browser = browser_of(signed_in, category)
    with frozen_at(RELEASE + dt.timedelta(seconds=1)):
        page = browser.get(reverse("organiser_result", args=[category.edition.pk, category.pk]))
        assert "the decisions are fixed" in page.content.decode()
        response = browser.post(
            reverse("organiser_decisions", args=[category.edition.pk, category.pk]),
            {f"e-{second.pk}-outcome": "finalist", f"e-{second.pk}-citation": ""},
        )
        assert response.status_code == 422
        response = browser.post(
            reverse("organiser_announcement_cancellation", args=[category.edition.pk])
        )
        assert response.status_code == 403
    assert set(decisions_of(category)) == {first.pk}
