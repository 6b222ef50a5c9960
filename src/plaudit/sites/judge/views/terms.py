from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.judging.actions.terms import accept_terms
from plaudit.kit.clock import now
from plaudit.kit.paragraphs import in_paragraphs
from plaudit.sites.judge.access import for_people, next_step, own_judgeship, person_of
from plaudit.sites.judge.rendering import page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def terms(request: HttpRequest, judge: UUID) -> HttpResponseBase:
    """The edition's terms, and the button that accepts them."""
    found = own_judgeship(request, judge)
    if request.method == "POST":
        accept_terms(found, by=person_of(request), at=now())
        return redirect("judge_interests", judge=found.pk)
    has_accepted = next_step(found) != "judge_terms"
    text = found.terms_acceptance.terms if has_accepted else found.edition.judge_terms
    return page(
        request,
        "terms",
        edition=found.edition,
        paragraphs=in_paragraphs(text),
        has_accepted=has_accepted,
        address=reverse("judge_terms", args=[found.pk]),
        back=reverse("judge_stack", args=[found.pk]),
    )
