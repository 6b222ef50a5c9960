from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.entries.moves import advice_on
from plaudit.people.limits import may_try
from plaudit.programmes.models import Category
from plaudit.programmes.queries import published_edition
from plaudit.sites.components.advice import advice_lines
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.public.forms.adviser import AdviserForm
from plaudit.sites.public.rendering import form_page

ASKING = "120/h/ip"
TOO_MANY = "There have been many questions from your connection. Wait a while, then ask again."


@require_http_methods(["GET", "HEAD", "POST"])
def adviser(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Which categories are closest to a project. What is typed is posted, so that no log holds it, and not kept."""
    published = published_edition(programme, edition)
    if published is None:
        raise Http404

    def address(category: Category) -> str:
        return reverse("public_category", args=[programme, edition, category.slug])

    form = AdviserForm(request.POST) if request.method == "POST" else AdviserForm()
    lines, status = [], 200
    if form.is_bound and not form.is_valid():
        status = 422
    elif form.is_bound:
        if not may_try(request, "adviser", ASKING):
            return refusal_page(request, TOO_MANY, status=429)
        advice = advice_on(published, form.cleaned_data["title"], form.cleaned_data["summary"])
        lines = advice_lines(advice, address)
    return form_page(
        request,
        "adviser",
        published,
        status=status,
        form=form,
        lines=lines,
        is_answered=form.is_bound and status == 200,
        where={"programme": programme, "edition": edition},
    )
