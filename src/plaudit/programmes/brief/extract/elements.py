"""What an HTML element is: a heading, a list item, bold, a list of links, a container."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from plaudit.programmes.brief.block import Block, Kind, Marker
from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.extract.regions import furniture_reason

_HEADINGS = {f"h{n}": n for n in range(1, 7)} | {"summary": 7, "legend": 7, "dt": 7}
_TAB_BAR = re.compile(
    r"(?:^|[\s_-])(?:tabs?|tab-?list|pills|tab-(?:nav|links|menu|bar|buttons))(?:\s|$)"
)
_HEADED = ["h1", "h2", "p", "table"]
_MAX_TABS = 50
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


def open_panels(soup: BeautifulSoup) -> None:
    """Shows what accordions and tabs keep hidden until a button is pressed."""
    controlled = {
        name
        for button in soup.find_all(attrs={"aria-controls": True})
        for name in str(button.get("aria-controls")).split()
    }
    for panel in soup.find_all(id=True):
        if str(panel.get("id")) in controlled or panel.get("role") == "tabpanel":
            panel.attrs.pop("hidden", None)
            panel.attrs.pop("style", None)


def title_panels(soup: BeautifulSoup) -> None:
    """Puts the words of tabs that stand in a row as headings into the panels they open."""
    panels = {str(tag.get("id")): tag for tag in soup.find_all(id=True)}
    for bar in soup.find_all(_is_tab_bar, limit=_MAX_TABS):
        tabs = [
            (tab, panels[name])
            for tab in bar.find_all(["a", "button", "li", "span", "div"], limit=_MAX_TABS)
            if (name := _opens(tab)) in panels
        ]
        outside = [panel for _, panel in tabs if bar not in panel.parents and panel is not bar]
        if len(tabs) < 2 or len(outside) < len(tabs):
            continue
        for tab, panel in tabs:
            if not any(parent is panel for parent in bar.parents):
                _head(soup, panel, squeeze(tab.get_text()))
                tab.extract()


def _is_tab_bar(tag: Tag) -> bool:
    names = " ".join(tag.get("class") or [])
    return tag.get("role") == "tablist" or bool(
        tag.name in ("ul", "ol", "nav", "div")
        and _TAB_BAR.search(names)
        and tag.find(_HEADED) is None
    )


def _opens(tab: Tag) -> str:
    """The id of the panel that a tab opens, or an empty string."""
    href = str(tab.get("href") or tab.get("data-target") or tab.get("data-bs-target") or "")
    return str(tab.get("aria-controls") or (href[1:] if href.startswith("#") else ""))


def _head(soup: BeautifulSoup, panel: Tag, title: str) -> None:
    inner = panel.find(["h1", "h2", "h3", "h4", "h5", "h6"])
    if not title or (isinstance(inner, Tag) and squeeze(inner.get_text()) == title):
        return
    level = min(_HEADINGS[h.name] for h in panel.find_all(list(_HEADINGS))) if inner else 7
    heading = soup.new_tag(f"h{max(level - 1, 2)}")
    heading.string = title
    panel.insert(0, heading)


def is_bold(tag: Tag) -> bool:
    return tag.name in _BOLD or bool(
        re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", str(tag.get("style") or ""), re.IGNORECASE)
    )


def is_new_badge(tag: Tag) -> bool:
    """Whether a span with a class such as "badge" says "New" beside a name."""
    if tag.name not in ("span", "small", "sup", "em", "i", "b", "strong", "mark"):
        return False
    names = " ".join(tag.get("class") or [])
    is_marked = tag.name in ("sup", "mark") or re.search(
        r"badge|label|tag|pill|flag|ribbon|chip|new|sticker", names, re.IGNORECASE
    )
    return bool(is_marked) and bool(re.fullmatch(r"\W*new\W*", tag.get_text(), re.IGNORECASE))


def reason_to_skip(tag: Tag) -> str | None:
    """The furniture reason, unless the element holds most of the page."""
    reason = furniture_reason(tag)
    if not reason and tag.name == "button" and not _opens_something(tag):
        return "a button or link"
    if not reason and tag.name in ("ul", "ol", "div", "p") and _is_link_list(tag):
        return "links"
    if reason and tag.find("h1") is not None and reason != "hidden":
        return None
    return reason


def _opens_something(button: Tag) -> bool:
    """Whether a button is the heading of an accordion's or a tab's panel."""
    if button.has_attr("aria-controls") or button.has_attr("aria-expanded"):
        return True
    names = f"{' '.join(button.get('class') or [])} {button.get('role') or ''}"
    in_heading = button.find_parent(["h1", "h2", "h3", "h4", "h5", "h6"]) is not None
    return in_heading or bool(re.search(r"accordion|collaps|tab|toggle", names, re.IGNORECASE))


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
        r"criteri\w+)[\w-]*(?:title|heading|header|button|label|trigger|question)",
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
