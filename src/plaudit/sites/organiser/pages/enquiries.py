from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from plaudit.enquiries.models import Enquiry, InterestRegistration
from plaudit.kit.dates import moment, short_day
from plaudit.programmes.models import Edition


def enquiry_rows(enquiries: Iterable[Enquiry], edition: Edition) -> list[dict[str, Any]]:
    """Return one row a thread."""
    return [
        {
            "subject": enquiry.subject,
            "href": reverse(
                "organiser_enquiry", kwargs={"edition": edition.pk, "enquiry": enquiry.pk}
            ),
            "name": enquiry.name,
            "desk": enquiry.desk.purpose,
            "when": short_day(enquiry.last_written_at, edition.zone),  # type: ignore[attr-defined]
            "is_waiting": enquiry.last_author_id is None,  # type: ignore[attr-defined]
        }
        for enquiry in enquiries
    ]


def thread(enquiry: Enquiry, edition: Edition) -> list[dict[str, str]]:
    """Return the messages of a thread in order."""
    return [
        {
            "who": message.author.display_name if message.author else enquiry.name,
            "when": moment(message.written_at, edition.zone),
            "body": message.body,
        }
        for message in enquiry.messages.all()
    ]


def registration_rows(
    registrations: Iterable[InterestRegistration], edition: Edition
) -> list[list[str]]:
    """Return one row a registration, for a plain table."""
    return [
        [
            one.name,
            one.organisation,
            one.get_kind_display(),
            "" if one.places is None else str(one.places),
            one.email,
            one.note,
            short_day(one.created_at, edition.zone),
        ]
        for one in registrations
    ]
