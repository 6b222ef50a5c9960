"""The environment of every page: what a template may call without being handed it."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def url(name: str, **arguments: Any) -> str:
    """Return the path of the named route."""
    return reverse(name, kwargs=arguments or None)


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment. A name that a template was not given is an error, not a blank."""
    options.setdefault("undefined", StrictUndefined)
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 - Django passes autoescape
    env.globals.update(url=url, static=static)
    return env
