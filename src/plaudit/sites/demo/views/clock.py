from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.kit.clock import now
from plaudit.sites.demo.browser import without_kept_pages
from plaudit.sites.demo.clock import current_shift, move_clock_to, return_to_real_time
from plaudit.sites.demo.edition import demo_edition
from plaudit.sites.demo.forms.clock import InstantForm
from plaudit.sites.demo.pages.bar import ZONE
from plaudit.sites.demo.pages.clock import clock_page, moments_of
from plaudit.sites.demo.reading import unread_letters
from plaudit.sites.demo.worker import catch_up


@require_safe
def show_clock(request: HttpRequest) -> HttpResponse:
    """Show what today is in the demo, and the moments it can be moved to."""
    return _page(request, InstantForm(initial=InstantForm.parts_of(now().astimezone(ZONE))))


@require_POST
def move_to_moment(request: HttpRequest, moment: str) -> HttpResponse:
    """Move today to a moment of the edition's life."""
    edition = demo_edition()
    moments = moments_of(edition) if edition else []
    wanted = next((each for each in moments if each.slug == moment), None)
    if wanted is None:
        raise Http404
    return _moved_to(wanted.instant)


@require_POST
def move_to_instant(request: HttpRequest) -> HttpResponse:
    """Move today to any date and time."""
    form = InstantForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _moved_to(form.instant(ZONE))


@require_POST
def return_to_now(request: HttpRequest) -> HttpResponse:
    """Let the demo's clock be the machine's again."""
    return_to_real_time()
    return without_kept_pages(redirect("demo_clock"))


def _moved_to(instant: dt.datetime) -> HttpResponse:
    move_clock_to(instant)
    catch_up()
    return without_kept_pages(redirect("demo_clock"))


def _page(request: HttpRequest, form: InstantForm, status: int = 200) -> HttpResponse:
    edition = demo_edition()
    page = clock_page(
        moments_of(edition) if edition else [],
        at=now(),
        shift=current_shift(),
        unread=len(unread_letters(edition, now())) if edition else 0,
    )
    return render(request, "demo/clock.html", {"page": page, "form": form}, status=status)
