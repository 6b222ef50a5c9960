"""Signing in with a form in hand: it travels in the pages, and is sent with one click afterwards.

These pages answer a POST with a page and not with another address, for the form is in the page and nowhere else.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plaudit.kit.clock import now
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.sites.account.code_sign_in import (
    code_waiting,
    finish_sign_in,
    may_ask_for_code,
    may_guess,
    send_code,
)
from plaudit.sites.account.forms.sign_in import CodeForm
from plaudit.sites.account.pages.sign_in import why
from plaudit.sites.components.address_form import AddressForm
from plaudit.sites.components.kept_form import KeptForm, carried_form
from plaudit.sites.components.refusals import sign_in_to_send


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Send a code to the address given, known or unknown alike, and ask for it."""
    kept = carried_form(request)
    if kept is None:
        return redirect("sign_in")
    if request.user.is_authenticated:
        return _to_send(request, kept)
    form = AddressForm(request.POST)
    if not form.is_valid():
        return sign_in_to_send(request, kept, form, status=422)
    email = form.cleaned_data["email"]
    if not may_ask_for_code(request, email):
        return sign_in_to_send(request, kept, AddressForm(), status=429, why=why("often"))
    at = now()
    send_code(request, person_for_sign_in(email, at=at), at=at)
    return _ask_for_code(request, kept, None, email)


@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """Take the code, sign the person in and show the form to be sent. Guesses are counted as ever."""
    kept = carried_form(request)
    if kept is None:
        return redirect("sign_in")
    waiting = code_waiting(request)
    if waiting is None:
        if request.user.is_authenticated:
            return _to_send(request, kept)
        return sign_in_to_send(request, kept, AddressForm(), status=422, why=why("late"))
    guesses_left = may_guess(request, waiting)
    form = CodeForm(request.POST, code=waiting.code)
    if guesses_left and form.is_valid():
        finish_sign_in(request, waiting, at=now())
        return _to_send(request, kept)
    if not guesses_left or not waiting.record_invalid_attempt():
        waiting.abort()
        return sign_in_to_send(request, kept, AddressForm(), status=422, why=why("guesses"))
    return _ask_for_code(request, kept, form, waiting.state["email"])


def _ask_for_code(
    request: HttpRequest, kept: KeptForm, form: CodeForm | None, email: str
) -> HttpResponse:
    context = {"kept": kept, "form": form or CodeForm(code=""), "email": email}
    return render(request, "account/kept_code.html", context, status=422 if form else 200)


def _to_send(request: HttpRequest, kept: KeptForm) -> HttpResponse:
    return render(request, "account/kept_form.html", {"kept": kept})
