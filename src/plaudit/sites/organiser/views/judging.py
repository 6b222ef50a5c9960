from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaudit.judging.actions.invitation import invite_judge, revoke_judge_invitation
from plaudit.judging.queries import current_round, invitations_of, judge_progress, judges_of
from plaudit.judging.rules import may_join
from plaudit.kit.clock import now
from plaudit.kit.verdict import Verdict
from plaudit.programmes.models import TeamRole
from plaudit.programmes.queries import categories_of
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.judge import InviteForm
from plaudit.sites.organiser.pages.judging import invitation_rows, judge_rows
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.JUDGING)
@require_GET
def judging(request: HttpRequest, room: Room) -> HttpResponse:
    """The judges, and how far each has come."""
    search = request.GET.get("search", "").strip().replace("\x00", "")
    found = judges_of(room.edition)
    if search:
        found = found.filter(person__name__icontains=search) | found.filter(
            person__email__icontains=search
        )
    shown = paged(request, found)
    round_ = current_round(room.edition, now())
    progress = judge_progress(round_) if round_ else {}
    context = {
        "rows": judge_rows(shown.object_list, progress),
        "shown": shown,
        "search": search,
        "query": rest_of_query(request),
        "invitations": invitations_of(room.edition).filter(accepted_at=None).count(),
        "closed": may_join(round_, room.edition, now()).reason,
    }
    return page(request, room, "judging", "organiser_judging", context)


@for_team(TeamRole.JUDGING)
@require_GET
def invitations(request: HttpRequest, room: Room) -> HttpResponse:
    """Who was asked to judge and has not accepted."""
    shown = paged(request, invitations_of(room.edition).filter(accepted_at=None))
    context = {
        "rows": invitation_rows(shown.object_list, room.edition),
        "shown": shown,
        "closed": _joining(room).reason,
    }
    return page(request, room, "invitations", "organiser_judging", context)


@for_team(TeamRole.JUDGING)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, room: Room) -> HttpResponse:
    """Ask somebody to judge."""
    categories = {str(one.pk): one for one in categories_of(room.edition)}
    form = InviteForm(request.POST or None, categories=list(categories.values()))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            for key in form.cleaned_data["categories"]:
                invite_judge(
                    categories[key],
                    email=form.cleaned_data["email"],
                    name=form.cleaned_data["name"],
                    by=room.person,
                    at=now(),
                )
        return to("organiser_invitations", said="invited", edition=room.edition.pk)
    context = {"closed": _joining(room).reason, "categories": categories}
    return page(request, room, "invite", "organiser_judging", context, forms=[form])


def _joining(room: Room) -> Verdict:
    at = now()
    return may_join(current_round(room.edition, at), room.edition, at)


@for_team(TeamRole.JUDGING)
@require_POST
def revocation(request: HttpRequest, room: Room, invitation: UUID) -> HttpResponse:
    """Take an invitation back."""
    found = invitations_of(room.edition).filter(pk=invitation).first()
    if found is None:
        raise Http404
    revoke_judge_invitation(found, by=room.person, at=now())
    return to("organiser_invitations", said="revoked", edition=room.edition.pk)
