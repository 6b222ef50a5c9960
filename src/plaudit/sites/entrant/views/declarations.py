from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.declaration import declare
from plaudit.entries.meanwhile import ChangedMeanwhile
from plaudit.entries.parts import asked_declarations
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.declarations import DeclarationsForm
from plaudit.sites.entrant.saying import to


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_declarations(request: HttpRequest, entry: UUID) -> HttpResponse:
    """What the edition asks entrants to declare: consent, publication, AI tools, authority."""
    own, status = own_entry(request, entry), 200
    form = DeclarationsForm(
        asked_declarations(own), request.POST if request.method == "POST" else None
    )
    version = request.POST.get("version", "") if form.is_bound else form.version()
    if form.is_bound and form.is_valid():
        try:
            declare(own, form.declared(), by=person_of(request), at=now(), version=version)
        except ChangedMeanwhile as meanwhile:
            form = form.beside(asked_declarations(own), meanwhile)
            version, status = form.version(), 409
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            status = 403
        else:
            return to("entry_desk", "declarations", entry=own.pk)
    elif form.is_bound:
        status = 422
    verdict = may_write(person_of(request), own, now())
    context = {
        "edition": own.category.edition,
        "entry": own,
        "form": form,
        "version": version,
        "fields": [_fields(form, str(each.declaration_id)) for each in form.asked],
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/declarations.html", context, status=status)


def _fields(form: DeclarationsForm, name: str) -> tuple[object, object | None]:
    note = f"{name}-note"
    return form[name], form[note] if note in form.fields else None
