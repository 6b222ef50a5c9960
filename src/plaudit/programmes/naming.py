"""Addresses made from names."""

from __future__ import annotations

from collections.abc import Container

from django.utils.text import slugify

RESERVED = frozenset(
    {
        "account",
        "contact",
        "demo",
        "entries",
        "enquiries",
        "healthz",
        "home",
        "judging",
        "organise",
        "readyz",
        "sign-in",
        "sign-out",
        "static",
    }
)
"""First steps of an address that belong to the site itself, so that no programme may have them."""


def slug_for(name: str, taken: Container[str] = frozenset(), length: int = 50) -> str:
    """Return an address for `name` that is not in `taken`: "best-team", then "best-team-2"…"""
    stem = slugify(name)[:length].strip("-") or "untitled"
    slug, number = stem, 2
    while slug in taken:
        ending = f"-{number}"
        slug = stem[: length - len(ending)].strip("-") + ending
        number += 1
    return slug
