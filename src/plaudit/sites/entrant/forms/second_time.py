"""Whether a form that is posted a second time says what was kept the first time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any


def says_the_same(form: Any, kept: Mapping[str, Any]) -> bool:
    """Whether the valid form has the facts of `kept`, which is what such a form begins with for the kept piece."""
    stored = type(form)(_as_posted(kept))
    if not stored.is_valid():
        return False
    titles = [each.cleaned_data.get("title") for each in (form, stored)]
    return bool(_even(titles[0]) == _even(titles[1])) and _facts(form) == _facts(stored)


def _as_posted(kept: Mapping[str, Any]) -> dict[str, Any]:
    posted = {name: "" if value is None else value for name, value in kept.items()}
    for place, line in enumerate(posted.pop("lines", [])):
        posted |= {f"line-{place}-{name}": value for name, value in line.items()}
    return posted


def _facts(form: Any) -> Any:
    return _even(asdict(form.facts()))


def _even(value: Any) -> Any:
    """Return the value with every text in it on one line, as it is kept or shown."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {name: _even(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_even(each) for each in value]
    return value
