from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.people.actions.profile import name_person
from plaudit.people.models import Person
from plaudit.people.rules import own_path
from plaudit.sites.account.forms.profile import ProfileForm


@login_required
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Ask what the person is called, then send them on to where they were going."""
    person: Person = request.user  # type: ignore[assignment]
    target = own_path(request.POST.get("next") or request.GET.get("next"))
    given = {"name": person.name, "job_title": person.job_title}
    form = ProfileForm(request.POST or None, initial=given)
    if not form.is_valid():
        context = {"form": form, "next": target}
        return render(request, "account/name.html", context, status=422 if form.is_bound else 200)
    name_person(person, at=now(), **form.cleaned_data)
    return redirect(target or "home")
