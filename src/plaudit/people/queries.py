"""Reads of people and of the register of organisations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Concat, Lower

from plaudit.people.models import Organisation, Person


def find_person(email: str) -> Person | None:
    """Return the person with this address, whatever its case, or None."""
    return Person.objects.filter(email=email.strip().lower()).first()


def find_organisation(identifier: str) -> Organisation | None:
    """Return the organisation with this identifier as text, or None, also when it is no identifier."""
    try:
        return Organisation.objects.filter(pk=UUID(identifier)).first()
    except ValueError:
        return None


def organisation_named(text: str) -> Organisation | None:
    """Return the organisation that has `text` as its name or one of its aliases, in any case."""
    name = one_line(text)
    if not name:
        return None
    matches = _with_all_names().filter(Q(name__iexact=name) | Q(all_names__icontains=f"\n{name}\n"))
    first: Organisation | None = matches.order_by(
        _first_when(name__iexact=name), "created_at"
    ).first()
    return first


def search_organisations(text: str, limit: int = 20) -> list[Organisation]:
    """Return at most `limit` organisations whose names or aliases hold every word of `text`.

    Those whose name begins with it come first, then in order of name.
    """
    words = one_line(text).split()[:8]
    if not words:
        return []
    found = _with_all_names()
    for word in words:
        found = found.filter(all_names__icontains=word)
    first = _first_when(name__istartswith=" ".join(words))
    return list(found.order_by(first, Lower("name"))[:limit])


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space, and no NUL or lone surrogate in it."""
    kept = text.replace("\x00", "").encode("utf-8", "ignore").decode()
    return " ".join(kept.split())


def _with_all_names() -> QuerySet[Any]:
    """Annotate `all_names`: the name and the aliases, each on a line of its own between line breaks."""
    aliases = Func(F("aliases"), Value("\n"), function="array_to_string", output_field=TextField())
    line = Value("\n", output_field=TextField())
    names = Concat(line, "name", line, aliases, line, output_field=TextField())
    return Organisation.objects.annotate(all_names=names)


def _first_when(**condition: str) -> Case:
    return Case(When(**condition, then=0), default=1, output_field=IntegerField())
