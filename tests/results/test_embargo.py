"""Two worlds that differ only in what was decided answer alike, to everybody outside the team, before the instant.

Each world is made in the same database and taken back. A crawler reads every page that a visitor, an
entrant and a judge can reach by links, and the pages one might guess.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition
from plaudit.results.actions.release import queue_result_mail
from plaudit.results.models import Outcome
from tests.factories.results import (
    ONE_SECOND,
    RELEASE,
    a_decision,
    a_judged_category,
    an_announcement,
)

pytestmark = pytest.mark.django_db

Decide = Callable[[Edition, list[Entry]], None]
Readings = dict[tuple[str, str], tuple[int, str, str]]
BEFORE = RELEASE - ONE_SECOND
CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|name="key" value="[^"]*"'
)
LEFT_ALONE = re.compile(r"/(sign-out|demo|static|organise)/")
PAGES_AT_MOST = 150


def first_wins(edition: Edition, entries: list[Entry]) -> None:
    a_decision(entries[0], Outcome.WINNER, citation="Amaranth.")
    a_decision(entries[1], Outcome.FINALIST)
    an_announcement(edition)


def second_wins(edition: Edition, entries: list[Entry]) -> None:
    a_decision(entries[1], Outcome.WINNER, citation="Borage.")
    a_decision(entries[0], Outcome.HIGHLY_COMMENDED)
    an_announcement(edition)


def nobody_decided(edition: Edition, entries: list[Entry]) -> None:
    """Not even an announcement is set."""


@pytest.fixture
def judged() -> tuple[Category, list[Entry], Person]:
    category, entries, judges = a_judged_category(((9, 9), (8, 8), (2, 2)))
    return category, entries, judges[0].person


@contextmanager
def a_world(edition: Edition, entries: list[Entry], decide: Decide) -> Iterator[None]:
    with transaction.atomic():
        decide(edition, entries)
        queue_result_mail(BEFORE)
        yield
        transaction.set_rollback(True)


def crawl(edition: Edition, category: Category, entries: list[Entry], judge: Person) -> Readings:
    """Read all that each reader can reach."""
    readers = {
        "visitor": None,
        "entrant": entries[0].started_by,
        "loser": entries[2].started_by,
        "judge": judge,
    }
    return {
        (name, address): answer
        for name, person in readers.items()
        for address, answer in _read_all(person, guesses(edition, category, entries)).items()
    }


def guesses(edition: Edition, category: Category, entries: list[Entry]) -> list[str]:
    public = {"programme": edition.programme.slug, "edition": edition.slug}
    exports = [
        reverse(f"organiser_{name}_export", args=[edition.pk, form])
        for name in ("entries", "scores")
        for form in ("csv", "xlsx")
    ]
    inside = [
        reverse(name, args=[edition.pk]) for name in ("organiser_results", "organiser_announcement")
    ]
    return [
        "/",
        "/home/",
        "/entries/",
        "/judging/",
        reverse("public_edition", kwargs=public),
        reverse("public_winners", kwargs=public),
        reverse("organiser_result", args=[edition.pk, category.pk]),
        *(reverse("entry_desk", args=[entry.pk]) for entry in entries),
        *(f"/entries/{entry.pk}/outcome/" for entry in entries),
        *exports,
        *inside,
    ]


def _read_all(person: Person | None, first: list[str]) -> dict[str, tuple[int, str, str]]:
    client = Client()
    if person is not None:
        client.force_login(person)
    waiting, read = list(first), {}
    while waiting and len(read) < PAGES_AT_MOST:
        address = waiting.pop(0)
        if address in read:
            continue
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        text = CHANGING.sub("", _words_in(body))
        headers = [
            f"{name}: {response.get(name, '')}"
            for name in ("Location", "ETag", "Last-Modified", "Cache-Control")
        ]
        read[address] = (response.status_code, "\n".join(headers), text)
        waiting += _links(text) if response.get("Content-Type", "").startswith("text/html") else []
        waiting += (
            _links(f'<a href="{response["Location"]}">there</a>')
            if response.has_header("Location")
            else []
        )
    return read


def _words_in(body: bytes) -> str:
    """Return the page's source; of a PDF or a Word file, made anew at each read, what it says."""
    if body.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            if "word/document.xml" in parts.namelist():
                return parts.read("word/document.xml").decode()
    return body.decode(errors="replace")


def _links(text: str) -> list[str]:
    if not text.strip():
        return []
    found = html.document_fromstring(text).xpath("//a/@href")
    plain = [
        link.partition("#")[0]
        for link in found
        if link.startswith("/") and not link.startswith("//")
    ]
    return [link for link in plain if link and not LEFT_ALONE.match(link)]


def mail() -> set[tuple[str, str, str, str]]:
    return set(OutboxMessage.objects.values_list("kind", "recipient", "subject", "body"))


def readings(
    judged: tuple[Category, list[Entry], Person], decide: Decide, at: dt.datetime
) -> tuple[Readings, set[tuple[str, str, str, str]]]:
    category, entries, judge = judged
    with a_world(category.edition, entries, decide), frozen_at(at):
        queue_result_mail(at)
        return crawl(category.edition, category, entries, judge), mail()


def test_one_second_before_no_page_and_no_mail_differs(
    judged: tuple[Category, list[Entry], Person],
) -> None:
    pages, letters = readings(judged, first_wins, BEFORE)
    assert len(pages) > 40
    for decide in (second_wins, nobody_decided):
        other_pages, other_letters = readings(judged, decide, BEFORE)
        assert pages.keys() == other_pages.keys()
        differing = {key for key, answer in pages.items() if answer != other_pages[key]}
        assert differing == set()
        assert letters == other_letters


def test_at_the_instant_winners_entrants_and_mail_tell(
    judged: tuple[Category, list[Entry], Person],
) -> None:
    category, entries, _ = judged
    pages, letters = readings(judged, first_wins, RELEASE)
    others, other_letters = readings(judged, second_wins, RELEASE)
    edition = category.edition
    winners = ("visitor", reverse("public_winners", args=[edition.programme.slug, edition.slug]))
    assert "Amaranth." in pages[winners][2]
    assert "Borage." in others[winners][2]
    desk = ("entrant", reverse("entry_desk", args=[entries[0].pk]))
    assert pages[desk] != others[desk]
    results = {(to, text) for kind, to, _, text in letters if kind == "result"}
    assert {to for to, _ in results} == {entry.started_by.email for entry in entries}
    assert letters != other_letters
    differing = {
        name
        for name, _ in (key for key in pages.keys() & others.keys() if pages[key] != others[key])
    }
    assert differing >= {"visitor", "entrant"}
