from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.group import store_groups
from plaudit.programmes.models import TeamRole
from plaudit.programmes.queries import categories_of
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.groups import GroupsForm
from plaudit.sites.organiser.pages.categories import category_rows
from plaudit.sites.organiser.paging import paged
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_GET
def categories(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's categories, drafts included."""
    search = request.GET.get("search", "").strip()
    found = categories_of(room.edition)
    if search:
        found = found.filter(name__icontains=search)
    shown = paged(request, found)
    context = {"rows": category_rows(shown.object_list), "shown": shown, "search": search}
    return page(request, room, "categories", "organiser_categories", context)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, room: Room) -> HttpResponse:
    """The groups in which categories are listed."""
    names = "\n".join(room.edition.groups.values_list("name", flat=True))
    form = GroupsForm(request.POST or None, initial={"names": names})
    if request.method == "POST" and form.is_valid():
        try:
            store_groups(room.edition, form.cleaned_data["names"], by=room.person, at=now())
        except Refused as error:
            form.add_error("names", error.reason)
        else:
            return to("organiser_groups", said="saved", edition=room.edition.pk)
    return page(request, room, "groups", "organiser_categories", forms=[form])
