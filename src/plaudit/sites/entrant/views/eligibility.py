from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.completeness import organisation_faults
from plaudit.entries.meanwhile import ChangedMeanwhile
from plaudit.entries.parts import asked_questions, partners_of
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.eligibility import EligibilityForm
from plaudit.sites.entrant.pages.organisations import organisation_rules
from plaudit.sites.entrant.saying import said, to


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_eligibility(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Whether the project may enter: the category's questions and rules, and the reason when it may not."""
    own, status = own_entry(request, entry), 200
    form = EligibilityForm(asked_questions(own), request.POST if request.method == "POST" else None)
    version = request.POST.get("version", "") if form.is_bound else form.version()
    verdict = may_write(person_of(request), own, now())
    if form.is_bound and not verdict:
        form.errors.clear()
        form.add_error(None, verdict.reason)
        status = 403
    elif form.is_bound and form.is_valid():
        try:
            answer_eligibility(
                own, form.answers(), by=person_of(request), at=now(), version=version
            )
        except ChangedMeanwhile as meanwhile:
            form = form.beside(asked_questions(own), meanwhile)
            version, status = form.version(), 409
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            status = 403
        else:
            return to("entry_eligibility", "eligibility", entry=own.pk)
    elif form.is_bound:
        status = 422
    questions, category, partners = form.asked, own.category, partners_of(own)
    wrong = [each.reason for each in questions if each.is_yes not in {None, each.required_answer}]
    context = {
        "edition": category.edition,
        "entry": own,
        "messages": said(request),
        "form": form,
        "version": version,
        "fields": [(form[str(each.question_id)], each) for each in questions],
        "wrong": wrong,
        "is_answered": bool(questions)
        and not form.errors
        and all(each.is_yes is not None for each in questions),
        "rules": organisation_rules(category),
        "faults": list(organisation_faults(category, partners)) if partners else [],
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/eligibility.html", context, status=status)
