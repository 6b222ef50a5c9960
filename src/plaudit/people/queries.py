"""Reads of people and of the register of organisations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, When
from django.db.models.functions import Lower

from plaudit.people.folding import AllNames, Folded, Unspaced, folded_words, name_key
from plaudit.people.models import (
    Membership,
    MembershipRole,
    Organisation,
    OrganisationCode,
    OrganisationMerge,
    Person,
    RegisterImport,
)

MOST_WORDS = 8
FEWEST_LETTERS = 5


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
    """Return the organisation that has `text` as its name or one of its aliases, as `name_key` compares them.

    Of several, the one that is spelt so, then the one that was there first.
    """
    name, key = one_line(text), name_key(one_line(text))
    if not key:
        return None
    spelt = Case(
        When(name__iexact=name, then=0),
        When(all_names__icontains=f"\n{name}\n", then=1),
        default=2,
        output_field=IntegerField(),
    )
    matches = _with_all_names().filter(closed_names__contains=f"\n{key}\n")
    first: Organisation | None = matches.order_by(spelt, "created_at").first()
    return first


def search_organisations(text: str, limit: int = 20) -> list[Organisation]:
    """Return at most `limit` organisations whose names, aliases or codes hold every word of `text`.

    Words are compared folded (`people.folding`). A code must be given whole. The one whose code it is comes first,
    then those whose name begins with the text, then in order of name. None that was merged into another, which has
    its name among its aliases.
    """
    if not one_line(text):
        return []
    found = _with_all_names().alias(has_code=Exists(_with_code(text)))
    first = Case(
        When(has_code=True, then=0),
        When(closed_name__startswith=name_key(text) or "\n", then=1),
        default=2,
        output_field=IntegerField(),
    )
    found = found.alias(closed_name=Unspaced(Folded(F("name"))))
    rows = found.filter(_named(text) | Q(has_code=True)).order_by(first, Lower("name"))
    return list(rows[:limit])


def register_rows(text: str, kind: str = "") -> QuerySet[Organisation]:
    """Return the register in order of name, with codes: all that fit `text` as a search does, of one kind."""
    rows = _with_all_names()
    if one_line(text):
        rows = rows.filter(_named(text) | Q(Exists(_with_code(text))))
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
    """Give conditions all names, each on a line of its own: as they are spelt, folded, and folded without spaces."""
    standing = Organisation.objects.filter(merged_into__isnull=True)
    return standing.alias(
        all_names=AllNames(),
        folded_names=Folded(AllNames()),
        closed_names=Unspaced(Folded(AllNames())),
    )


def _named(text: str) -> Q:
    """Whether some name holds every word of `text`, or all of it but for the spaces.

    Either way the names without spaces hold the longest word: asked first, so that most rows are folded once.
    """
    words = folded_words(one_line(text))[:MOST_WORDS]
    if not words:
        return Q(pk__in=())
    key, longest = "".join(words), max(words, key=len)
    run_on = Q(closed_names__contains=key)
    if len(words) == 1:
        return run_on if len(key) >= FEWEST_LETTERS else Q(folded_names__contains=key)
    each = Q()
    for word in words:
        each &= Q(folded_names__contains=word)
    return Q(closed_names__contains=longest) & (
        each | run_on if len(key) >= FEWEST_LETTERS else each
    )


def _with_code(text: str) -> QuerySet[OrganisationCode]:
    whole = "".join(one_line(text).split()[:MOST_WORDS])
    return OrganisationCode.objects.filter(organisation=OuterRef("pk"), code__iexact=whole)


def register_import(person: Person, identifier: UUID) -> RegisterImport | None:
    """Return the file of organisations if the person brought it."""
    return RegisterImport.objects.filter(brought_by=person, pk=identifier).first()
