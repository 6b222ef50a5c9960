from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.enquiries.actions.enquiry import reply_from_desk
from plaudit.enquiries.queries import enquiries_for, enquiry_for, registrations_of
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import EVERYBODY, Room, for_team
from plaudit.sites.organiser.forms.reply import ReplyForm
from plaudit.sites.organiser.pages.enquiries import enquiry_rows, registration_rows, thread
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to


@for_team(*EVERYBODY)
@require_GET
def enquiries(request: HttpRequest, room: Room) -> HttpResponse:
    """What was written to the desks that the person answers."""
    found = enquiries_for(room.person, room.edition)
    search = request.GET.get("search", "").strip().replace("\x00", "")
    waiting = request.GET.get("state") == "waiting"
    if search:
        found = found.filter(subject__icontains=search) | found.filter(name__icontains=search)
    if waiting:
        found = found.filter(last_author_id=None)  # type: ignore[misc]  # annotated
    shown = paged(request, found)
    context = {
        "rows": enquiry_rows(shown.object_list, room.edition),
        "shown": shown,
        "search": search,
        "waiting": waiting,
        "query": rest_of_query(request),
    }
    return page(request, room, "enquiries", "organiser_enquiries", context)


@for_team(*EVERYBODY)
@require_http_methods(["GET", "POST"])
def enquiry(request: HttpRequest, room: Room, enquiry: UUID) -> HttpResponse:
    """A thread, and the reply to it."""
    found = enquiry_for(room.person, room.edition, enquiry)
    if found is None:
        raise Http404
    form = ReplyForm(request.POST or None, initial={"key": new_identifier()})
    if request.method == "POST" and form.is_valid():
        try:
            reply_from_desk(found, by=room.person, at=now(), **form.cleaned_data)
        except Refused as error:
            form.add_error("body", error.reason)
        else:
            return to(
                "organiser_enquiry", said="replied", edition=room.edition.pk, enquiry=found.pk
            )
    context = {"enquiry": found, "thread": thread(found, room.edition), "form": form}
    return page(
        request,
        room,
        "enquiry",
        "organiser_enquiries",
        context,
        forms=[form],
    )


@for_team(TeamRole.ENTRIES)
@require_GET
def registrations(request: HttpRequest, room: Room) -> HttpResponse:
    """Who would like to attend or sponsor."""
    found = registrations_of(room.edition)
    search = request.GET.get("search", "").strip().replace("\x00", "")
    if search:
        found = found.filter(name__icontains=search) | found.filter(organisation__icontains=search)
    shown = paged(request, found)
    context = {
        "rows": registration_rows(shown.object_list, room.edition),
        "shown": shown,
        "search": search,
        "query": rest_of_query(request),
    }
    return page(request, room, "registrations", "organiser_enquiries", context)
