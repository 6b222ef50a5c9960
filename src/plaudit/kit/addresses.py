"""Addresses of pages by the names of their routes: as Django's `reverse`, quicker where all that varies is identifiers.

A writing desk has some twenty links. Django looks for the route, converts and matches each time, and asks the thread
for the path below which the site lives: here that is always the host's own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import get_resolver, reverse
from django.urls.converters import UUIDConverter


def address_of(name: str, **values: Any) -> str:
    """Return the path of the named route. Raises NoReverseMatch."""
    if all(type(value) is UUID for value in values.values()):
        made = _pattern(settings.ROOT_URLCONF, name, tuple(values))
        if made is not None:
            return "/" + made % values
    return reverse(name, kwargs=values or None)


def addresses_with(**known: UUID) -> Callable[..., str]:
    """Return a function as `address_of` that knows these identifiers, and gives each route those that it takes.

    They are written out once, not for each link of a page.
    """
    written = {name: str(value) for name, value in known.items()}
    urlconf = settings.ROOT_URLCONF

    def address(name: str, **more: UUID) -> str:
        values: dict[str, Any] = {**written, **more} if more else written
        made = _pattern_within(urlconf, name, tuple(values))
        if made is None:
            return reverse(name, kwargs=values)
        return "/" + made % values

    return address


@cache
def _pattern_within(urlconf: str, name: str, parameters: tuple[str, ...]) -> str | None:
    """Return the route's pattern for `%`, when some of these identifiers are all that it takes."""
    found = get_resolver(urlconf).reverse_dict.getlist(name)
    if not found:
        return None
    converters = found[0][3]
    return _pattern(urlconf, name, tuple(each for each in parameters if each in converters))


@cache
def _pattern(urlconf: str, name: str, parameters: tuple[str, ...]) -> str | None:
    """Return the route's pattern for `%`, when it is the only one of its name and takes these identifiers alone."""
    found = get_resolver(urlconf).reverse_dict.getlist(name)
    if len(found) != 1:
        return None
    possibilities, _, defaults, converters = found[0]
    if len(possibilities) != 1 or defaults or set(converters) != set(parameters):
        return None
    pattern, wanted = possibilities[0]
    are_identifiers = all(isinstance(each, UUIDConverter) for each in converters.values())
    return pattern if are_identifiers and set(wanted) == set(parameters) else None
