from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.interest import DeclaredInterest, add_interest
from plaudit.judging.models import InterestKind
from plaudit.judging.projection import entry_for_judge
from plaudit.judging.rules import may_score
from plaudit.kit.clock import now
from plaudit.kit.verdict import require
from plaudit.sites.judge.access import for_people, own_assignment, person_of
from plaudit.sites.judge.forms.abstention import INTEREST, AbstentionForm
from plaudit.sites.judge.rendering import page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def abstention(request: HttpRequest, assignment: UUID) -> HttpResponseBase:
    """Not judging an entry: for an interest, which is declared, or for another reason."""
    found = own_assignment(request, assignment)
    person, at = person_of(request), now()
    if not found.is_ready:  # type: ignore[attr-defined]
        return redirect("judge_stack", judge=found.judge_id)
    require(may_score(found, person, at))
    form = AbstentionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.cleaned_data["why"] == INTEREST:
            interest = DeclaredInterest(InterestKind.PROJECT, entry=found.entry, note=reason)
            add_interest(found.judge, interest, by=person, at=at)
        else:
            abstain(found, by=person, at=at, reason=reason)
        return redirect("judge_stack", judge=found.judge_id)
    read = entry_for_judge(found)
    return page(
        request,
        "abstention",
        edition=found.judge.edition,
        form=form,
        title=read.title if read else "",
        address=reverse("judge_abstention", args=[found.pk]),
        back=reverse("judge_entry", args=[found.pk]),
    )
