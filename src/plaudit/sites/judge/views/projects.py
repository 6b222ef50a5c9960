from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.entries.queries import submitted_entries
from plaudit.judging.actions.interest import DeclaredInterest, declare_interests
from plaudit.judging.models import InterestKind, Judge
from plaudit.judging.queries import entries_to_declare, standing_interests
from plaudit.kit.clock import now
from plaudit.people.models import Person
from plaudit.sites.judge.access import for_people, next_step, own_judgeship, person_of
from plaudit.sites.judge.pages.projects import projects_page
from plaudit.sites.judge.rendering import page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def projects(request: HttpRequest, judge: UUID) -> HttpResponseBase:
    """The second half of a declaration: entries by title and organisations, and the judge's word."""
    found = own_judgeship(request, judge)
    if next_step(found) == "judge_terms":
        return redirect("judge_terms", judge=found.pk)
    if request.method == "POST":
        _declare(found, set(request.POST.getlist("entry")), person_of(request))
        return redirect("judge_stack", judge=found.pk)
    ticked = {one.entry_id for one in standing_interests(found) if one.entry_id}
    return page(
        request,
        "projects",
        edition=found.edition,
        projects=projects_page(found, entries_to_declare(found), ticked),
        back=reverse("judge_interests", args=[found.pk]),
    )


def _declare(judge: Judge, ticked: set[str], person: Person) -> None:
    """Declare the organisations named in the first step, and the ticked entries of those that were shown."""
    standing = standing_interests(judge)
    shown = {str(one.id) for one in entries_to_declare(judge) if not one.is_barred}
    entries = {str(one.pk): one for one in submitted_entries(judge.edition)} if ticked else {}
    interests = [
        DeclaredInterest(one.kind, organisation=one.organisation, entry=one.entry, note=one.note)
        for one in standing
        if one.kind != InterestKind.EMPLOYER
        and (one.entry_id is None or str(one.entry_id) in ticked or str(one.entry_id) not in shown)
    ]
    named = {str(one.entry_id) for one in standing}
    interests += [
        DeclaredInterest(InterestKind.PROJECT, entry=entries[pk])
        for pk in sorted((ticked & shown) - named)
        if pk in entries
    ]
    declare_interests(judge, employer=judge.employer, interests=interests, by=person, at=now())
