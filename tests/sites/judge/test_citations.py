"""What a judge reads of a citation, and the page that it opens."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.entries.models import Attachment
from plaudit.judging.models import Assignment
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.files import a_document, a_pdf
from tests.factories.judging import an_assignment
from tests.factories.programmes import WHILE_JUDGING

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
TEXT = "Falls fell [E1 p2]. <b>[E1]</b> [E2], [E1 p9] and [E9 p1]; said twice [E1, E2]."


@pytest.fixture
def assignment() -> Assignment:
    entry = a_complete_entry(texts={"Outcome": TEXT})
    attached(entry, a_pdf(3), "falls.pdf", title="Falls “by month”")
    attached(entry, a_document("Thanks"), "letter.docx")
    a_submission(entry)
    return an_assignment(entry)


def opened(browser: Client, assignment: Assignment, name: str, kind: str) -> object:
    with frozen_at(WHILE_JUDGING):
        return browser.get(reverse(name, args=[assignment.pk, kind]))


def test_a_citation_leads_to_its_page_or_to_its_evidence(
    signed_in: SignedIn, assignment: Assignment
) -> None:
    with frozen_at(WHILE_JUDGING):
        address = reverse("judge_entry", args=[assignment.pk])
        answer = signed_in(assignment.judge.person).get(address)
    page = answer.content.decode()
    reading = reverse("judge_file_reading", args=[assignment.pk, "e1"])
    cites = re.findall(r'<a class="pl-cite" href="([^"]+)"[^>]*>([^<]+)</a>', page)
    assert cites == [
        (f"{reading}#page=2", "[E1 p2]"),
        ("#e1", "[E1]"),
        ("#e2", "[E2]"),
        ("#e1", "[E1 p9]"),
        ("#e1", "E1"),
        ("#e2", "E2"),
    ]
    assert "&lt;b&gt;" in page
    assert "and [E9 p1]; said twice [<a" in page
    assert "frame-src 'self'" in answer["Content-Security-Policy"]


def test_a_pdf_opens_in_the_browser_and_the_rest_is_saved(
    signed_in: SignedIn, assignment: Assignment
) -> None:
    browser = signed_in(assignment.judge.person)
    pdf = opened(browser, assignment, "judge_file_reading", "e1")
    letter = opened(browser, assignment, "judge_file_reading", "e2")
    assert pdf["Content-Disposition"].startswith("inline")
    assert pdf["X-Frame-Options"] == "SAMEORIGIN"
    assert letter["Content-Disposition"].startswith("attachment")
    for kind in ("e3", "photo", "x"):
        assert opened(browser, assignment, "judge_file_reading", kind).status_code == 404


@pytest.mark.parametrize("scan", ["checking", "infected"])
def test_no_judge_opens_what_is_not_known_to_be_clean(
    signed_in: SignedIn, assignment: Assignment, scan: str
) -> None:
    Attachment.objects.update(scan=scan)
    browser = signed_in(assignment.judge.person)
    for name in ("judge_file", "judge_file_reading"):
        answer = opened(browser, assignment, name, "e1")
        assert answer.status_code == 403
        assert b"%PDF" not in answer.content
