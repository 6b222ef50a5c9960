from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import (
    a_complete_entry,
    a_submission,
    a_submitted_entry,
    a_withdrawn_entry,
    an_entry,
)
from tests.factories.files import a_document, a_pdf
from tests.factories.judging import a_judge
from tests.factories.people import an_organisation
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
    director_of,
)
from tests.factories.results import a_judged_category

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
SENTINEL = "Xylophone"
FOUND = r"Found in.*?</span>"


def open_page(
    signed_in: SignedIn, edition: Edition, name: str, *arguments: object, query: str = ""
) -> str:
    with frozen_at(AFTER_JUDGING):
        browser = signed_in(director_of(edition))
        response = browser.get(reverse(name, args=[edition.pk, *arguments]) + query)
    assert response.status_code == 200
    body = b"".join(response) if response.streaming else response.content
    return body.decode("utf-8-sig")


def test_a_draft_shows_its_title_and_state_and_nothing_it_says(signed_in: SignedIn) -> None:
    category = a_category(an_edition(), sections={"Need": ["Why?"]})
    texts = {"Need": SENTINEL}
    withdrawn = a_withdrawn_entry(category, title="Taken out", summary=SENTINEL, texts=texts)
    lead = an_organisation(f"{SENTINEL} Trust")
    draft = a_complete_entry(
        category, title="In the making", summary=SENTINEL, texts=texts, lead=lead
    )
    edition = category.edition
    pages = [open_page(signed_in, edition, "organiser_entries")]
    pages += [
        open_page(signed_in, edition, "organiser_entry", entry.pk) for entry in (draft, withdrawn)
    ]
    pages.append(open_page(signed_in, edition, "organiser_entries_export", "csv"))
    pages.append(open_page(signed_in, edition, "organiser_entries", query=f"?search={SENTINEL}"))
    assert all("In the making" in pages[place] for place in (0, 1, 3))
    assert all(page.replace(f'value="{SENTINEL}"', "").count(SENTINEL) == 0 for page in pages)


def test_the_list_is_searched_filtered_and_ordered(signed_in: SignedIn) -> None:
    category, entries, _ = a_judged_category([[2, 2], [9, 9], [5, 5]])
    edition = category.edition
    other = a_submitted_entry(
        a_category(edition), title="Elsewhere", lead=an_organisation("Heron Trust")
    )
    an_entry(category, title="Draft")

    def titles(query: str) -> list[str]:
        page = open_page(signed_in, edition, "organiser_entries", query=query)
        names = ["Project 1", "Project 2", "Project 3", "Elsewhere", "Draft"]
        return sorted((name for name in names if f">{name}</a>" in page), key=page.index)

    assert titles("") == ["Project 1", "Project 2", "Project 3", "Elsewhere", "Draft"]
    assert titles("?order=mean")[:3] == ["Project 2", "Project 3", "Project 1"]
    assert titles("?search=heron") == ["Elsewhere"]
    assert titles(f"?search={entries[1].reference}") == ["Project 2"]
    assert titles(f"?category={other.category_id}") == ["Elsewhere"]
    assert titles("?state=draft") == ["Draft"]
    assert titles("?category=nonsense&state=nonsense") == titles("")


