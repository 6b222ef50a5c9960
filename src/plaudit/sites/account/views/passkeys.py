from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.models import Login
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.people.devices import browser_name, remember_device, signed_in_at
from plaudit.people.limits import may_try
from plaudit.people.models import Person
from plaudit.people.rules import may_change_passkeys, own_path
from plaudit.sites.account.passkeys import (
    PASSKEYS_AT_MOST,
    add_passkey,
    creation_options,
    passkey_answering,
    passkeys_of,
    remove_passkey,
    request_options,
)

TRIES = "20/m/ip"


@require_POST
def sign_in_options(request: HttpRequest) -> HttpResponse:
    """Give the browser a challenge to answer with one of its passkeys."""
    if not may_try(request, "passkey", TRIES):
        return JsonResponse({"reason": "Too many tries. Wait a minute."}, status=429)
    return JsonResponse(request_options())


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in the owner of the passkey that answered the challenge."""
    target = own_path(request.POST.get("next"))
    if not may_try(request, "passkey", TRIES):
        return render(request, "components/429.html", status=429)
    passkey = passkey_answering(request)
    if passkey is None:
        query = {"why": "passkey", **({"next": target} if target else {})}
        return HttpResponseRedirect(f"{reverse('sign_in')}?{urlencode(query)}")
    perform_passwordless_login(request, passkey, Login(user=passkey.user))
    remember_device(request.session, user_agent=request.headers.get("User-Agent", ""), at=now())
    return redirect(target or "home")


@login_required
@require_POST
def add_options(request: HttpRequest) -> HttpResponse:
    """Give the browser what it needs to make a passkey."""
    verdict = may_change_passkeys(signed_in_at(request.session), now())
    if not verdict:
        return JsonResponse({"reason": verdict.reason}, status=403)
    return JsonResponse(creation_options(request.user))  # type: ignore[arg-type]


@login_required
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Store the passkey that the browser made."""
    person: Person = request.user  # type: ignore[assignment]
    require(may_change_passkeys(signed_in_at(request.session), now()))
    if len(passkeys_of(person)) >= PASSKEYS_AT_MOST:
        raise Refused(
            f"You have {PASSKEYS_AT_MOST} passkeys, which is as many as an account can have."
        )
    name = browser_name(request.headers.get("User-Agent", ""))
    if not add_passkey(person, request.POST.get("credential", ""), name=name, at=now()):
        raise Refused(
            "That passkey could not be added. Nothing has changed; go back and try again."
        )
    return redirect("account")


@login_required
@require_POST
def remove(request: HttpRequest, passkey: int) -> HttpResponse:
    """Delete one of the person's passkeys."""
    require(may_change_passkeys(signed_in_at(request.session), now()))
    if not remove_passkey(request.user, passkey, at=now()):  # type: ignore[arg-type]
        raise Http404
    return redirect("account")
