from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.people.rules import needs_a_name, own_path
from plaudit.sites.account.code_sign_in import (
    code_waiting,
    finish_sign_in,
    may_ask_for_code,
    may_guess,
    send_code,
)
from plaudit.sites.account.forms.sign_in import CodeForm
from plaudit.sites.account.pages.sign_in import passkey_note, why
from plaudit.sites.components.address_form import AddressForm


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for an address, and send a code to whatever address is given: known and unknown alike."""
    target = own_path(request.POST.get("next") or request.GET.get("next"))
    if request.method == "GET" and request.user.is_authenticated:
        return redirect(target or "home")
    form = AddressForm(request.POST or None)
    if not form.is_valid():
        context = {
            "form": form,
            "next": target,
            "why": why(request.GET.get("why", "")),
            "passkey_note": passkey_note(request.get_host()),
        }
        return render(
            request, "account/sign_in.html", context, status=422 if form.is_bound else 200
        )
    if not may_ask_for_code(request, form.cleaned_data["email"]):
        return render(request, "components/429.html", status=429)
    at = now()
    send_code(request, person_for_sign_in(form.cleaned_data["email"], at=at), at=at)
    return _to("sign_in_code", next=target)


@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Take the code. Five wrong ones, or fifteen minutes, and a new one has to be asked for."""
    target = own_path(request.POST.get("next") or request.GET.get("next"))
    waiting = code_waiting(request)
    if waiting is None:
        return (
            redirect(target)
            if target and request.user.is_authenticated
            else _to("sign_in", next=target, why="late")
        )
    if request.method == "POST" and not may_guess(request, waiting):
        waiting.abort()
        return _to("sign_in", next=target, why="guesses")
    form = CodeForm(request.POST if request.method == "POST" else None, code=waiting.code)
    if form.is_valid():
        return _welcome(request, waiting, target)
    if form.is_bound and not waiting.record_invalid_attempt():
        return _to("sign_in", next=target, why="guesses")
    context = {"form": form, "next": target, "email": waiting.state["email"]}
    return render(request, "account/code.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def confirmation(request: HttpRequest) -> HttpResponse:
    """Send a code to somebody signed in, who is asked to show once more that it is them."""
    email = request.user.email  # type: ignore[union-attr]
    if not may_ask_for_code(request, email):
        return render(request, "components/429.html", status=429)
    send_code(request, request.user, at=now())  # type: ignore[arg-type]
    return _to("sign_in_code", next=reverse("account"))


def _welcome(
    request: HttpRequest, waiting: LoginCodeVerificationProcess, target: str
) -> HttpResponse:
    finish_sign_in(request, waiting, at=now())
    if needs_a_name(request.user):  # type: ignore[arg-type]
        return _to("account_name", next=target)
    return redirect(target or "home")


def _to(name: str, **query: str) -> HttpResponseRedirect:
    given = {key: value for key, value in query.items() if value}
    return HttpResponseRedirect(reverse(name) + (f"?{urlencode(given)}" if given else ""))
