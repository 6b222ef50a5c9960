"""Following every link and every search form from a page on, as one person."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode, urljoin, urlsplit

from django.http import HttpResponseBase
from lxml import html

from tests.crawls.browsing import Answer, Browsers

# The demo's own pages show everybody everything, on purpose; static files are the same for all.
ELSEWHERE = ("/demo/", "/static/")
ENTRANCES = (
    "/",
    "/home/",
    "/account/",
    "/entries/",
    "/judging/",
    "/organise/?all=1",
    "/sitemap.xml",
)
PAGES_AT_MOST = 400
CREDENTIALS = {"code"}  # a discount is for whoever types its code


def walk(browsers: Browsers, role: str, also: Iterable[str] = ()) -> dict[str, Answer]:
    """Return every page and file that the role comes to, by address."""
    waiting = deque([*ENTRANCES, *also])
    read: dict[str, Answer] = {}
    while waiting:
        address = waiting.popleft()
        if address in read or address.startswith(ELSEWHERE):
            continue
        response = browsers.of(role).get(address)
        assert response.status_code < 500, f"{role} got {response.status_code} at {address}"
        read[address] = Answer.of(response)
        waiting.extend(leads_of(response, address))
        assert len(read) < PAGES_AT_MOST, f"{role} never comes to an end: {address}"
    return read


def leads_of(response: HttpResponseBase, address: str) -> Iterator[str]:
    """Yield the addresses of our own that an answer leads to."""
    if response.has_header("Location"):
        yield from ours([response["Location"]], address)
    elif response.get("Content-Type", "").startswith("text/html") and not response.streaming:
        page = html.document_fromstring(response.content)  # type: ignore[attr-defined]
        yield from ours(page.xpath("//a/@href | //img/@src | //link/@href"), address)
        yield from ours(page.xpath("//@data-href | //@data-url"), address)


def ours(links: Iterable[str], address: str) -> Iterator[str]:
    for link in links:
        parts = urlsplit(urljoin(address, link))
        if parts.scheme in {"", "http", "https"} and parts.netloc in {"", "testserver"}:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def searches_of(answer: Answer, address: str, text: str) -> Iterator[str]:
    """Yield the address of each search that a page offers, for `text`."""
    if "text/html" not in answer.headers or "<form" not in answer.text:
        return
    page = html.document_fromstring(answer.text)
    for form in page.xpath("//form[not(@method) or @method='get']"):
        for name in form.xpath(".//input[@type='search' or @type='text' or not(@type)]/@name"):
            if name not in CREDENTIALS:
                action = urlsplit(urljoin(address, form.get("action") or address)).path
                yield f"{action}?{urlencode({name: text})}"
