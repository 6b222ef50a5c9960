"""The forms of a page, filled in as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import html

from tests.crawls.world import a_document, a_photo

TYPED = {"email": "somebody.new@example.org", "number": "3", "url": "https://example.org/"}
BY_NAME = {
    "slug": "a-new-one",
    "edition_slug": "a-new-edition",
    "release_at": "2027-06-20 20:30",
    "opens_at": "2028-01-10 09:00",
    "closes_at": "2028-03-10 17:00",
    "judging_opens_at": "2028-03-20 09:00",
    "judging_closes_at": "2028-04-20 17:00",
    "website": "",
}


@dataclass
class Form:
    """What would be posted to `action`, by field name; `asked` are all the names that the form asks for."""

    action: str
    asked: frozenset[str]
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def posted(self) -> dict[str, Any]:
        """Return the fields with each file opened anew."""
        return {name: value() if callable(value) else value for name, value in self.fields.items()}


def forms_of(source: str, address: str) -> Iterator[Form]:
    """Yield every form of the page that is posted, once for each address that a button sends it to."""
    page = html.document_fromstring(source)
    for form in page.xpath("//form[@method='post' or @method='POST']"):
        fields = {name: value for element in form.inputs for name, value in filled(element)}
        fields |= dict(typed_lists(form))
        asked = frozenset(form.xpath(".//@name"))
        yield Form(urljoin(address, form.get("action")), asked, fields)
        for button in form.xpath(".//button[@formaction]"):
            chosen = {button.get("name"): button.get("value", "")} if button.get("name") else {}
            yield Form(urljoin(address, button.get("formaction")), asked, fields | chosen)


def typed_lists(form: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the first of each group of radio buttons none of which is chosen."""
    groups: dict[str, list[html.HtmlElement]] = {}
    for radio in form.xpath(".//input[@type='radio']"):
        groups.setdefault(radio.name, []).append(radio)
    for name, radios in groups.items():
        if not any(radio.get("checked") is not None for radio in radios):
            yield name, radios[0].get("value", "")


def filled(element: html.HtmlElement) -> Iterator[tuple[str, str | Callable[[], Any]]]:
    kind = element.get("type", "text")
    if not element.name or kind in {"submit", "button"}:
        return
    if kind == "file":
        yield element.name, named_document if "evidence" in element.name else named_photo
    elif kind in {"checkbox", "radio"}:
        if element.get("checked") is not None:
            yield element.name, element.get("value", "on")
    elif isinstance(element, html.SelectElement):
        yield element.name, element.value or next(filter(None, element.value_options), "")
    else:
        standing = (element.value or "").strip()
        typed = "" if kind == "hidden" else TYPED.get(kind, "Typed by hand")
        if element.tag == "textarea":
            standing = f"{standing} And a little more.".strip()
        yield element.name, standing or BY_NAME.get(element.name, typed)


def named_photo() -> Any:
    photo = a_photo()
    photo.name = "new.jpg"
    return photo


def named_document() -> Any:
    document = a_document()
    document.name = "new.pdf"
    return document
