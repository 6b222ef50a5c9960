from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.submission import withdraw_entry
from plaudit.entries.rules import may_withdraw
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.withdrawal import WithdrawalForm
from plaudit.sites.entrant.pages.state import closing_text, entry_title
from plaudit.sites.entrant.saying import to


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_withdrawal(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Take a submitted entry out of the running."""
    own, person = own_entry(request, entry), person_of(request)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        withdraw_entry(own, by=person, at=now(), **form.cleaned_data)
        return to("entry_desk", "withdrawn", entry=own.pk)
    context = {
        "edition": own.category.edition,
        "entry": own,
        "form": form,
        "title": entry_title(own),
        "verdict": may_withdraw(person, own, now()),
        "closing": closing_text(own),
    }
    return render(request, "entrant/withdrawal.html", context, status=422 if form.is_bound else 200)
