"""The environment of every page: what a template may call without being handed it."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from plaudit.entries.engines.citations import marked_text
from plaudit.kit.addresses import address_of


def static_file(name: str) -> str:
    """Return the address of a static file, looked for once while the process runs."""
    return _static_file(name, f"{settings.STATIC_URL} {settings.STORAGES}")


@cache
def _static_file(name: str, _kept_where: str) -> str:
    return static(name)


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment. A name that a template was not given is an error, not a blank."""
    options.setdefault("undefined", StrictUndefined)
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 - Django passes autoescape
    env.globals.update(url=address_of, static=static_file)
    env.filters["pieces"] = marked_text
    return env
