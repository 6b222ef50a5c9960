"""Pages for what was refused. Whatever was typed is given back, so that nothing is lost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from plaudit.sites.components.address_form import AddressForm
from plaudit.sites.components.kept_form import KeptForm, kept_form, typed_text

SIGNED_OUT = 401


def refusal_page(
    request: HttpRequest,
    reason: str,
    status: int = 403,
    *,
    title: str = "",
    back: tuple[str, str] | None = None,
) -> HttpResponse:
    """Answer that a rule said no and why: as JSON to a script, as a page to a person.

    `title` says more than that it could not be done, where that is known; `back` is an address and its link's words.
    """
    if _asks_for_json(request):
        answer = {"saved": False, "reason": reason, "signed_out": status == SIGNED_OUT}
        return JsonResponse(answer, status=status)
    context = {"reason": reason, "typed": typed_text(request), "title": title, "back": back}
    return render(request, "components/refused.html", context, status=status)


def signed_out_page(request: HttpRequest, reason: str) -> HttpResponse:
    """Answer a form of somebody signed out: to a person, with a page to sign in from and send it after all."""
    if _asks_for_json(request):
        return refusal_page(request, reason, status=SIGNED_OUT)
    return sign_in_to_send(request, kept_form(request), AddressForm(), status=SIGNED_OUT)


def sign_in_to_send(
    request: HttpRequest, kept: KeptForm, form: AddressForm, *, status: int, why: str = ""
) -> HttpResponse:
    """Ask for an address to sign in with, the kept form in the page. `why` says why again."""
    context = {"kept": kept, "form": form, "why": why}
    return render(request, "components/signed_out.html", context, status=status)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token has run out with what was typed, and to be sent again if it is surely ours.

    Signing in changes the token, also that of pages open since before. That such a form comes from a page of
    this site is then shown by the `Origin`, which a browser writes itself and no other site can.
    """
    if _asks_for_json(request):
        message = "You have been signed out. Your words are kept on this device."
        answer = {"saved": False, "signed_out": True, "reason": message}
        return JsonResponse(answer, status=403)
    own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    context = {"kept": kept_form(request) if own else None, "typed": typed_text(request)}
    return render(request, "components/csrf_refused.html", context, status=403)


def _asks_for_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
