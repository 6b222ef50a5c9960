"""The mail about bookings. It never holds what a guest eats or needs, nor who they are."""

from __future__ import annotations

import datetime as dt

from plaudit.ceremony.holdings import amount_due, amount_of, holding_of
from plaudit.ceremony.models import (
    Booking,
    BookingCancellation,
    BookingMovement,
    Event,
    GuestChange,
)
from plaudit.ceremony.wording import change_in_words, counted, held_in_words, moved_in_words
from plaudit.enquiries.models import InterestRegistration
from plaudit.enquiries.recipients import people_of_role
from plaudit.entries.mail import address
from plaudit.kit.dates import minute_moment, moment
from plaudit.kit.money import money
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Membership, MembershipRole, Person
from plaudit.programmes.models import TeamRole

SUBJECTS = {"booked": "Booked", "changed": "Booking changed"}


def tell_of_movement(
    kind: str, booking: Booking, movement: BookingMovement, *, at: dt.datetime
) -> None:
    """Queue the confirmation of a booking ("booked") or of a change ("changed") with its paper, and tell the desk."""
    event, organisation = booking.event, booking.organisation.name
    queue_mail(
        f"booking_{kind}",
        to=movement.moved_by,
        cause=movement.pk,
        subject=f"{SUBJECTS[kind]}: {organisation} at {event.name} ({booking.reference})",
        body=_confirmation(booking, movement),
        at=at,
        attachment=("booking_paper", movement.pk),
    )
    said = f"{moved_in_words(movement)}. It holds {held_in_words(holding_of(booking))}."
    _tell_desk(booking, movement, said, at)


def tell_of_cancellation(
    booking: Booking,
    movement: BookingMovement,
    cancellation: BookingCancellation,
    *,
    at: dt.datetime,
) -> None:
    """Queue word of a cancellation, with its credit note, to the organisation's awards leads, and to the desk."""
    why = f"\nReason: {cancellation.reason}\n" if cancellation.reason else ""
    body = f"""The booking of {booking.organisation.name} at {booking.event.name} is cancelled.
It holds no places any more, and the names of its guests are deleted.

Reference: {booking.reference}
Cancelled by: {cancellation.cancelled_by.display_name}
{why}
{_money_back(booking, movement)}"""
    for person in leads_to_tell(booking):
        queue_mail(
            "booking_cancelled",
            to=person,
            cause=movement.pk,
            subject=f"Cancelled: {booking.organisation.name} at {booking.event.name} ({booking.reference})",
            body=body,
            at=at,
            attachment=("booking_paper", movement.pk),
        )
    _tell_desk(booking, movement, f"cancelled. {cancellation.reason}", at)


def tell_of_guest_change(booking: Booking, change: GuestChange, *, at: dt.datetime) -> None:
    """Queue word to the organisation's awards leads that the organiser changed a guest for them, and which part."""
    event, organisation = booking.event, booking.organisation.name
    body = f"""The organiser changed {change_in_words(change)} on the list of {organisation} for {event.name}.

Reference: {booking.reference}
Changed by: {change.changed_by.display_name}
When: {minute_moment(change.changed_at, event.zone)}

See who comes, with what they eat and need:
{address("workspace_guests", **_of(booking))}

If this is not as you asked, write to the organiser.
"""
    for person in leads_to_tell(booking):
        queue_mail(
            "guest_changed",
            to=person,
            cause=change.pk,
            subject=f"A guest was changed: {organisation} at {event.name} ({booking.reference})",
            body=body,
            at=at,
        )


def names_reminder_mail(booking: Booking, unnamed: int, at: dt.datetime) -> tuple[str, str]:
    """Return subject and body of the reminder that places have no name yet, and until when they can have one."""
    event, organisation = booking.event, booking.organisation.name
    due = moment(event.names_due_at, event.zone)
    without = f"{counted(unnamed, 'place', 'places')} of {organisation} at {event.name}"
    closes_at = event.booking_closes_at
    back = f" Places that you do not need can be given back until {moment(closes_at, event.zone)}."
    body = f"""{without} {"has" if unnamed == 1 else "have"} no guest yet.
Name them, with what they eat and need, before {due}:

{address("workspace_guests", **_of(booking))}

After that the list goes to the caterer.{back if at < closes_at else ""}

Reference: {booking.reference}
"""
    return f"Name your guests by {due}: {event.name} ({booking.reference})", body


