"""The papers of a booking at a ceremony, for its organisation and for the organiser."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from plaudit.ceremony.models import Booking
from plaudit.ceremony.papers import paper_number, paper_pdf
from plaudit.sites.components.papers import paper


def paper_of(
    request: HttpRequest, booking: Booking, movement_id: UUID, *, safe: str
) -> HttpResponse:
    """Answer with the invoice, credit note or confirmation of one of the booking's movements, as a file."""
    movements = {each.pk: each for each in booking.movements.all()}
    if movement_id not in movements:
        raise Http404
    movement = movements[movement_id]
    name = f"{paper_number(movement, booking)}.pdf"
    return paper(request, lambda: paper_pdf(movement, booking), name, safe=safe)
