"""Reads for an organisation's awards lead: every entry that carries its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plaudit.entries.engines.likeness import Described, Pair, likely_duplicates
from plaudit.entries.extensions import latest_extension_of_each
from plaudit.entries.fees import fee_of_each
from plaudit.entries.leads import AWAY_AFTER
from plaudit.entries.models import (
    Answer,
    Approval,
    Contributor,
    ContributorLevel,
    Entry,
    Partner,
    PartnerRole,
    Submission,
)
from plaudit.people.models import Membership, Organisation, Person, Session
from plaudit.programmes.models import CategoryCriterion, Edition

COMPARED_AT_MOST = 300


def entries_for_lead(organisation: Organisation) -> QuerySet[Entry]:
    """Return the entries that the organisation leads or joins, newest first, with category and edition.

    Annotated: `role` (the organisation's), `answered` and `asked` criteria, `submitted_at`, `owner_id`,
    `people` (how many work on it), `extended` (until when time was extended, or None), `approved` (its latest
    word: True, False or None), and how the fee stands (`entries.fees.fee_of_each`).
    """
    last = Submission.objects.filter(entry=OuterRef("pk")).order_by("-number")
    written = Answer.objects.filter(entry=OuterRef("pk"), words__gt=0).order_by().values("entry")
    asked = CategoryCriterion.objects.filter(category=OuterRef("category")).order_by()
    people = Contributor.objects.filter(entry=OuterRef("pk")).order_by()
    own = Q(organisation=organisation) | Q(organisation__merged_into=organisation)
    word = Approval.objects.filter(own, entry=OuterRef("pk")).order_by("-said_at", "-pk")
    rows = Entry.objects.filter(partners__organisation=organisation)
    return (
        rows.select_related("category__edition__programme")
        .annotate(
            role=F("partners__role"),
            submitted_at=Subquery(last.values("submitted_at")[:1]),
            answered=Coalesce(Subquery(written.annotate(n=Count("pk")).values("n")), 0),
            asked=Coalesce(
                Subquery(asked.values("category").annotate(n=Count("pk")).values("n")), 0
            ),
            people=Coalesce(
                Subquery(people.values("entry").annotate(n=Count("pk")).values("n")), 0
            ),
            owner_id=Subquery(people.filter(level=ContributorLevel.OWNER).values("person")[:1]),
            approved=Subquery(word.values("is_approved")[:1]),
            extended=latest_extension_of_each(),
            **fee_of_each(),
        )
        .order_by("-created_at", "-pk")
    )


@dataclass(frozen=True)
class Owner:
    """Who owns an entry, and whether they have left the organisation (`entries.leads.has_left`)."""

    person: Person
    has_left: bool


def editions_for_lead(organisation: Organisation) -> QuerySet[Edition]:
    """Return the editions in which an entry carries the organisation's name."""
    entries = Entry.objects.filter(partners__organisation=organisation)
    return Edition.objects.filter(pk__in=entries.values("category__edition"))


def owners_for_lead(
    organisation: Organisation, owner_ids: Iterable[UUID], at: dt.datetime
) -> dict[UUID, Owner]:
    """Return the owners by id: one query for all of them."""
    memberships = Membership.objects.filter(
        person=OuterRef("pk"), organisation=organisation, granted_at__isnull=False
    )
    rows = Person.objects.filter(pk__in=list(owner_ids)).annotate(
        stands=Exists(memberships.filter(ended_at__isnull=True)),
        ended=Exists(memberships.filter(ended_at__isnull=False)),
        is_signed_in=Exists(Session.objects.filter(person=OuterRef("pk"), expire_date__gt=at)),
    )
    return {each.pk: Owner(each, _is_gone(each, at)) for each in rows}


def entry_for_lead(organisation: Organisation, entry_id: UUID) -> Entry | None:
    """Return the entry if the organisation is on it, with `role` and the rest."""
    return entries_for_lead(organisation).filter(pk=entry_id).first()


def duplicates_for_lead(organisation: Organisation) -> list[Pair[UUID]]:
    """Return the pairs of entries of one edition that are likely one project. Only led ones are compared.

    Of the joint ones the awards lead may not read the summary, so that neither may it speak through likeness.
    """
    rows = Partner.objects.filter(organisation=organisation, role=PartnerRole.LEAD)
    told = rows.order_by("-entry__created_at").values_list(
        "entry", "entry__edition", "entry__title", "entry__summary"
    )
    by_edition: dict[UUID, list[Described[UUID]]] = {}
    for entry, edition, title, summary in told[:COMPARED_AT_MOST]:
        by_edition.setdefault(edition, []).append(Described(entry, title, summary))
    return [pair for listed in by_edition.values() for pair in likely_duplicates(listed)]


def _is_gone(owner: Person, at: dt.datetime) -> bool:
    """Say what `entries.leads.has_left` says, from the annotations."""
    stands, ended, is_signed_in = (
        owner.__dict__[name] for name in ("stands", "ended", "is_signed_in")
    )
    if ended and not stands:
        return True
    if owner.last_login is None or owner.last_login > at - AWAY_AFTER:
        return False
    return not is_signed_in
