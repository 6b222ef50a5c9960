from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from plaudit.enquiries.actions.enquiry import open_enquiry
from plaudit.enquiries.queries import desk_called, desks_of
from plaudit.kit.clock import now
from plaudit.people.limits import may_try
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.public.forms.enquiry import EnquiryForm
from plaudit.sites.public.pages.desks import shown_desk, shown_desks
from plaudit.sites.public.reading import edition_or_404
from plaudit.sites.public.rendering import form_page, open_page

SENDING = "20/h/ip,6/h/key"
TOO_MANY = (
    "There have been many messages from your connection. Wait a while, then send this one again."
)


@require_safe
def contact(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Show the desks, and whom each is for."""
    this = edition_or_404(programme, edition)
    return open_page(
        request, "contact", this, "public_contact", at=now(), desks=shown_desks(desks_of(this))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, programme: str, edition: str, desk: str) -> HttpResponse:
    """Write to a desk. What was typed stays in the form until it is accepted."""
    this = edition_or_404(programme, edition)
    addressed = desk_called(this, desk)
    if addressed is None:
        raise Http404
    form = EnquiryForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return form_page(
            request,
            "desk",
            this,
            "public_contact",
            status=status,
            form=form,
            desk=shown_desk(addressed),
        )
    if form.is_from_a_machine:
        return redirect("public_contact", programme=programme, edition=edition)
    given = {name: value for name, value in form.cleaned_data.items() if name != "website"}
    if not may_try(request, "enquiry", SENDING, key=given["email"].lower()):
        return refusal_page(request, TOO_MANY, status=429)
    enquiry = open_enquiry(addressed, at=now(), **given)
    return redirect("public_enquiry", token=enquiry.token)