def test_the_search_looks_into_files_and_says_where_it_found_the_words(
    signed_in: SignedIn,
) -> None:
    category = a_category(an_edition())
    for title in ("First", "Second", "Third"):
        entry = a_complete_entry(category, title=title)
        pages = ["Cover", "Kingfisher"] if title != "Third" else ["Wren"]
        attached(entry, a_pdf(pages))
        if title == "First":
            attached(entry, a_document("Kingfisher"), "b.docx")
        extract_waiting_files(at=WHILE_OPEN)
        a_submission(entry)
    page = open_page(signed_in, category.edition, "organiser_entries", query="?search=kingfishers")
    told = [" ".join(re.sub("<[^>]+>", "", each).split()) for each in re.findall(FOUND, page)]
    assert told == ["Found in E1, page 2; E2", "Found in E1, page 2"]
    assert ">Third</a>" not in page
    file = entry.edition.entries.get(title="First").attachments.get(evidence__number=1)
    assert reverse("organiser_file", args=[category.edition.pk, file.entry_id, file.pk]) in page
    assert "Found in" not in open_page(signed_in, category.edition, "organiser_entries")
    costs = []
    for words in ("wren", "kingfishers"):  # one row and two
        with CaptureQueriesContext(connection) as queries:
            open_page(signed_in, category.edition, "organiser_entries", query=f"?search={words}")
        costs.append(len(queries))
    assert costs[0] == costs[1]
    judge = a_judge(category).person
    with frozen_at(AFTER_JUDGING):
        address = reverse("organiser_entries", args=[category.edition.pk])
        assert signed_in(judge).get(f"{address}?search=kingfishers").status_code == 404


def test_an_entry_is_shown_as_submitted_with_each_judge_s_scores(signed_in: SignedIn) -> None:
    category, [entry, *_], judges = a_judged_category([[9, 3]])
    entry.title = "Changed since"
    entry.save()
    page = open_page(signed_in, category.edition, "organiser_entry", entry.pk)
    assert "Project 1" in page
    assert "Changed since" not in page
    assert all(judge.person.name in page for judge in judges)
    assert f"9 by {judges[0].pk.hex[-4:]}" in page


def test_every_answer_is_a_column_and_every_cell_is_safe(signed_in: SignedIn) -> None:
    edition = an_edition()
    category = a_category(edition, sections={"Need": ["Why?"], "Gain": ["What?"]})
    a_category(edition, sections={"Spread": ["Where?"], "Need": ["Why?"]})
    entry = a_submitted_entry(
        category,
        title="=HYPERLINK(1)",
        texts={"Need": "-5 degrees", "Gain": "@home"},
        lead=an_organisation("+Plus Trust"),
        partners=(an_organisation("Calm Council"),),
    )
    rows = list(
        csv.reader(io.StringIO(open_page(signed_in, edition, "organiser_entries_export", "csv")))
    )
    assert rows[0][-3:] == ["Need", "Gain", "Spread"]
    assert rows[1][0] == entry.reference
    assert rows[1][3] == "'=HYPERLINK(1)"
    assert rows[1][5:7] == ["'+Plus Trust", "Calm Council"]
    assert rows[1][-3:] == ["'-5 degrees", "'@home", ""]
    with frozen_at(AFTER_JUDGING):
        address = reverse("organiser_entries_export", args=[edition.pk, "xlsx"])
        response = signed_in(director_of(edition)).get(address)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(response))).get_sheet_by_index(0)  # type: ignore[arg-type]
    assert sheet.to_python()[1][3] == "=HYPERLINK(1)"


def test_scores_are_a_row_a_judge_entry_and_criterion(signed_in: SignedIn) -> None:
    category, _, judges = a_judged_category([[9, 3], [4, 5]])
    text = open_page(signed_in, category.edition, "organiser_scores_export", "csv")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 1 + 2 * 2 * 3
    assert {row[9] for row in rows[1:]} == {"yes"}
    assert not any(judge.person.name in text for judge in judges)
    assert len({row[4] for row in rows[1:]}) == 2
    named = open_page(
        signed_in, category.edition, "organiser_scores_export", "csv", query="?names=yes"
    )
    assert all(judge.person.name in named for judge in judges)


def test_another_edition_s_entry_and_file_are_not_found(signed_in: SignedIn) -> None:
    edition = an_edition()
    entry = a_submitted_entry()
    browser = signed_in(director_of(edition))
    assert browser.get(reverse("organiser_entry", args=[edition.pk, entry.pk])).status_code == 404
    missing = reverse("organiser_file", args=[entry.edition.pk, entry.pk, entry.pk])
    assert browser.get(missing).status_code == 404
