"""Reading pages as a person would."""

from __future__ import annotations

from django.http import HttpResponse
from lxml import html


def page_of(response: HttpResponse) -> html.HtmlElement:
    return html.document_fromstring(response.content.decode())


def words_of(response: HttpResponse) -> str:
    """The main part of the page, as one line of words."""
    (main,) = page_of(response).xpath("//main")
    return " ".join(" ".join(main.itertext()).split())


def links_of(response: HttpResponse) -> set[str]:
    return set(page_of(response).xpath("//main//a/@href"))


def actions_of(response: HttpResponse) -> set[str]:
    return set(page_of(response).xpath("//main//form[@method='post']/@action"))


def form_of(response: HttpResponse, action: str) -> dict[str, str]:
    """What the browser would send of the form to that address, as the page gave it."""
    (form,) = page_of(response).xpath(f"//main//form[@action='{action}']")
    empty = dict.fromkeys(form.xpath(".//input[@type='text' and not(@value)]/@name"), "")
    return empty | {
        name: text for name, text in form.form_values() if name != "csrfmiddlewaretoken"
    }


def hidden(response: HttpResponse, name: str) -> str:
    return str(page_of(response).xpath(f"//main//input[@name='{name}']/@value")[0])
