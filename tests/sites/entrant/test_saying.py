"""Whoever saves something is told so on the next page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from plaudit.people.models import Person
from plaudit.sites.entrant import saying
from tests.factories.entries import an_entry
from tests.sites.entrant.reading import page_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
VIEWS = Path(saying.__file__).parent / "views"


def test_a_page_says_what_was_done_once_and_no_words_of_the_address(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    for asked, told in (("details", [saying.SAID["details"]]), ("<b>Win</b>", []), ("", [])):
        page = page_of(browser.get(f"/entries/{entry.pk}/", {"said": asked}))
        assert [each.text_content() for each in page.xpath("//*[@role='status']")] == told


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("", "moved"),
        ("eligibility/", "eligibility"),
        ("category/", "moved-parked"),
        ("evidence/", "evidence-off"),
        ("files/", "file"),
        ("organisations/", "credit"),
        ("people/", "invited"),
        ("check/", "automatic"),
    ],
)
def test_every_page_that_is_led_to_says_it(signed_in: SignedIn, part: str, code: str) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).get(f"/entries/{entry.pk}/{part}", {"said": code})
    told = page_of(page).xpath("//*[contains(@class, 'pl-notice') and @role='status']")
    assert [each.text_content() for each in told] == [saying.SAID[code]]


def test_every_sentence_is_said_somewhere_and_none_is_missing() -> None:
    source = "".join(path.read_text() for path in sorted(VIEWS.glob("*.py")))
    assert {code for code in saying.SAID if f'"{code}"' not in source} == set()
    used = set(re.findall(r'\bto\(\s*"[a-z_]+",\s*"([a-z-]+)"', source))
    assert used <= set(saying.SAID)
