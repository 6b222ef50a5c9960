"""Markdown inside a line: emphasis, links, code and stray tags."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:<)?([^)\s>]+)[^)]*\)")
_REFERENCE_LINK = re.compile(r"\[([^\]]+)\]\[[^\]]*\]")
_AUTOLINK = re.compile(r"<((?:mailto:)?[^\s<>@]+@[^\s<>]+|https?://[^\s<>]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])|"
    r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LEAD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_WHOLE = re.compile(r"^(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1[:.]?$")


def _link_text(match: re.Match[str]) -> str:
    label, target = match[1], match[2]
    address = re.sub(r"^(?:mailto|tel):|\?.*$", "", target)
    if target.startswith(("mailto:", "tel:")) and address not in label:
        return f"{label} {address}"
    return label


def plain(text: str) -> str:
    """The words of a line without Markdown's marks."""
    if not any(c in text for c in "*_[]<`\\~"):
        return text
    text = _IMAGE.sub("", text)
    text = _LINK.sub(_link_text, text)
    text = _REFERENCE_LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(lambda m: m[1].removeprefix("mailto:"), text)
    text = _TAG.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda m: m[1] or m[2], text)
    text = re.sub(r"`([^`]*)`", r"\1", text).replace("~~", "")
    return _ESCAPE.sub(r"\1", text)


def bold_lead(text: str) -> str:
    """The words in bold at the very start, or an empty string."""
    match = _LEAD.match(text)
    return plain(match[2]) if match else ""


def is_all_bold(text: str) -> bool:
    """Whether the whole line is one run of emphasis."""
    return bool(_WHOLE.match(text.strip()))
