"""Reads of people and of the register of organisations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Concat, Lower

from plaudit.people.models import (
    Membership,
    MembershipRole,
    Organisation,
    OrganisationCode,
    OrganisationMerge,
    Person,
    RegisterImport,
)


def find_person(email: str) -> Person | None:
    """Return the person with this address, whatever its case, or None."""
    return Person.objects.filter(email=email.strip().lower()).first()


def find_organisation(identifier: str) -> Organisation | None:
    """Return the organisation with this identifier as text, or None, also when it is no identifier.

    One that was merged gives the organisation that it was merged into.
    """
    try:
        found = Organisation.objects.select_related("merged_into").filter(pk=UUID(identifier))
    except ValueError:
        return None
    organisation = found.first()
    return organisation and (organisation.merged_into or organisation)


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
    """Return at most `limit` organisations whose names, aliases or codes hold every word of `text`.

    A code must be given whole. The one whose code it is comes first, then those whose name begins with the
    text, then in order of name. None that was merged into another, which has its name among its aliases.
    """
    words = one_line(text).split()[:8]
    if not words:
        return []
    whole = "".join(words)
    with_code = OrganisationCode.objects.filter(organisation=OuterRef("pk"), code__iexact=whole)
    found = _with_all_names().annotate(has_code=Exists(with_code))
    named = Q()
    for word in words:
        named &= Q(all_names__icontains=word)
    first = Case(
        When(has_code=True, then=0),
        When(name__istartswith=" ".join(words), then=1),
        default=2,
        output_field=IntegerField(),
    )
    return list(found.filter(named | Q(has_code=True)).order_by(first, Lower("name"))[:limit])


def register_rows(text: str, kind: str = "") -> QuerySet[Organisation]:
    """Return the register in order of name, with codes: all that fit `text` as a search does, of one kind."""
    words = one_line(text).split()[:8]
    rows = _with_all_names()
    if words:
        codes = OrganisationCode.objects.filter(organisation=OuterRef("pk"))
        named = Q(Exists(codes.filter(code__iexact="".join(words))))
        each = Q()
        for word in words:
            each &= Q(all_names__icontains=word)
        rows = rows.filter(named | each)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.prefetch_related("codes").order_by(Lower("name"), "pk")


def memberships_at(organisation: Organisation) -> QuerySet[Membership]:
    """Return the memberships and requests that have not ended, awards leads first, with their people."""
    rows = organisation.memberships.filter(ended_at__isnull=True)
    return rows.select_related("person", "granted_by").order_by("role", "asked_at", "pk")


def open_requests() -> QuerySet[Membership]:
    """Return who asks to be an awards lead and waits for an answer, oldest first."""
    rows = Membership.objects.filter(granted_at__isnull=True, ended_at__isnull=True)
    return rows.select_related("person", "organisation").order_by("asked_at", "pk")


def organisations_led_by(person: Person) -> list[Organisation]:
    """Return the organisations whose awards lead the person is now, in order of name."""
    return list(
        Organisation.objects.filter(
            memberships__person=person,
            memberships__role=MembershipRole.AWARDS_LEAD,
            memberships__granted_at__isnull=False,
            memberships__ended_at__isnull=True,
        ).order_by(Lower("name"))
    )


def merges_of(organisation: Organisation) -> list[OrganisationMerge]:
    """Return what was merged into the organisation, latest first."""
    rows = OrganisationMerge.objects.filter(kept=organisation).select_related("merged", "merged_by")
    return list(rows.order_by("-merged_at", "-pk"))


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space, and no NUL or lone surrogate in it."""
    kept = text.replace("\x00", "").encode("utf-8", "ignore").decode()
    return " ".join(kept.split())


def _with_all_names() -> QuerySet[Any]:
    """Annotate `all_names`: the name and the aliases, each on a line of its own between line breaks."""
    aliases = Func(F("aliases"), Value("\n"), function="array_to_string", output_field=TextField())
    line = Value("\n", output_field=TextField())
    names = Concat(line, "name", line, aliases, line, output_field=TextField())
    return Organisation.objects.filter(merged_into__isnull=True).annotate(all_names=names)


def _first_when(**condition: str) -> Case:
    return Case(When(**condition, then=0), default=1, output_field=IntegerField())


def register_import(person: Person, identifier: UUID) -> RegisterImport | None:
    """Return the file of organisations if the person brought it."""
    return RegisterImport.objects.filter(brought_by=person, pk=identifier).first()
