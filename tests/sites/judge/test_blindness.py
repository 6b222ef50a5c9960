"""A unique string in every field that judges must not see; then every page a judge can reach is read."""

from __future__ import annotations

import io
from collections import deque
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.models import Assignment
from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_contributor, a_submitted_entry
from tests.factories.judging import a_judge, a_scorecard, allocated
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_JUDGING, a_category

pytestmark = pytest.mark.django_db
SECRET = "zqsentinel"


def _text_of(response: Any) -> str:
    """Return the page's source, or what a PDF says: a file's own bytes could hide a name."""
    body = b"".join(response) if response.streaming else response.content
    if body.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return str(body.decode(errors="replace"))


def reached_by(browser: Client, *starts: str) -> dict[str, str]:
    """Follow every link of the judge's room from these addresses; return each page's source."""
    waiting, pages = deque(starts), {}
    while waiting:
        address = waiting.popleft()
        if address in pages:
            continue
        response = browser.get(address)
        pages[address] = _text_of(response)
        found = html.fromstring(pages[address] or "<p>").xpath("//a/@href | //img/@src")
        here = address.partition("?")[0]
        links = [here + one if one.startswith("?") else one.partition("#")[0] for one in found]
        waiting.extend(link for link in links if link.startswith("/judging/"))
    return pages


def test_no_page_names_a_person_or_another_judge(signed_in) -> None:
    category = a_category()
    me = a_judge(category, a_person("Priya Marlow"))
    others = [
        a_judge(
            category,
            a_person(f"{SECRET} judge {number}", job_title=SECRET),
            employer=an_organisation(f"{SECRET} employer {number}"),
        )
        for number in (1, 2)
    ]
    for number in range(2):
        owner = a_person(f"{SECRET} owner {number}", job_title=SECRET)
        entry = a_submitted_entry(category, owner=owner, title=f"Entry {number}")
        a_contributor(entry, a_person(f"{SECRET} writer {number}"))
    allocated(category.edition)
    for other in others:
        scored, left = other.assignments.all()
        a_scorecard(scored, value=3, comment=f"{SECRET} comment")
        abstain(left, by=other.person, at=WHILE_JUDGING, reason=f"{SECRET} reason")
    entry = Assignment.objects.filter(judge=me).first().entry
    entry.title = entry.summary = f"{SECRET} draft"
    entry.save(update_fields=["title", "summary"])
    browser = signed_in(me.person)
    with frozen_at(WHILE_JUDGING):
        pages = reached_by(browser, reverse("judge_home"), f"{reverse('judge_home')}?q=entry")
        for assignment in me.assignments.all():
            assert reverse("judge_entry", args=[assignment.pk]) in pages
        foreign = others[0].assignments.first()
        pages["404"] = browser.get(reverse("judge_entry", args=[foreign.pk])).content.decode()
    mail = "".join(one.body for one in OutboxMessage.objects.filter(recipient=me.person.email))
    leaks = [
        address for address, page in [*pages.items(), ("mail", mail)] if SECRET in page.lower()
    ]
    assert leaks == []
    assert len(pages) > 8
