"""What the entrant's forms share: hidden fields, and fields that may wait."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django import forms
from django.http import QueryDict


def version_in(data: QueryDict) -> int:
    """Return the version that the form names; -1, which nothing has, when it names none."""
    text = data.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def key_in(data: QueryDict) -> UUID | None:
    """Return the form's idempotency key, or None."""
    try:
        return UUID(data.get("key", ""))
    except ValueError:
        return None


def identifiers_in(values: Iterable[str]) -> set[UUID]:
    """Return the identifiers among the values; what is none is left out."""
    found = set()
    for value in values:
        with suppress(ValueError):
            found.add(UUID(value))
    return found


def chosen_meanwhile(theirs: str) -> str:
    """Return what is said at a field that somebody else changed since its page was opened."""
    said = f"saved “{theirs}” here" if theirs else "emptied this"
    return f"Somebody else {said} while you had it open. Save again to keep yours."


class TextThatMayWait(forms.CharField):
    """Text that an entry needs before it is submitted: not called optional, and not refused when empty."""

    def validate(self, value: str) -> None:
        if value:
            super().validate(value)


class ChoiceThatMayWait(forms.ChoiceField):
    """A choice that an entry needs before it is submitted: not called optional, nor refused when empty."""

    def validate(self, value: str) -> None:
        if value:
            super().validate(value)
