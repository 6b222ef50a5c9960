from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.eligibility import store_eligibility
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.eligibility import EligibilityForm, RequirementForms
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.category import category_in


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def eligibility(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Who may lead an entry, how many must join, and the questions that decide."""
    shown = category_in(room, category)
    stored = list(shown.eligibility_questions.all())
    form = EligibilityForm(
        request.POST or None,
        initial={
            "lead_kinds": shown.lead_kinds,
            "minimum_organisations": shown.minimum_organisations,
            "partner_kinds": shown.partner_kinds,
            "company_needs_public_body": shown.company_needs_public_body,
        },
    )
    questions = RequirementForms(stored, request.POST if request.method == "POST" else None)
    if request.method == "POST" and all([form.is_valid(), questions.is_valid()]):
        try:
            store_eligibility(
                shown, questions.requirements(), by=room.person, at=now(), **form.cleaned_data
            )
        except Refused as error:
            form.add_error(None, error.reason)
        else:
            return to(
                "organiser_eligibility", said="saved", edition=room.edition.pk, category=shown.pk
            )
    forms = [form, *questions.forms]
    context = {"category": shown, "leading": form, "questions": questions.forms}
    return page(request, room, "eligibility", "organiser_categories", context, forms=forms)
