"""An entry beside the one it was started from, as the organiser reads them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.evidence import a_measure, a_series, a_testimonial, a_value
from tests.factories.programmes import WHILE_JUDGING, a_category, director_of

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def two_entries() -> Entry:
    """This year's: the measure has another result, the sums stayed, and a testimonial was added."""
    category = a_category()
    earlier, entry = a_complete_entry(category), a_complete_entry(category, summary="Dry homes.")
    for each, result in ((earlier, "63.5"), (entry, "70")):
        a_measure(
            each,
            result=Decimal(result),
            series=a_series(),
            changed_on=None,
            source="Hospital record system",
        )
        a_value(each)
    a_testimonial(entry)
    for each in (earlier, entry):
        a_submission(each)
    Entry.objects.filter(pk=entry.pk).update(carried_from=earlier)
    return entry


def page_of(signed_in: SignedIn, entry: Entry) -> html.HtmlElement:
    """The page that lays the entry beside its earlier one, as the director reads it."""
    edition = entry.edition
    with frozen_at(WHILE_JUDGING):
        answer = signed_in(director_of(edition)).get(
            reverse("organiser_earlier", args=[edition.pk, entry.pk])
        )
    return html.document_fromstring(answer.content.decode())


def test_evidence_is_compared_in_words_a_line_for_each_fact(signed_in: SignedIn) -> None:
    entry = two_entries()
    page = page_of(signed_in, entry)
    parts = {
        section.xpath("h2")[0].text_content().split("  ")[0].strip(): section
        for section in page.xpath("//section")
    }
    [measure] = (part for name, part in parts.items() if "Seen within 24 hours" in name)
    then, now = (side.text_content() for side in measure.xpath(".//p"))
    for said in (
        "Measured in: %",
        "Up is better",
        "Baseline: 41, 2024",
        "Result: 63.5, 2025",
        "Source: Hospital record system",
        "24 values from 1 January 2024 to 1 December 2025:",
    ):
        assert said in then
    assert "Result: 70, 2025" in now
    assert [one.text_content() for one in measure.xpath(".//del | .//ins")] == ["63.5,", "70,"]
    [sums] = (part for name, part in parts.items() if "What the team cost" in name)
    assert "The same, word for word" in sums.text_content()
    assert "Staff time, Two nurses: 1,000 hours at £32.50 an hour, £32,500" in sums.text_content()
    [said] = (part for name, part in parts.items() if "Ama Mensah" in name)
    assert [each.text_content() for each in said.xpath(".//h3")] == [f"Now, {entry.reference}/1"]
    assert "Ama Mensah, carer, Fenmarsh Carers" in said.text_content()
    assert "Judges only" in said.text_content()
    assert said.xpath(".//ins | .//del") == []


def test_a_series_that_changed_is_a_table_of_the_dates_that_differ(signed_in: SignedIn) -> None:
    category = a_category()
    earlier, entry = a_complete_entry(category), a_complete_entry(category)
    before = a_series()
    a_measure(earlier, series=before, changed_on=None)
    a_measure(entry, series=[*before[1:-1], [before[-1][0], "70"]], changed_on=None)
    for each in (earlier, entry):
        a_submission(each)
    Entry.objects.filter(pk=entry.pk).update(carried_from=earlier)
    page = page_of(signed_in, entry)
    [measure] = page.xpath("//section[h2[contains(., 'Seen within 24 hours')]]")
    said = " ".join(measure.text_content().split())
    assert "Values by date: 1 removed, 1 changed; 22 unchanged." in said
    assert "24 values from 1 January 2024 to 1 December 2025 " in said
    assert "word for word" not in said
    rows = [" ".join(row.text_content().split()) for row in measure.xpath(".//tbody/tr")]
    assert rows == ["1 January 2024 41% none", "1 December 2025 64% 70%"]


def test_only_what_is_on_both_sides_is_marked(signed_in: SignedIn) -> None:
    entry = two_entries()
    page = page_of(signed_in, entry)
    [summary] = page.xpath("//section[h2[starts-with(normalize-space(), 'Summary')]]")
    assert [one.text_content() for one in summary.xpath(".//del")] == [
        "Damp homes made dry, together."
    ]
    assert [one.text_content() for one in summary.xpath(".//ins")] == ["Dry homes."]
