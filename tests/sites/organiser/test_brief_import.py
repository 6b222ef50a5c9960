from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.enquiries.models import Desk
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition
from plaudit.programmes.queries import category_form
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition, director_of

pytestmark = pytest.mark.django_db
BRIEFS = Path(__file__).resolve().parents[4] / "shared" / "briefs"
PAGE = """\
New Category
Street of the Year

This award is for a street whose neighbours look after each other, in every season and at every hour.

Eligibility

Any street in the county with more than ten houses may enter.

Ambition

• What did your street set out to change, and why?
• Who lives in the street and how were they asked?

Outcome

• What changed, and how do you know? Give figures where you can.

Start your entry

Entries enquiries, contact Robin Vale 020 7946 0101
"""


@pytest.fixture
def edition() -> Iterator[Edition]:
    edition = an_edition()
    with frozen_at(WHILE_OPEN):
        yield edition


@pytest.fixture
def browser(edition: Edition, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(director_of(edition))


def fields_of(content: bytes) -> dict[str, str]:
    """Return what a browser would send for the page's form."""
    [form] = html.document_fromstring(content.decode()).xpath("//form[@id='read']")
    fields = {}
    for field in form.xpath(".//input | .//textarea | .//select"):
        if field.get("type") == "checkbox" and field.get("checked") is None:
            continue
        chosen = field.xpath("./option[@selected]/@value")
        unnamed = "on" if field.get("type") == "checkbox" else ""
        value = (
            field.text.removeprefix("\n")
            if field.tag == "textarea"
            else field.get("value", unnamed)
        )
        fields[field.get("name")] = chosen[0] if chosen else value
    fields.pop("csrfmiddlewaretoken")
    return fields


def paste(browser: Client, edition: Edition, text: str) -> Any:
    return browser.post(reverse("organiser_brief", args=[edition.pk]), {"text": text})


def test_a_pasted_page_is_reviewed_corrected_and_stored(browser: Client, edition: Edition) -> None:
    response = paste(browser, edition, PAGE)
    assert response.status_code == 200
    assert not Category.objects.exists()
    fields = fields_of(response.content)
    assert fields["c0-name"] == "Street of the Year"
    assert fields["c0-is_new"] == "on"
    assert fields["c0-s1-title"] == "Outcome"
    fields |= {"c0-s1-title": "Results", "c0-s0-weight": "60%", "c0-s1-weight": "40 points"}
    response = browser.post(reverse("organiser_brief_store", args=[edition.pk]), fields)
    assert response.status_code == 302
    [category] = edition.categories.all()
    assert (category.name, category.is_new, category.published_at) == (
        "Street of the Year",
        True,
        None,
    )
    assert "Robin Vale" in category.source_text
    sections = category_form(category)
    assert [(one.name, len(one.prompts.all())) for one in sections] == [
        ("Ambition", 2),
        ("Results", 1),
    ]
    assert [(one.weight, one.weight_unit) for one in sections] == [(60, "percent"), (40, "points")]
    [desk] = Desk.objects.all()
    assert (desk.role, desk.contact_name, desk.phone) == ("entries", "Robin Vale", "020 7946 0101")


def test_sections_come_and_go_without_anything_stored(browser: Client, edition: Edition) -> None:
    fields = fields_of(paste(browser, edition, PAGE).content)
    again = reverse("organiser_brief_review", args=[edition.pk])
    more = fields_of(browser.post(again, {**fields, "c0-s0-title": "Why", "add": "c0"}).content)
    assert (more["c0-sections"], more["c0-s0-title"], more["c0-s2-title"]) == ("3", "Why", "")
    fewer = fields_of(browser.post(again, {**more, "remove": "c0-s0"}).content)
    assert (fewer["c0-sections"], fewer["c0-s0-title"]) == ("2", "Outcome")
    assert fewer["source"] == fields["source"]
    assert not Category.objects.exists()


def test_what_is_wrong_is_said_and_everything_typed_comes_back(
    browser: Client, edition: Edition
) -> None:
    fields = fields_of(paste(browser, edition, PAGE).content)
    wrong = {
        **fields,
        "c0-name": "",
        "c0-s0-title": "",
        "c0-s1-weight": "a lot",
        "c0-s1-prompts": "Typed\nhere",
    }
    response = browser.post(reverse("organiser_brief_store", args=[edition.pk]), wrong)
    assert response.status_code == 422
    text = response.content.decode()
    assert "Give this section a name" in text
    assert "must be like 20% or 20 points" in text
    back = fields_of(response.content)
    assert {name: back[name] for name in wrong} == wrong
    assert not Category.objects.exists()


def test_a_name_that_is_taken_is_said_at_the_name(browser: Client, edition: Edition) -> None:
    a_category(edition, name="street of the year")
    fields = fields_of(paste(browser, edition, PAGE).content)
    response = browser.post(reverse("organiser_brief_store", args=[edition.pk]), fields)
    assert response.status_code == 422
    assert "already has a category called “Street of the Year”" in response.content.decode()
    assert not Desk.objects.exists()


def test_each_line_of_the_source_says_what_was_made_of_it(
    browser: Client, edition: Edition
) -> None:
    page = html.document_fromstring(paste(browser, edition, PAGE).content.decode())
    lines = page.xpath("//*[@data-line]")
    shown = {" ".join(line.text_content().split()) for line in lines}
    assert any(line.startswith("Street of the Year") and line.endswith("Name") for line in shown)
    assert any("set out to change" in line and line.endswith("Prompt") for line in shown)
    assert any(line.startswith("Start your entry Left out") for line in shown)
    kept = {one.strip() for one in PAGE.splitlines() if one.strip()}
    assert len(lines) == len(kept)
    numbers = set(page.xpath("//@data-line"))
    for piece in page.xpath("//@data-lines"):
        assert set(piece.split()) <= numbers


def test_several_categories_are_reviewed_together_and_one_can_be_left_out(
    browser: Client, edition: Edition
) -> None:
    fields = fields_of(paste(browser, edition, PAGE).content)
    second = {
        name.replace("c0-", "c1-"): value
        for name, value in fields.items()
        if name.startswith("c0-")
    }
    both = {**fields, **second, "categories": "2", "c1-name": "Garden of the Year"}
    left = {name: value for name, value in both.items() if name != "c0-is_wanted"} | {"c0-name": ""}
    response = browser.post(reverse("organiser_brief_store", args=[edition.pk]), left)
    assert response.status_code == 302
    assert [category.name for category in edition.categories.all()] == ["Garden of the Year"]


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({}, "Paste the category page, or choose a file."),
        ({"text": "Home\nAbout us\nContact"}, "Nothing was found to import"),
        ({"file": SimpleUploadedFile("page.pdf", b"%PDF-1.7 and so on")}, "This is a PDF"),
        ({"text": "word " * 210_000}, "too much for a category page"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(
    posted: dict[str, Any], said: str, browser: Client, edition: Edition
) -> None:
    response = browser.post(reverse("organiser_brief", args=[edition.pk]), posted)
    assert response.status_code == 422
    text = response.content.decode()
    assert said in text
    if "text" in posted:
        assert posted["text"].strip() in text


def test_fifty_megabytes_are_refused_with_a_sentence(browser: Client, edition: Edition) -> None:
    body = b"text=" + b"x" * (50 * 1024 * 1024)
    response = browser.generic(
        "POST",
        reverse("organiser_brief", args=[edition.pk]),
        BytesIO(body).getvalue(),
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 413
    assert "That is 50 MB" in response.content.decode()


def test_the_post_is_refused_without_a_token(edition: Edition) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(director_of(edition))
    assert paste(client, edition, PAGE).status_code == 403
    assert client.post(reverse("organiser_brief_store", args=[edition.pk]), {}).status_code == 403


def test_a_word_file_is_read(browser: Client, edition: Edition) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in PAGE.replace("• ", "").splitlines():
        if line:
            style = "List Bullet" if line.endswith(("?", "can.")) else None
            document.add_paragraph(line, style=style)
    file = BytesIO()
    document.save(file)
    upload = SimpleUploadedFile("brief.docx", file.getvalue())
    response = browser.post(reverse("organiser_brief", args=[edition.pk]), {"file": upload})
    assert fields_of(response.content)["c0-name"] == "Street of the Year"


@pytest.mark.skipif(not BRIEFS.exists(), reason="the shared briefs are not here")
def test_the_shared_briefs_become_categories_with_the_same_criteria(
    browser: Client, edition: Edition
) -> None:
    store = reverse("organiser_brief_store", args=[edition.pk])
    for name, prompts in (
        ("place-based-partnership-award", 13),
        ("provider-collaboration-of-the-year", 16),
    ):
        response = paste(browser, edition, (BRIEFS / f"{name}.txt").read_text())
        assert browser.post(store, fields_of(response.content)).status_code == 302
        category = edition.categories.get(slug=name)
        sections = category_form(category)
        names = ["Ambition", "Outcome", "Spread", "Value", "Involvement"]
        assert [section.name for section in sections] == names
        assert sum(len(section.prompts.all()) for section in sections) == prompts
    assert set(edition.desks.values_list("role", flat=True)) == {"entries", "media", "judging"}
    assert not re.search("start your entry", category.introduction, re.IGNORECASE)
