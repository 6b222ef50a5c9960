"""Mail of the desks: functions that return a subject and a body.

What an enquirer typed goes to the desk alone. Their own mail brings a link to the thread and none of
their words, so that nobody can have us send a text of their choosing to an address of their choosing.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plaudit.enquiries.models import Enquiry, InterestRegistration, RegistrationKind


def thread_address(enquiry: Enquiry) -> str:
    """Return the address that opens the thread without an account."""
    return settings.BASE_URL + reverse("public_enquiry", kwargs={"token": enquiry.token})


def enquiry_received(enquiry: Enquiry) -> tuple[str, str]:
    """To the enquirer: we have it, and here is the thread."""
    desk = enquiry.desk
    body = f"""Hello

We have a message from this address to the desk for
{_lower(desk.purpose)} at {desk.edition.name}.
Somebody will answer; the answer comes to this address.

Read the thread, or add to it, here:

{thread_address(enquiry)}

Keep this mail: whoever has the link can read the thread.

If you did not write to us, you can ignore this mail.
"""
    return f"We have your message: {desk.edition.name}", body


def desk_answered(enquiry: Enquiry, text: str, answered_by: str) -> tuple[str, str]:
    """To the enquirer: what the desk wrote."""
    body = f"""Hello {enquiry.name}

{answered_by} has answered your message to {enquiry.desk.edition.name}:

{quoted(text)}

Read the whole thread, or write back, here:

{thread_address(enquiry)}
"""
    return f"Answer from {enquiry.desk.edition.name}", body


def desk_has_message(enquiry: Enquiry, text: str, *, is_first: bool) -> tuple[str, str]:
    """To the desk's people: what the enquirer wrote."""
    desk = enquiry.desk
    what = "has written to" if is_first else "has added to a thread at"
    body = f"""{enquiry.name} ({enquiry.email}) {what} your desk,
{_lower(desk.purpose)}, about "{enquiry.subject}":

{quoted(text)}

Answer here, so that the whole team can see what was said:

{_inbox()}
"""
    return f"{desk.edition.name}: {enquiry.subject}", body


def interest_received(registration: InterestRegistration) -> tuple[str, str]:
    """To whoever would like to attend or sponsor."""
    edition = registration.edition
    body = f"""Hello

This address was given to hear about {_aim(registration)} {edition.name}.
We will write to it when there is something to tell: nothing is booked or owed.

If that was not you, you can ignore this mail.
"""
    return f"We will keep you informed: {edition.name}", body


def desk_has_interest(registration: InterestRegistration) -> tuple[str, str]:
    """To the people of the entries desk."""
    organisation = f", {registration.organisation}" if registration.organisation else ""
    note = f"\n{quoted(registration.note)}\n" if registration.note else ""
    body = f"""{registration.name}{organisation} ({registration.email})
would like to hear about {_aim(registration)} {registration.edition.name}.
{note}
{_inbox()}
"""
    return f"{registration.edition.name}: interest in {_aim(registration)} it", body


def places_in_words(places: int) -> str:
    """Return "no places", "1 place" or "12 places"."""
    return f"{places or 'no'} place{'' if places == 1 else 's'}"


def places_noted(registration: InterestRegistration) -> tuple[str, str]:
    """To the awards lead who asked for places."""
    edition = registration.edition
    body = f"""Hello {registration.name}

You asked for {places_in_words(registration.places or 0)} at the ceremony of {edition.name}
for {registration.organisation}. Nothing is booked or owed by this:
we write when tables can be booked.

You can change the number until the ceremony, from your organisation's page:

{settings.BASE_URL}{reverse("workspaces")}
"""
    return f"Places noted: {edition.name}", body


def desk_has_places(registration: InterestRegistration) -> tuple[str, str]:
    """To the people of the entries desk: what an organisation asks for now."""
    note = f"\n{quoted(registration.note)}\n" if registration.note else ""
    wish = f"asks for {places_in_words(registration.places or 0)} at the ceremony of"
    body = f"""{registration.name}, {registration.organisation} ({registration.email})
{wish} {registration.edition.name}. It takes the place of what the organisation asked before.
{note}
{_inbox()}
"""
    return f"{registration.edition.name}: {registration.organisation}, places", body


def quoted(text: str) -> str:
    """Return the text with a mark before each line, so that it cannot pass for ours."""
    return "\n".join(f"> {line}" for line in text.strip().splitlines())


def _aim(registration: InterestRegistration) -> str:
    return "sponsoring" if registration.kind == RegistrationKind.SPONSOR else "attending"


def _inbox() -> str:
    return f"{settings.BASE_URL}{reverse('home')}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
