from __future__ import annotations

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.entries.actions.comment import add_comment, resolve_comment
from plaudit.entries.mentions import offered_names
from plaudit.entries.models import Answer, Comment
from plaudit.entries.queries import comment_on, comment_threads, contributors_of
from plaudit.entries.rules import may_comment
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.comments import CommentForm
from plaudit.sites.entrant.moved import follows_moves
from plaudit.sites.entrant.pages.answer import address_of
from plaudit.sites.entrant.pages.comments import CommentLine, comment_lines
from plaudit.sites.entrant.views.answer import own_answer

CALL = re.compile(r"(?:^|\s)@\w")
UNHEARD = (
    "Your comment is there, but nobody else here goes by a name you wrote after @, so nobody was "
    "told by mail. Choose a name from the list as you type @."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@follows_moves
def entry_comments(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """What the people of the entry say to each other about one answer."""
    answer, status = own_answer(request, entry, criterion), 200
    form = CommentForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = _add(request, answer, form)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            status = 403
        else:
            return redirect(_place_of(made, entry, criterion))
    elif form.is_bound:
        may = may_comment(person_of(request), answer.entry)
        status = 422 if may else 403
    verdict, threads = may_comment(person_of(request), answer.entry), _threads(answer)
    reply_to = _replied_to(form, threads)
    names = [each.person.display_name for each in contributors_of(answer.entry)]
    own = person_of(request).display_name
    context = {
        "edition": answer.entry.category.edition,
        "entry": answer.entry,
        "answer": answer,
        "desk_href": address_of(answer),
        "threads": threads,
        "form": CommentForm(auto_id="new_%s") if reply_to else form,
        "reply": form if reply_to else None,
        "reply_to": reply_to,
        "has_errors": bool(form.errors),
        "key": form["key"].value() or new_identifier(),
        "names": names,
        "offered": [name for name in offered_names(names) if name != own],
        "may_comment": bool(verdict),
        "why_not": verdict.reason,
        "messages": [UNHEARD] if "unheard" in request.GET and status == 200 else [],
    }
    return render(request, "entrant/comments.html", context, status=status)


@require_POST
@for_people
def entry_comment_resolution(
    request: HttpRequest, entry: UUID, criterion: UUID, comment: UUID
) -> HttpResponse:
    """Mark a thread as dealt with, or open it again."""
    answer = own_answer(request, entry, criterion)
    found = comment_on(answer, comment)
    if found is None:
        raise Http404
    resolve_comment(
        found,
        is_resolved=request.POST.get("resolved", "yes") == "yes",
        by=person_of(request),
        at=now(),
    )
    return redirect("entry_comments", entry=entry, criterion=criterion)


def _place_of(made: Comment, entry: UUID, criterion: UUID) -> str:
    """Return the page of comments, which says when a name was called that nobody here goes by."""
    page = reverse("entry_comments", args=[entry, criterion])
    calls = CALL.search(made.body) is not None
    return f"{page}?unheard=1" if calls and not made.mentioned.exists() else page


def _add(request: HttpRequest, answer: Answer, form: CommentForm) -> Comment:
    if answer.version == 0 and answer._state.adding:  # asked after the entry was started
        raise Refused("Write something in the answer first. Nothing was lost: copy your comment.")
    reply = form.cleaned_data["reply_to"]
    replied = comment_on(answer, reply) if reply else None
    if reply and replied is None:
        raise Refused("The comment you replied to is gone. Your words are still in the form.")
    return add_comment(
        answer,
        body=form.cleaned_data["body"],
        quote=form.cleaned_data["quote"],
        reply_to=replied,
        by=person_of(request),
        at=now(),
        key=form.chosen_key(new_identifier()),
    )


def _replied_to(form: CommentForm, threads: list[CommentLine]) -> UUID | None:
    """Return the thread that the form replies to, if it stands on the page."""
    named = str(form["reply_to"].value() or "").lower()
    return next((each.id for each in threads if str(each.id) == named), None)


def _threads(answer: Answer) -> list[CommentLine]:
    if answer._state.adding:
        return []
    return comment_lines(comment_threads(answer), answer.entry.category.edition.zone)
