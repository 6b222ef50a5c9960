from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.entries.snapshot import snapshot_of
from plaudit.sites.entrant.access import for_people, own_entry
from plaudit.sites.entrant.pages.text import plain_text


@require_safe
@for_people
def entry_text(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The entry as it stands, as plain text to keep."""
    own = own_entry(request, entry)
    response = HttpResponse(plain_text(snapshot_of(own)), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{own.reference}.txt"'
    return response
