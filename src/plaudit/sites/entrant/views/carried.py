from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.entries.actions.carry import keep_carried, say_what_is_new
from plaudit.entries.carried import open_for
from plaudit.entries.meanwhile import ChangedMeanwhile, version_of
from plaudit.entries.models import Entry
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.news import NewsForm
from plaudit.sites.entrant.pages.state import entry_title
from plaudit.sites.entrant.saying import to
from plaudit.sites.entrant.views.answer import own_answer

CHANGED = (
    "Somebody else changed this while you were writing. Nothing is lost: theirs is below yours."
)


@require_POST
@for_people
def entry_answer_keeping(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Say that an answer carried over still holds."""
    answer = own_answer(request, entry, criterion)
    keep_carried(answer.entry, criterion, by=person_of(request), at=now())
    return redirect("entry_answer", entry=entry, criterion=criterion)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_news(request: HttpRequest, entry: UUID) -> HttpResponse:
    """What is new since the entry that this one was started from."""
    own, person, at = own_entry(request, entry), person_of(request), now()
    if request.method != "POST":
        return _page(request, own, NewsForm(initial={"text": own.what_is_new}), _version(own))
    form, version = NewsForm(request.POST), request.POST.get("version", "")
    try:
        if form.is_valid():
            say_what_is_new(own, form.cleaned_data["text"], by=person, at=at, version=version)
            return to("entry_desk", "news", entry=own.pk)
    except ChangedMeanwhile:
        form.add_error(None, CHANGED)
        own.refresh_from_db(fields=["what_is_new"])
        return _page(request, own, form, _version(own), is_changed=True, status=409)
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, own, form, version, status=403)
    return _page(request, own, form, version, status=422)


def _version(entry: Entry) -> str:
    return version_of({entry.pk: (entry.what_is_new,)})


def _page(
    request: HttpRequest,
    entry: Entry,
    form: NewsForm,
    version: str,
    *,
    is_changed: bool = False,
    status: int = 200,
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    earlier = entry.carried_from
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "form": form,
        "version": version,
        "is_changed": is_changed,
        "is_asked": bool(open_for(entry)),
        "earlier": f"{entry_title(earlier)}, {earlier.category.edition.name}" if earlier else "",
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/news.html", context, status=status)
