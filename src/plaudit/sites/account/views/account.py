from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.people.devices import devices_of, signed_in_at
from plaudit.people.models import Person
from plaudit.people.rules import may_change_passkeys
from plaudit.sites.account.forms.profile import ProfileForm
from plaudit.sites.account.pages.account import ACCOUNT_NAV, device_rows, passkey_rows
from plaudit.sites.account.pages.sign_in import passkey_note
from plaudit.sites.account.passkeys import passkeys_of


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Show a person's name, passkeys and signed-in browsers."""
    person: Person = request.user  # type: ignore[assignment]
    given = {"name": person.name, "job_title": person.job_title}
    context = {
        "profile": ProfileForm(initial=given),
        "passkeys": passkey_rows(passkeys_of(person)),
        "passkey_note": passkey_note(request.get_host()),
        "may_change": may_change_passkeys(signed_in_at(request.session), now()),
        "devices": device_rows(devices_of(person, request.session.session_key)),
        "account_nav": ACCOUNT_NAV,
    }
    return render(request, "account/account.html", context)
