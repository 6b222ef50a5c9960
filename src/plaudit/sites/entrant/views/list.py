from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.queries import entries_of
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.pages.list import entry_rows
from plaudit.sites.entrant.saying import said

PAGE = 50
SEARCHABLE_FROM = 8


@require_safe
@for_people
def entry_list(request: HttpRequest) -> HttpResponse:
    """The person's entries, newest first."""
    search = request.GET.get("find", "")[:100]
    person = person_of(request)
    page = Paginator(entries_of(person, search), PAGE).get_page(request.GET.get("page"))
    context = {
        "messages": said(request),
        "rows": entry_rows(list(page.object_list), person, now()),
        "page": page,
        "search": search,
        "is_searchable": bool(search) or page.paginator.count >= SEARCHABLE_FROM,
        "query": urlencode({"find": search}) if search else "",
    }
    return render(request, "entrant/list.html", context)
