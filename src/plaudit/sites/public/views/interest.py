from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.kit.clock import now
from plaudit.people.limits import may_try
from plaudit.programmes.models import Edition
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.public.forms.enquiry import InterestForm
from plaudit.sites.public.pages.interest import WORDS
from plaudit.sites.public.reading import edition_or_404
from plaudit.sites.public.rendering import form_page

SENDING = "20/h/ip,6/h/key"
TOO_MANY = (
    "There have been many messages from your connection. Wait a while, then send this one again."
)


@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest, programme: str, edition: str, kind: str) -> HttpResponse:
    """Let somebody say that they would like to attend or sponsor."""
    this = edition_or_404(programme, edition)
    if kind not in RegistrationKind.values:
        raise Http404
    form = InterestForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, this, kind, form)
    given = {name: value for name, value in form.cleaned_data.items() if name != "website"}
    if not may_try(request, "interest", SENDING, key=given["email"].lower()):
        return refusal_page(request, TOO_MANY, status=429)
    if not form.is_from_a_machine:
        register_interest(this, kind=RegistrationKind(kind), at=now(), **given)
    here = reverse(
        "public_interest", kwargs={"programme": programme, "edition": edition, "kind": kind}
    )
    return redirect(f"{here}?noted=1")


def _page(request: HttpRequest, this: Edition, kind: str, form: InterestForm) -> HttpResponse:
    return form_page(
        request,
        "interest",
        this,
        "public_contact",
        status=422 if form.is_bound else 200,
        form=form,
        words=WORDS[kind],
        kind=kind,
        is_noted="noted" in request.GET,
    )
