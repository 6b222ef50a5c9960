from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.people.actions.sign_in import sign_out_elsewhere


@require_http_methods(["GET", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on the server. Followed as a link, ask first: a link changes nothing."""
    if not request.user.is_authenticated:
        return redirect("public_index")
    if request.method == "GET":
        return render(request, "account/sign_out.html")
    logout(request)
    return redirect("public_index")


@login_required
@require_POST
def elsewhere(request: HttpRequest) -> HttpResponse:
    """End the person's sessions in all other browsers."""
    sign_out_elsewhere(request.user, keep=request.session.session_key)  # type: ignore[arg-type]
    return redirect("account")
