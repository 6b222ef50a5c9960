"""The environment of every page: what a template may call without being handed it."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


def url(name: str, **arguments: Any) -> str:
    """Return the path of the named route."""
    return reverse(name, kwargs=arguments or None)


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment, with GOV.UK Frontend's macros beside our own templates."""
    options.setdefault("undefined", StrictUndefined)
    loader = options.pop("loader")
    env = Environment(  # noqa: S701 - Django passes autoescape=True
        loader=ChoiceLoader([loader, PackageLoader("govuk_frontend_jinja")]),
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.globals.update(url=url, static=static)
    return env
