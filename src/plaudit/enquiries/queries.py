"""Reads of desks, enquiries and registrations of interest."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from plaudit.enquiries.models import Desk, Enquiry, EnquiryMessage, InterestRegistration
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition, TeamMember, TeamRole


def desks_of(edition: Edition) -> QuerySet[Desk]:
    """Return the edition's desks in order."""
    return Desk.objects.filter(edition=edition).order_by("position")


def desk_called(edition: Edition, slug: str) -> Desk | None:
    """Return the edition's desk with this slug, or None."""
    return desks_of(edition).filter(slug=slug).first()


def desks_answered_by(person: Person, edition: Edition) -> QuerySet[Desk]:
    """Return the desks of the edition that the person answers: all for a director."""
    held = TeamMember.objects.filter(person=person, programme=edition.programme_id)
    roles = set(held.values_list("role", flat=True))
    return (
        desks_of(edition)
        if TeamRole.DIRECTOR in roles
        else desks_of(edition).filter(role__in=roles)
    )


def enquiries_for(person: Person, edition: Edition) -> QuerySet[Enquiry]:
    """Return the enquiries that the person may answer, those written to last first, with their desks.

    Each has `message_count`, `last_written_at` and `last_author_id`; the last is null while it waits for
    an answer from the desk.
    """
    newest = EnquiryMessage.objects.filter(enquiry=OuterRef("pk")).order_by("-written_at", "-id")
    return (
        Enquiry.objects.filter(desk__in=desks_answered_by(person, edition))
        .select_related("desk")
        .annotate(
            message_count=Count("messages"),
            last_written_at=Subquery(newest.values("written_at")[:1]),
            last_author_id=Subquery(newest.values("author")[:1]),
        )
        .order_by("-last_written_at", "-id")
    )


def enquiry_for(person: Person, edition: Edition, enquiry_id: UUID) -> Enquiry | None:
    """Return one of the enquiries that the person may answer, with its thread, or None."""
    return enquiries_for(person, edition).prefetch_related(_thread()).filter(pk=enquiry_id).first()


def enquiry_by_token(token: str) -> Enquiry | None:
    """Return the enquiry that the mailed link opens, with desk, edition, programme and thread, or None."""
    found = Enquiry.objects.filter(token=token).select_related("desk__edition__programme")
    return found.prefetch_related(_thread()).first()


def registrations_of(edition: Edition) -> QuerySet[InterestRegistration]:
    """Return who would like to attend or sponsor, the newest first; of an organisation, what it said last."""
    later = InterestRegistration.objects.filter(
        Q(created_at__gt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), id__gt=OuterRef("id")),
        edition=OuterRef("edition"),
        on_register=OuterRef("on_register"),
    )
    return InterestRegistration.objects.filter(~Exists(later), edition=edition).order_by(
        "-created_at", "-id"
    )


def places_asked(
    organisation: Organisation, editions: Iterable[Edition]
) -> dict[UUID, InterestRegistration]:
    """Return what the organisation last asked for, by edition. One query; an edition without is left out."""
    asked = (
        InterestRegistration.objects.filter(on_register=organisation, edition__in=list(editions))
        .select_related("asked_by")
        .order_by("edition", "-created_at", "-id")
        .distinct("edition")
    )
    return {each.edition_id: each for each in asked}


def _thread() -> Prefetch[str, QuerySet[EnquiryMessage], str]:
    messages = EnquiryMessage.objects.select_related("author").order_by("written_at", "id")
    return Prefetch("messages", messages)
