"""Addresses made from names."""

from __future__ import annotations

import datetime as dt
import re
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


YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def edition_slug_for(name: str, day: dt.datetime) -> str:
    """Return the address of an edition: the last year its name holds, else that of `day`."""
    years = YEAR.findall(name)
    return str(years[-1] if years else day.year)


def slug_for(name: str, taken: Container[str] = frozenset(), length: int = 50) -> str:
    """Return an address for `name` that is not in `taken`: "best-team", then "best-team-2"…"""
    stem = slugify(name)[:length].strip("-") or "untitled"
    slug, number = stem, 2
    while slug in taken:
        ending = f"-{number}"
        slug = stem[: length - len(ending)].strip("-") + ending
        number += 1
    return slug
