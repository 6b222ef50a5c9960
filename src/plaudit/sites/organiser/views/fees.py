from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.entries.fees import fee_terms_of
from plaudit.kit.cards import takes_cards
from plaudit.kit.clock import now
from plaudit.kit.dates import moment
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.fee import add_code, make_free, remove_code, set_fees
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.fees import CodeForm, FeeForms
from plaudit.sites.organiser.forms.fields import instant
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def fees(request: HttpRequest, room: Room) -> HttpResponse:
    """What entering costs, by group of organisations and by date, and discount codes."""
    typed = FeeForms(room.edition, request.POST if request.method == "POST" else None)
    if request.method == "POST" and typed.is_valid():
        try:
            set_fees(room.edition, typed.terms.terms(), typed.bands(), by=room.person, at=now())
        except Refused as refusal:
            typed.terms.add_error(None, refusal.reason)
        else:
            return to("organiser_fees", said="saved", edition=room.edition.pk)
    return _page(request, room, typed, CodeForm())


@for_team()
@require_POST
def free(request: HttpRequest, room: Room) -> HttpResponse:
    """Let entering be free."""
    make_free(room.edition, by=room.person, at=now())
    return to("organiser_fees", said="free", edition=room.edition.pk)


@for_team()
@require_POST
def codes(request: HttpRequest, room: Room) -> HttpResponse:
    """Add a discount code."""
    form = CodeForm(request.POST)
    if form.is_valid():
        given = dict(form.cleaned_data)
        try:
            if given["ends_at"]:
                given["ends_at"] = instant(given["ends_at"], room.edition.zone)
            add_code(room.edition, by=room.person, at=now(), **given)
        except (Refused, ValidationError) as error:
            form.add_error(None, error.reason if isinstance(error, Refused) else error)
        else:
            return to("organiser_fees", said="saved", edition=room.edition.pk)
    return _page(request, room, FeeForms(room.edition), form)


@for_team()
@require_POST
def code_removal(request: HttpRequest, room: Room, code: UUID) -> HttpResponse:
    """Remove a code, or end one that was used."""
    found = room.edition.discount_codes.filter(pk=code).first()
    if found is None:
        raise Http404
    remove_code(found, by=room.person, at=now())
    return to("organiser_fees", said="removed", edition=room.edition.pk)


def _uses(count: int, most: int | None) -> str:
    return f"{count} of {most}" if most else f"{count}, no limit"


def _page(request: HttpRequest, room: Room, typed: FeeForms, code_form: CodeForm) -> HttpResponse:
    zone, at = room.edition.zone, now()
    stored = [
        {
            "id": code.pk,
            "code": code.code,
            "terms": f"{code.percent}% off",
            "uses": _uses(code.used, code.most_uses),
            "until": moment(code.ends_at, zone) if code.ends_at else "Always",
            "is_over": code.ends_at is not None and code.ends_at <= at,
        }
        for code in room.edition.discount_codes.annotate(used=Count("settlements"))
    ]
    context = {
        "terms": typed.terms,
        "groups": typed.groups,
        "code_form": code_form,
        "codes": stored,
        "site_takes_cards": takes_cards(),
        "has_fees": fee_terms_of(room.edition) is not None,
    }
    return page(
        request, room, "fees", "organiser_settings", context, forms=[*typed.forms, code_form]
    )
