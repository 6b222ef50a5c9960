"""Parts of a web page that are never the brief: navigation, footers, cookie notices, hidden text."""

from __future__ import annotations

import re

from bs4 import Tag

SKIPPED_TAGS = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "datalist",
        "textarea",
        "meta",
        "link",
        "math",
    ]
)
_TAG_REASONS = {"nav": "navigation", "footer": "page footer", "dialog": "a pop-up"}
_ROLE_REASONS = {
    "navigation": "navigation",
    "contentinfo": "page footer",
    "search": "search box",
    "dialog": "a pop-up",
    "alertdialog": "a pop-up",
    "banner": "page header",
}
_CLASS_REASONS = (
    ("cookie notice", re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa)(?:[\s_-]|$)|cookie", re.IGNORECASE)),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip|"
    r"sitemap|toc|jump-?links?)(?:[\s_-]|$)", re.IGNORECASE)),
    ("page footer", re.compile(r"(?:^|[\s_-])footer(?:[\s_-]|$)", re.IGNORECASE)),
    ("page header", re.compile(r"(?:^|[\s_-])(?:site-?header|masthead|topbar|top-bar|page-?header-?bar|"
    r"utility-?bar)(?:[\s_-]|$)", re.IGNORECASE)),
    ("sharing links", re.compile(r"(?:^|[\s_-])(?:share|social|sharing|follow-us)(?:[\s_-]|$)", re.IGNORECASE)),
    ("an advertisement", re.compile(r"(?:^|[\s_-])(?:ads?|advert\w*|promo\w*|newsletter|subscribe|signup|sign-up|"
    r"popup|modal|sponsors?|sponsored|partners|logos?)(?:[\s_-]|$)", re.IGNORECASE)),
    ("links to other pages", re.compile(r"(?:^|[\s_-])(?:related|see-?also|recommended|more-news|other-categories|"
    r"you-may-also-like)(?:[\s_-]|$)", re.IGNORECASE)),
    ("hidden", re.compile(r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-reader-text|d-none|"
    r"is-hidden)(?:[\s_-]|$)", re.IGNORECASE)),
)  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def furniture_reason(tag: Tag) -> str | None:
    """Why the element is not part of the brief, or None."""
    if reason := _TAG_REASONS.get(tag.name) or _ROLE_REASONS.get(_attribute(tag, "role").lower()):
        return reason
    if (
        tag.has_attr("hidden") and _attribute(tag, "hidden") != "until-found"
    ) or _HIDDEN_STYLE.search(_attribute(tag, "style")):
        return None if _is_panel(tag) else "hidden"
    if tag.name == "header" and not tag.find(["h1", "h2", "h3"]):
        return "page header"
    names = f"{_attribute(tag, 'class')} {_attribute(tag, 'id')}".strip()
    if not names or tag.name in ("body", "html", "main", "h1"):
        return None
    return next((reason for reason, pattern in _CLASS_REASONS if pattern.search(names)), None)


def _is_panel(tag: Tag) -> bool:
    """An accordion or tab panel starts hidden but is part of the page."""
    names = f"{_attribute(tag, 'class')} {_attribute(tag, 'id')} {_attribute(tag, 'role')}"
    return bool(
        re.search(
            r"accordion|panel|collaps|tab|content|answer|details|section", names, re.IGNORECASE
        )
    )
