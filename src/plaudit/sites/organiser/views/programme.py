from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.actions.edition import create_edition
from plaudit.programmes.actions.programme import create_programme
from plaudit.programmes.models import Edition
from plaudit.programmes.rules import may_start_programme
from plaudit.sites.organiser.access import Room, for_people, for_team, signed_in
from plaudit.sites.organiser.forms.complaints import name_what_is_missing
from plaudit.sites.organiser.forms.programme import DATES, EditionForm, ProgrammeForm
from plaudit.sites.organiser.rendering import account_links, page, to


@for_people
@require_http_methods(["GET", "POST"])
def programme(request: HttpRequest) -> HttpResponse:
    """Set up a programme with its first edition."""
    person = signed_in(request)
    require(may_start_programme(person))
    form = ProgrammeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            edition = _create(form.cleaned_data, person)
        except Refused as error:
            form.add_error("edition_slug" if "edition" in error.reason else "slug", error.reason)
        else:
            return to("organiser_edition", said="created", edition=edition.pk)
    name_what_is_missing(form)
    context = {"form": form, "account_nav": account_links()}
    return render(request, "organiser/programme.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _create(cleaned: dict[str, object], person: Person) -> Edition:
    at = now()
    made = create_programme(
        name=str(cleaned["name"]),
        slug=str(cleaned["slug"]),
        organiser_name=str(cleaned["organiser_name"]),
        by=person,
        at=at,
    )
    dates = {name: cleaned[name] for name in DATES}
    return create_edition(
        made,
        name=str(cleaned["edition_name"]),
        slug=str(cleaned["edition_slug"]),
        time_zone=cleaned["time_zone"],
        by=person,
        at=at,
        **dates,  # type: ignore[arg-type]
    )


@for_team()
@require_http_methods(["GET", "POST"])
def next_edition(request: HttpRequest, room: Room) -> HttpResponse:
    """Set up another edition of the same programme."""
    form = EditionForm(request.POST or None, initial={"time_zone": room.edition.time_zone})
    if request.method == "POST" and form.is_valid():
        try:
            edition = create_edition(
                room.edition.programme, by=room.person, at=now(), **form.cleaned_data
            )
        except Refused as error:
            form.add_error("slug", error.reason)
        else:
            return to("organiser_edition", said="created", edition=edition.pk)
    return page(
        request,
        room,
        "next_edition",
        "organiser_settings",
        forms=[form],
    )
