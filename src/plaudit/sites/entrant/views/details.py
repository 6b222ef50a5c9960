from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.details import DetailsConflict, change_details
from plaudit.entries.cautions.guard import in_details
from plaudit.entries.completeness import SUMMARY_WORDS
from plaudit.entries.models import Entry
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.kit.words import count_words
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.details import DetailsForm
from plaudit.sites.entrant.forms.fields import version_in
from plaudit.sites.entrant.pages.tasks import word_count
from plaudit.sites.entrant.saying import said, to


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_details(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The project's title and summary; saved, it says at once what in them may identify a patient."""
    own = own_entry(request, entry)
    if request.method != "POST":
        form = DetailsForm(initial={"title": own.title, "summary": own.summary})
        return _page(request, own, form, own.details_version)
    form = DetailsForm(request.POST)
    version = version_in(request.POST)
    if not form.is_valid():
        return _page(request, own, form, version, status=422)
    try:
        change_details(own, by=person_of(request), at=now(), version=version, **form.cleaned_data)
    except DetailsConflict as conflict:
        form.add_error(
            None,
            "Somebody else changed these while you were writing. Nothing is lost: theirs is below yours.",
        )
        return _page(
            request, own, form, conflict.entry.details_version, theirs=conflict.entry, status=409
        )
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, own, form, version, status=403)
    own.title, own.summary = form.cleaned_data["title"], form.cleaned_data["summary"]
    is_told = any(in_details(own))
    return to("entry_details" if is_told else "entry_desk", "details", entry=own.pk)


def _page(
    request: HttpRequest,
    entry: Entry,
    form: DetailsForm,
    version: int,
    *,
    theirs: Entry | None = None,
    status: int = 200,
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    words = count_words(form["summary"].value() or "")
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "form": form,
        "version": version,
        "theirs": theirs,
        "messages": said(request),
        "pointed_out": [] if form.is_bound else list(in_details(entry)),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
        "count": word_count(words, SUMMARY_WORDS),
        "limit": SUMMARY_WORDS,
    }
    return render(request, "entrant/details.html", context, status=status)
