from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.anchor import store_anchors
from plaudit.programmes.models import TeamRole
from plaudit.programmes.rules import may_change_anchors
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.anchors import AnchorsForm
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.JUDGING)
@require_http_methods(["GET", "POST"])
def anchors(request: HttpRequest, room: Room) -> HttpResponse:
    """What each score means to the judges."""
    stored = dict(room.edition.score_anchors.values_list("value", "meaning"))
    form = AnchorsForm(
        request.POST or None, initial={f"score_{value}": text for value, text in stored.items()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            store_anchors(room.edition, form.meanings(), by=room.person, at=now())
        except Refused as error:
            form.add_error(None, error.reason)
        else:
            return to("organiser_anchors", said="saved", edition=room.edition.pk)
    context = {
        "fixed": may_change_anchors(room.edition, now()).reason,
        "meanings": [(f"Score {value}", text) for value, text in sorted(stored.items())],
    }
    return page(request, room, "anchors", "organiser_settings", context, forms=[form])
