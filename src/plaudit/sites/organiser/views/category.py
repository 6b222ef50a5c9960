from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.category import change_category, create_category, publish_category
from plaudit.programmes.actions.sections import change_sections
from plaudit.programmes.models import Category, TeamRole
from plaudit.programmes.queries import category_form, managed_category
from plaudit.programmes.rules import may_change_sections, may_publish
from plaudit.programmes.weights import weight_warning
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.category import CategoryForm
from plaudit.sites.organiser.forms.new_category import NewCategoryForm
from plaudit.sites.organiser.forms.sections import SectionForms, rows_of
from plaudit.sites.organiser.rendering import page, to


def category_in(room: Room, category_id: UUID) -> Category:
    """Return the category of the room's edition, or answer 404."""
    found = managed_category(room.edition, category_id)
    if found is None:
        raise Http404
    found.edition = room.edition
    return found


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def new_category(request: HttpRequest, room: Room) -> HttpResponse:
    """Begin a category without a brief."""
    form = NewCategoryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = create_category(
                room.edition, name=form.cleaned_data["name"], by=room.person, at=now()
            )
        except Refused as error:
            form.add_error("name", error.reason)
        else:
            return to("organiser_category", edition=room.edition.pk, category=made.pk)
    return page(request, room, "new_category", "organiser_categories", forms=[form])


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def category(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Everything a category says and asks."""
    shown = category_in(room, category)
    groups = list(room.edition.groups.all())
    if request.method == "GET":
        sections = SectionForms.beginning_with("c", rows_of(category_form(shown)))
        return _edit(request, room, shown, CategoryForm.of(shown, groups), sections)
    form = CategoryForm(request.POST, category=shown, groups=groups)
    sections = SectionForms.typed("c", request.POST)
    if all([form.is_valid(), sections.is_valid()]):
        try:
            _save(room, shown, form, sections)
        except Refused as error:
            form.add_error(None, error.reason)
        else:
            return to(
                "organiser_category", said="saved", edition=room.edition.pk, category=shown.pk
            )
    return _edit(request, room, shown, form, sections)


@transaction.atomic
def _save(room: Room, shown: Category, form: CategoryForm, sections: SectionForms) -> None:
    at = now()
    change_category(shown, by=room.person, at=at, **form.cleaned_data)
    if may_change_sections(shown, at):
        change_sections(shown, sections.sections(), by=room.person, at=at)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def sections(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Add a section to the page, or take one away. Nothing is stored until the page is saved."""
    shown = category_in(room, category)
    if request.method == "GET":
        return redirect("organiser_category", edition=room.edition.pk, category=shown.pk)
    groups = list(room.edition.groups.all())
    remove = request.POST.get("remove", "").removeprefix("c-s")
    edited = SectionForms.edited(
        "c",
        request.POST,
        add="add" in request.POST,
        remove=int(remove) if remove.isdecimal() else None,
    )
    typed = CategoryForm(request.POST, category=shown, groups=groups)
    initial = {name: request.POST.get(name, "") for name in typed.fields}
    form = CategoryForm(category=shown, groups=groups, initial=initial)
    return _edit(request, room, shown, form, edited)


def _edit(
    request: HttpRequest, room: Room, shown: Category, form: CategoryForm, sections: SectionForms
) -> HttpResponse:
    context = {
        "category": shown,
        "content": form,
        "sections": sections,
        "fixed": may_change_sections(shown, now()).reason,
    }
    forms = [form, *sections.forms]
    return page(request, room, "category", "organiser_categories", context, forms=forms)


@for_team(TeamRole.ENTRIES)
@require_GET
def preview(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """The category as its public page will say it."""
    shown = category_in(room, category)
    criteria = category_form(shown)
    context = {
        "category": shown,
        "criteria": criteria,
        "complete": may_publish(shown),
        "weight_warning": weight_warning(criteria),
    }
    return page(request, room, "preview", "organiser_categories", context)


@for_team(TeamRole.ENTRIES)
@require_POST
def publication(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Publish the category."""
    shown = category_in(room, category)
    publish_category(shown, by=room.person, at=now())
    return to("organiser_category", said="published", edition=room.edition.pk, category=shown.pk)
