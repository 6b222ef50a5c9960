from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.judging.actions.interest import DeclaredInterest, record_interests
from plaudit.judging.models import InterestKind, Judge
from plaudit.judging.queries import standing_interests
from plaudit.kit.clock import now
from plaudit.people.actions.organisation import register_organisation
from plaudit.people.models import Organisation, OrganisationKind, Person
from plaudit.sites.judge.access import for_people, next_step, own_judgeship, person_of
from plaudit.sites.judge.forms.interests import (
    InterestsForm,
    Match,
    NewOrganisation,
    Question,
    initial_interests,
    match_names,
)
from plaudit.sites.judge.rendering import page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def interests(request: HttpRequest, judge: UUID) -> HttpResponseBase:
    """The first half of a declaration: organisations, found on the register by their names."""
    found = own_judgeship(request, judge)
    if next_step(found) == "judge_terms":
        return redirect("judge_terms", judge=found.pk)
    if request.method != "POST":
        declared = found.declared_at is not None  # type: ignore[attr-defined]
        initial = initial_interests(standing_interests(found), has_declared=declared)
        return _page(request, found, InterestsForm(initial=initial))
    form = InterestsForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    named = list(form.named())
    answers = {name: value for name, value in request.POST.items() if isinstance(value, str)}
    matches, questions = match_names([typed for _, typed in named], answers)
    if any(question.match is None for question in questions):
        return _questions(request, found, form, questions)
    _record(found, named, matches, person_of(request))
    return redirect("judge_projects", judge=found.pk)


@transaction.atomic
def _record(
    judge: Judge,
    named: list[tuple[InterestKind, str]],
    matches: dict[str, Match],
    person: Person,
) -> None:
    at = now()
    organisations = {
        typed: register_organisation(name=match.name, kind=match.kind, by=person, at=at)
        if isinstance(match, NewOrganisation)
        else match
        for typed, match in matches.items()
    }
    kept = [one for one in standing_interests(judge) if one.entry is not None]
    employer: Organisation | None = None
    declared = [DeclaredInterest(one.kind, entry=one.entry, note=one.note) for one in kept]
    for kind, typed in named:
        if kind == InterestKind.EMPLOYER:
            employer = organisations[typed]
        else:
            declared.append(DeclaredInterest(kind, organisation=organisations[typed]))
    record_interests(judge, employer=employer, interests=declared, by=person, at=at)


def _page(request: HttpRequest, judge: Judge, form: InterestsForm) -> HttpResponse:
    return page(
        request,
        "interests",
        edition=judge.edition,
        form=form,
        address=reverse("judge_interests", args=[judge.pk]),
        back=reverse("judge_stack", args=[judge.pk]),
    )


def _questions(
    request: HttpRequest, judge: Judge, form: InterestsForm, questions: list[Question]
) -> HttpResponse:
    """Ask which organisations were meant, carrying along all that was typed and answered."""
    return page(
        request,
        "which_organisation",
        edition=judge.edition,
        typed=[(name, form.data.get(name, "")) for name in form.fields if form.data.get(name)],
        questions=[one for one in questions if one.match is None],
        settled=[one for one in questions if one.match is not None],
        kinds=OrganisationKind.choices,
        address=reverse("judge_interests", args=[judge.pk]),
    )
