from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plaudit.programmes.queries import editions_managed_by
from plaudit.programmes.rules import may_start_programme
from plaudit.sites.organiser.access import signed_in
from plaudit.sites.organiser.pages.home import edition_rows
from plaudit.sites.organiser.rendering import account_links


@login_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The editions one organises; with one alone, straight to it."""
    person = signed_in(request)
    editions = list(editions_managed_by(person))
    if len(editions) == 1 and "all" not in request.GET:
        return redirect("organiser_edition", edition=editions[0].pk)
    context = {
        "rows": edition_rows(editions),
        "may_start": may_start_programme(person),
        "account_nav": account_links(),
    }
    return render(request, "organiser/home.html", context)
