from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from plaudit.entries.actions.automatic import choose_automatic
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.saying import to


@require_POST
@for_people
def entry_automatic(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Have the entry submitted at closing if it is complete by then, or take that back."""
    own = own_entry(request, entry)
    is_wanted = request.POST.get("wanted") == "yes"
    choose_automatic(own, is_wanted=is_wanted, by=person_of(request), at=now())
    what = "automatic" if is_wanted else "automatic-off"
    return to("entry_check", what, entry=own.pk)
