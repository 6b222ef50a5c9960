"""A partner's named person reads the entry and says whether its part is right. The link stands for them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.confirmation import confirm_part, refuse_if_closed
from plaudit.entries.files import may_open, reading_response
from plaudit.entries.models import PartnerRequest
from plaudit.entries.queries import attachment_of
from plaudit.entries.reading import reading_of
from plaudit.entries.sharing import request_with
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.sites.entrant.forms.confirmation import ConfirmationForm
from plaudit.sites.entrant.pages.confirmation import confirmation_page


@require_safe
def partner_confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """The entry as judges read it, and two questions. Opening the page confirms nothing."""
    return _page(request, _asked(token), None)


@require_POST
def partner_confirmation_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Record what the named person says."""
    asked, form = _asked(token), ConfirmationForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, form, status=422)
    said = form.cleaned_data
    try:
        confirm_part(
            asked,
            facts_are_right=said["facts"] == "yes",
            credit_is_right=said["credit"] == "yes",
            substance=said["substance"],
            note=said["note"],
            at=now(),
        )
    except Refused as refusal:
        form.add_error("note" if not said["note"] else None, refusal.reason)
        return _page(request, asked, form, status=422)
    return redirect("partner_confirmation", token=token)


@require_safe
def partner_confirmation_file(
    request: HttpRequest, token: str, attachment: UUID
) -> HttpResponseBase:
    """A file of the entry, if judges would read it with the rest."""
    asked = _asked(token)
    snapshot = reading_of(asked.partner.entry, now())
    files = [each for each in [snapshot["photo"], *snapshot["evidence"]] if each]
    found = attachment_of(asked.partner.entry, attachment)
    if found is None or str(found.pk) not in {each.get("attachment_id") for each in files}:
        raise Http404
    require(may_open(found))
    return reading_response(found, request.headers.get("Range", ""))


def _asked(token: str) -> PartnerRequest:
    """Return the request of the link; raise `Refused` when it works no more."""
    found = request_with(token)
    if found is None:
        raise Http404
    refuse_if_closed(found, now())
    return found


def _page(
    request: HttpRequest, asked: PartnerRequest, form: ConfirmationForm | None, status: int = 200
) -> HttpResponse:
    page = confirmation_page(asked, reading_of(asked.partner.entry, now()))
    form = form or ConfirmationForm()
    context = {
        "edition": asked.partner.entry.category.edition,
        "asked": asked,
        "page": page,
        "form": form,
    }
    return render(request, "entrant/confirmation.html", context, status=status)
