"""From a pasted page to draft categories. Nothing is stored before the last of the three steps."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.brief import section_titles, store_brief
from plaudit.programmes.brief import Brief, UnreadableBrief, read_brief
from plaudit.programmes.models import TeamRole
from plaudit.programmes.queries import criterion_names
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.desks import add_desk
from plaudit.sites.organiser.forms.brief import BriefForm, Review
from plaudit.sites.organiser.pages.brief import desk_rows, review_page
from plaudit.sites.organiser.rendering import page, to

MEGABYTE = 1024 * 1024
CHUNK = 256 * 1024


@csrf_exempt
@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest, room: Room) -> HttpResponse:
    """Paste or upload a category page; then see what was read from it."""
    if request.method == "GET":
        return _paste(request, room, BriefForm())
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return _too_big(request, room, size)
    return _read(request, room)


@csrf_protect
def _read(request: HttpRequest, room: Room) -> HttpResponse:
    form = BriefForm(request.POST, request.FILES)
    if not form.is_valid():
        return _paste(request, room, form)
    try:
        found = _brief(form.cleaned_data, criterion_names(room.edition))
    except UnreadableBrief as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return _paste(request, room, form)
    if not found.categories:
        for warning in found.warnings:
            form.add_error("file" if form.cleaned_data["file"] else "text", warning)
        return _paste(request, room, form)
    names = criterion_names(room.edition)
    titles = [section_titles(category, names) for category in found.categories]
    return _review(request, room, Review.of(found, titles, desk_rows(found, room.edition)))


def _brief(cleaned: dict[str, Any], names: list[str]) -> Brief:
    file = cleaned["file"]
    if file:
        return read_brief(file.read(), filename=file.name, criterion_names=names)
    return read_brief(cleaned["text"], criterion_names=names)


def _too_big(request: HttpRequest, room: Room, size: int) -> HttpResponse:
    """Say so, once the browser has sent it all: a browser that is cut off shows no page."""
    left = min(size, 200 * MEGABYTE)
    while left > 0 and (chunk := request.read(min(left, CHUNK))):
        left -= len(chunk)
    request._post, request._files = QueryDict(), MultiValueDict()  # type: ignore[attr-defined]  # noqa: SLF001 - read already
    form = BriefForm({})
    form.full_clean()
    form.errors.clear()
    form.add_error(
        "text",
        f"That is {size / MEGABYTE:.0f} MB, and a category page is seldom more than a few kilobytes. "
        "Nothing was stored. Paste the text of the page alone, or one part of it at a time.",
    )
    return _paste(request, room, form, status=413)


def _paste(
    request: HttpRequest, room: Room, form: BriefForm, status: int | None = None
) -> HttpResponse:
    return page(request, room, "brief", "organiser_categories", forms=[form], status=status)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, room: Room) -> HttpResponse:
    """Add a section to what is being reviewed, or take one away. Nothing is stored."""
    if request.method == "GET":
        return redirect("organiser_brief", edition=room.edition.pk)
    return _review(request, room, Review.edited(request.POST))


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def store(request: HttpRequest, room: Room) -> HttpResponse:
    """Store the reviewed categories as drafts, all of them or none."""
    if request.method == "GET":
        return redirect("organiser_brief", edition=room.edition.pk)
    typed = Review.typed(request.POST)
    if not typed.categories:
        return redirect("organiser_brief", edition=room.edition.pk)
    if typed.is_valid():
        try:
            _store(room, typed)
        except Refused as error:
            _complain(typed, error.reason)
        else:
            return to("organiser_categories", said="stored", edition=room.edition.pk)
    return _review(request, room, typed, status=422)


@transaction.atomic
def _store(room: Room, typed: Review) -> None:
    at = now()
    corrected = typed.brief()
    if not corrected.categories:
        raise Refused("Tick at least one category to import.")
    store_brief(room.edition, corrected, by=room.person, at=at)
    for form in typed.desks:
        if form.cleaned_data.get("is_wanted"):
            add_desk(room.edition, by=room.person, at=at, **form.values())


def _complain(typed: Review, reason: str) -> None:
    """Put a refusal beside the category that it names, else at the first."""
    for category in typed.categories:
        if category.form.cleaned_data.get("name", "~") in reason:
            category.form.add_error("name", reason)
            return
    typed.categories[0].form.add_error(None, reason)


def _review(
    request: HttpRequest, room: Room, shown: Review, status: int | None = None
) -> HttpResponse:
    context = review_page(shown)
    return page(
        request,
        room,
        "review",
        "organiser_categories",
        context,
        forms=shown.all_forms,
        status=status,
    )
