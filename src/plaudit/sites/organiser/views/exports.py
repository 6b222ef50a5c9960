"""Tables to take away. CSV leaves as it is read; XLSX is written to a temporary file first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from plaudit.ceremony.exports import (
    BOOKINGS_HEADER,
    GUESTS_HEADER,
    bookings_rows,
    guests_rows,
)
from plaudit.enquiries.queries import registrations_of
from plaudit.kit.clock import now
from plaudit.kit.exports import CSV_TYPE, XLSX_TYPE, Row, Rows, csv_chunks, xlsx_file
from plaudit.programmes.models import Edition, TeamRole
from plaudit.results.exports.entries import entries_header, entries_rows
from plaudit.results.exports.scores import HEADER, scores_rows
from plaudit.sites.organiser.access import Room, for_team

FORMATS = {"csv", "xlsx"}


@for_team(TeamRole.ENTRIES, TeamRole.JUDGING)
@require_GET
def entries_export(request: HttpRequest, room: Room, form: str) -> HttpResponseBase:
    """Every entry with its answers."""
    return _table(
        room.edition,
        "Entries",
        form,
        entries_header(room.edition),
        lambda: entries_rows(room.edition),
    )


@for_team(TeamRole.JUDGING)
@require_GET
def scores_export(request: HttpRequest, room: Room, form: str) -> HttpResponseBase:
    """Every score; judges by name or by code."""
    with_names = request.GET.get("names") == "yes"
    return _table(
        room.edition,
        "Scores",
        form,
        HEADER,
        lambda: scores_rows(room.edition, with_names=with_names),
    )


@for_team(TeamRole.ENTRIES)
@require_GET
def registrations_export(request: HttpRequest, room: Room, form: str) -> HttpResponseBase:
    """Everybody who would like to attend or sponsor."""
    header = ["Registered", "Would like to", "Name", "E-mail", "Organisation", "Places", "Note"]
    return _table(room.edition, "Registrations", form, header, lambda: _registrations(room.edition))


@for_team(TeamRole.ENTRIES)
@require_GET
def bookings_export(request: HttpRequest, room: Room, form: str) -> HttpResponseBase:
    """Every booking at the ceremony, with what it costs."""
    edition = room.edition
    return _table(edition, "Bookings", form, BOOKINGS_HEADER, lambda: bookings_rows(edition))


@for_team(TeamRole.ENTRIES)
@require_GET
def guests_export(request: HttpRequest, room: Room, form: str) -> HttpResponseBase:
    """Every guest with their needs, and the places without a name, for the caterer."""
    edition = room.edition
    return _table(edition, "Guests", form, GUESTS_HEADER, lambda: guests_rows(edition))


def _registrations(edition: Edition) -> Iterator[Row]:
    for one in registrations_of(edition).iterator():
        registered_at = one.created_at.astimezone(edition.zone).replace(tzinfo=None)
        kind = str(one.get_kind_display())
        yield [registered_at, kind, one.name, one.email, one.organisation, one.places, one.note]


def _table(
    edition: Edition, name: str, form: str, header: Sequence[str], rows: Callable[[], Rows]
) -> HttpResponseBase:
    if form not in FORMATS:
        raise Http404
    day = now().astimezone(edition.zone).date().isoformat()
    filename = f"{slugify(edition.name)}-{name.lower()}-{day}.{form}"
    if form == "xlsx":
        return FileResponse(
            xlsx_file(name, header, rows()),
            as_attachment=True,
            filename=filename,
            content_type=XLSX_TYPE,
        )
    response = StreamingHttpResponse(csv_chunks(header, rows()), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
