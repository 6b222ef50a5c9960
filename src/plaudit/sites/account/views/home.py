from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plaudit.people.models import Person


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Send each person to where their work is."""
    return redirect(_room_of(request.user))  # type: ignore[arg-type]


def _room_of(person: Person) -> str:
    if person.team_roles.exists():
        return "organiser_home"
    if person.judgeships.exists():
        return "judge_home"
    return "entry_list"
