from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.judging.models import Assignment
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.evidence import a_measure, a_series, a_testimonial, a_value
from tests.factories.judging import an_assignment
from tests.factories.programmes import WHILE_JUDGING
from tests.sites.judge.conftest import queries_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def an_assignment_with_evidence(pieces: int = 1) -> Assignment:
    entry = a_complete_entry()
    for _ in range(pieces):
        a_measure(
            entry, series=a_series(), changed_on=dt.date(2025, 1, 1), change_note="Night team"
        )
        a_value(entry)
        a_testimonial(entry, consent_from="qzconsent")
    a_submission(entry)
    a_measure(entry, "qzlater")
    return an_assignment(entry)


def read(browser: Client, assignment: Assignment) -> html.HtmlElement:
    with frozen_at(WHILE_JUDGING):
        response = browser.get(reverse("judge_entry", args=[assignment.pk]))
    assert not {"qzconsent", "qzlater"} & set(re.findall("qz[a-z]+", response.content.decode()))
    return html.document_fromstring(response.content.decode())


def test_a_judge_reads_the_evidence_that_was_submitted(signed_in: SignedIn) -> None:
    assignment = an_assignment_with_evidence()
    page = read(signed_in(assignment.judge.person), assignment)
    words = " ".join(" ".join(page.xpath("//article")[0].itertext()).split())
    for sentence in (
        "E1 Seen within 24 hours Up is better. Source: Hospital record system.",
        "+22.5 percentage points +55% of the baseline Target met",
        "the limits are worked out again from that day. By chance alone",
        "What changed: Night team",
        "Staff time: 1,000 hours at £32.50 an hour £32,500",
        "They came the same day. I slept at last.",
        "E3 Ama Mensah, carer, Fenmarsh Carers",
    ):
        assert sentence in words
    anchors = page.xpath("//article//@id[starts-with(., 'e') and not(contains(., '-'))]")
    assert [each for each in anchors if each[1:].isdigit()] == ["e1", "e2", "e3"]


def test_the_page_costs_no_more_queries_for_more_evidence(signed_in: SignedIn) -> None:
    counts = set()
    for pieces in (1, 3):
        assignment = an_assignment_with_evidence(pieces)
        browser = signed_in(assignment.judge.person)
        read(browser, assignment)
        with queries_of() as asked:
            read(browser, assignment)
        counts.add(len(asked))
    assert len(counts) == 1