def on_sale_mail(event: Event, asked: InterestRegistration) -> tuple[str, str]:
    """Return subject and body of the word to somebody who asked: how to book, and until when."""
    zone, organisation = event.zone, asked.on_register
    if organisation is not None:
        kept = organisation.merged_into or organisation
        how = f"Book for {kept.name} here:\n\n" + address(
            "workspace_tables", organisation=kept.pk, edition=event.edition_id
        )
    else:
        how = (
            "An organisation's awards lead books for it. If that is you, or could be, begin here:\n\n"
            + address("workspaces")
        )
    body = f"""Hello

Tables and places at {event.name} are on sale.
They can be booked before {moment(event.booking_closes_at, zone)}, as long as there are any.

{how}

You get this mail because this address was given to hear about it.
"""
    return f"Tables are on sale: {event.name}", body


def leads_to_tell(booking: Booking) -> list[Person]:
    """Return the organisation's awards leads as they are now; whoever booked, where there is none any more."""
    organisation = booking.organisation.merged_into or booking.organisation
    leads = Membership.objects.filter(
        organisation=organisation,
        role=MembershipRole.AWARDS_LEAD,
        granted_at__isnull=False,
        ended_at__isnull=True,
    ).select_related("person")
    return [each.person for each in leads.order_by("pk")] or [booking.booked_by]


def _confirmation(booking: Booking, movement: BookingMovement) -> str:
    event, zone = booking.event, booking.event.zone
    starts_at = event.edition.ceremony_at
    when = moment(starts_at, zone) if starts_at is not None else "to be announced"
    where = ", ".join(filter(None, [event.edition.venue, *event.address.splitlines()]))
    return f"""{moved_in_words(movement).capitalize()}.

Organisation: {booking.organisation.name}
Event: {event.name}
When: {when}
Where: {where or "to be announced"}
Reference: {booking.reference}
The booking holds: {held_in_words(holding_of(booking))}
{_money(booking, movement)}
Name your guests, with what they eat and need, before {moment(event.names_due_at, zone)}:
{address("workspace_guests", **_of(booking))}

You can change or cancel the booking before {moment(event.booking_closes_at, zone)}:
{address("workspace_booking", **_of(booking))}
"""


def _money(booking: Booking, movement: BookingMovement) -> str:
    total = amount_of(movement, booking).total
    if not total:
        return "There is nothing to pay. The confirmation is attached.\n"
    what = "invoice" if total > 0 else "credit note"
    due = money(amount_due(booking).total, booking.currency)
    return f"It costs {due} in all, VAT included. The {what} for this is attached.\n"


def _money_back(booking: Booking, movement: BookingMovement) -> str:
    if movement.number is None:
        return "Nothing was to be paid for it.\n"
    return "A credit note is attached. What was paid already is given back by the organiser.\n"


def _tell_desk(booking: Booking, movement: BookingMovement, said: str, at: dt.datetime) -> None:
    edition = booking.event.edition
    body = f"""{booking.organisation.name} ({booking.reference}): {said}

{address("organiser_booking", edition=edition.pk, booking=booking.pk)}
"""
    for person in people_of_role(edition, TeamRole.ENTRIES):
        queue_mail(
            "desk_booking",
            to=person,
            cause=movement.pk,
            subject=f"{booking.event.name}: {booking.organisation.name}",
            body=body,
            at=at,
        )


def _of(booking: Booking) -> dict[str, object]:
    organisation = booking.organisation.merged_into or booking.organisation
    return {"organisation": organisation.pk, "booking": booking.pk}
