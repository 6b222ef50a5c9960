"""What an HTML element is: a heading, a list item, bold, a list of links, a container."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from plaudit.programmes.brief.block import Block, Kind, Marker
from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.extract.regions import furniture_reason

_HEADINGS = {f"h{n}": n for n in range(1, 7)} | {"summary": 7, "legend": 7, "dt": 7}
_BOLD = frozenset(("b", "strong"))
_BLOCK_TAGS = ["p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "li"]


def block_holders(soup: BeautifulSoup) -> frozenset[int]:
    """The identities of elements with a block element somewhere inside."""
    holders: set[int] = set()
    for tag in soup.find_all(_BLOCK_TAGS):
        for parent in tag.parents:
            if id(parent) in holders:
                break
            holders.add(id(parent))
    return frozenset(holders)


def is_bold(tag: Tag) -> bool:
    return tag.name in _BOLD or bool(
        re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", str(tag.get("style") or ""), re.IGNORECASE)
    )


def reason_to_skip(tag: Tag) -> str | None:
    """The furniture reason, unless the element holds most of the page."""
    reason = furniture_reason(tag)
    if not reason and tag.name in ("ul", "ol", "div", "p") and _is_link_list(tag):
        return "links"
    if reason and tag.find("h1") is not None and reason != "hidden":
        return None
    return reason


def _is_link_list(tag: Tag) -> bool:
    """Whether a list holds nothing but links to other pages."""
    if tag.name not in ("ul", "ol"):
        return False
    items = tag.find_all("li", recursive=False)
    return bool(items) and all(_is_link(item) for item in items if isinstance(item, Tag))


def _is_link(item: Tag) -> bool:
    link = item.find("a")
    if not isinstance(link, Tag) or str(link.get("href") or "").startswith(("mailto:", "tel:")):
        return False
    return squeeze(link.get_text()) == squeeze(item.get_text())


def heading_level(tag: Tag) -> int | None:
    if tag.name in _HEADINGS:
        return _HEADINGS[tag.name]
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level") or "")
        return int(level) if level.isdigit() else 6
    names = " ".join(tag.get("class") or [])
    is_title = re.search(
        r"(?:accordion|collapse|tab|faq|toggle|panel|card|section|"
        r"criteri\w+)[\w-]*(?:title|heading|header|button|label|trigger)",
        names,
        re.IGNORECASE,
    )
    if (
        is_title
        and len(tag.get_text()) < 120
        and not tag.find(["p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"])
    ):
        return 7
    return None


def list_item(tag: Tag) -> Block:
    depth = len(tag.find_parents(["ul", "ol"])) - 1
    parent = tag.find_parent(["ul", "ol"])
    marker = Marker.NUMBER if parent is not None and parent.name == "ol" else Marker.BULLET
    return Block("", (), Kind.ITEM, max(depth, 0), marker)
