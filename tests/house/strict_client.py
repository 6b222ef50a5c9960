"""A test client that reads every page it fetches, so that each page test is also a lint."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

UNLABELLED_TYPES = {"hidden", "submit", "button"}


class StrictClient(Client):
    """Fails the test when a fetched page breaks a rule that holds on every page."""

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            check_headers(response)
            if response.content:
                check_page(response.content.decode())
        return response


def check_headers(response: HttpResponse) -> None:
    policy = response.headers["Content-Security-Policy"]
    for directive in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert directive in policy, policy
    assert "unsafe" not in policy, policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Cache-Control" in response.headers


def check_page(source: str) -> None:
    """Assert the rules of every page: heading, title, language, forms, scripts, labels, ids."""
    page = html.document_fromstring(source)
    check_heading_and_title(page)
    assert page.get("lang", "").startswith("en"), "the page names no language"
    check_forms(page)
    check_inline_code(page)
    check_labels(page)
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    repeated = {one for one in ids if ids.count(one) > 1}
    assert not repeated, f"ids used twice: {sorted(repeated)}"


def check_heading_and_title(page: html.HtmlElement) -> None:
    headings = page.xpath("//h1")
    assert len(headings) == 1, f"{len(headings)} h1 on the page"
    heading = " ".join(headings[0].text_content().split())
    title = " ".join((page.findtext(".//title") or "").split())
    assert heading, "the h1 is empty"
    assert title.removeprefix("Error: ").startswith(heading), f"title {title!r}, h1 {heading!r}"
    has_errors = bool(page.xpath("//*[contains(@class, 'govuk-error-summary')]"))
    assert has_errors == title.startswith("Error: "), f"title {title!r}, errors: {has_errors}"


def check_forms(page: html.HtmlElement) -> None:
    for form in page.xpath("//form"):
        assert form.get("action"), "a form has no action"
        method = form.get("method", "get").lower()
        assert method in {"get", "post"}
        token = form.xpath(".//input[@name='csrfmiddlewaretoken']")
        assert bool(token) == (method == "post"), f"token and method differ: {form.get('action')}"


def check_inline_code(page: html.HtmlElement) -> None:
    for element in page.xpath("//script | //style"):
        assert element.get("nonce"), "a script or style has no nonce"
    styled = page.xpath("//*[@style]")
    assert not styled, f"inline style on {[element.tag for element in styled]}"
    handlers = page.xpath("//@*[starts-with(name(), 'on')]")
    assert not handlers, f"inline event handlers: {handlers}"
    assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
    for image in page.xpath("//img"):
        assert image.get("alt") is not None, f"no alt on {image.get('src')}"


def check_labels(page: html.HtmlElement) -> None:
    labelled = {label.get("for") for label in page.xpath("//label[@for]")}
    for field in page.xpath("//input | //textarea | //select"):
        if field.get("type", "text") in UNLABELLED_TYPES:
            continue
        named = (
            field.get("aria-label") or field.get("aria-labelledby") or field.get("id") in labelled
        )
        assert named or field.xpath("ancestor::label"), f"no label for {field.get('name')}"
        described = (field.get("aria-describedby") or "").split()
        for target in described:
            assert page.xpath(f"//*[@id='{target}']"), f"aria-describedby names no {target}"
