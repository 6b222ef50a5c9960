"""The environment of every page: what a template may call without being handed it."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from django.conf import settings
from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from plaudit.entries.engines.citations import marked_text
from plaudit.kit.addresses import address_of, addresses_with


def static_file(name: str) -> str:
    """Return the address of a static file, looked for once while the process runs."""
    kept_in = cast(dict[str, Any], settings.STORAGES)["staticfiles"]["BACKEND"]
    return _static_file(name, settings.STATIC_URL, kept_in)


@cache
def _static_file(name: str, _url: str, _storage: str) -> str:
    return static(name)


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment. A name that a template was not given is an error, not a blank."""
    options.setdefault("undefined", StrictUndefined)
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 - Django passes autoescape
    env.globals.update(url=address_of, urls_with=addresses_with, static=static_file)
    env.filters["pieces"] = marked_text
    return env
