from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.move import move_entry
from plaudit.entries.moves import advice_on, consequence_of, moves_of, parked_answers
from plaudit.entries.rules import may_move, may_write
from plaudit.kit.clock import now
from plaudit.programmes.models import Category
from plaudit.programmes.queries import published_categories
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fields import identifiers_in
from plaudit.sites.entrant.pages.category import category_page, consequence_page
from plaudit.sites.entrant.saying import said, to


@require_safe
@for_people
def entry_category(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The entry's category, others that may fit better, and answers that are parked."""
    own = own_entry(request, entry)
    verdict = may_write(person_of(request), own, now())
    context = {
        "edition": own.category.edition,
        "entry": own,
        "messages": said(request),
        "category": category_page(
            own,
            advice=advice_on(own.category.edition, own.title, own.summary),
            every=published_categories(own.category.edition),
            parked=parked_answers(own),
            moves=moves_of(own),
        ),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/category.html", context)


@require_safe
@for_people
def entry_category_move(request: HttpRequest, entry: UUID, category: UUID) -> HttpResponse:
    """What moving to the category would do, and the button that does it."""
    own, person, at = own_entry(request, entry), person_of(request), now()
    other = _category(own.category, category)
    verdict = may_move(person, own, other, at)
    context = {
        "edition": own.category.edition,
        "entry": own,
        "other": other,
        "move": consequence_page(consequence_of(own, other)),
        "may_move": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/category_move.html", context)


@require_POST
@for_people
def entry_category_moves(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Move the entry, and show what was parked by it. Sent twice, it is moved once."""
    own = own_entry(request, entry)
    wanted = identifiers_in(request.POST.getlist("category")[:1])
    if not wanted:
        raise Http404
    other = _category(own.category, wanted.pop())
    if other.pk != own.category_id:
        move_entry(own, other, by=person_of(request), at=now())
    if parked_answers(own):
        return to("entry_category", "moved-parked", part="parked", entry=own.pk)
    return to("entry_desk", "moved", entry=own.pk)


def _category(beside: Category, key: UUID) -> Category:
    found = published_categories(beside.edition).filter(pk=key).first()
    if found is None:
        raise Http404
    found.edition = beside.edition
    return found
