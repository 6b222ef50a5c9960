from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plaudit.enquiries.actions.enquiry import add_public_message
from plaudit.enquiries.models import Enquiry
from plaudit.enquiries.queries import enquiry_by_token
from plaudit.kit.clock import now
from plaudit.people.limits import may_try
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.public.forms.enquiry import MessageForm
from plaudit.sites.public.pages.enquiry import thread
from plaudit.sites.public.rendering import form_page

ADDING = "60/h/ip,12/h/key"
TOO_MANY = (
    "There have been many messages from your connection. Wait a while, then send this one again."
)


@require_safe
def enquiry(request: HttpRequest, token: str) -> HttpResponse:
    """Show the thread to whoever has its link."""
    return _thread_page(request, _enquiry_or_404(token), MessageForm())


@require_POST
def messages(request: HttpRequest, token: str) -> HttpResponse:
    """Add a message to the thread."""
    this = _enquiry_or_404(token)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _thread_page(request, this, form, status=422)
    if not may_try(request, "enquiry_message", ADDING, key=token):
        return refusal_page(request, TOO_MANY, status=429)
    if not form.is_from_a_machine:
        add_public_message(
            this, body=form.cleaned_data["body"], at=now(), key=form.cleaned_data["key"]
        )
    return redirect("public_enquiry", token=token)


def _enquiry_or_404(token: str) -> Enquiry:
    found = enquiry_by_token(token)
    if found is None or found.desk.edition.published_at is None:
        raise Http404
    return found


def _thread_page(
    request: HttpRequest, this: Enquiry, form: MessageForm, status: int = 200
) -> HttpResponse:
    response = form_page(
        request,
        "enquiry",
        this.desk.edition,
        status=status,
        enquiry=this,
        thread=thread(this),
        form=form,
    )
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
