from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.judging.models import Panel, PanelMember, Round
from plaudit.judging.queries.judges import current_round
from plaudit.judging.rules import may_run_judging
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition

FIRST_ROUND = "Scoring"


@transaction.atomic
def open_round(
    edition: Edition,
    *,
    name: str,
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    by: Person,
    at: dt.datetime,
) -> Round:
    """Add a round after the edition's last. It begins with the panels of the round before.

    Checks that `by` runs the judging and that the round opens before it closes. Locks the edition.
    Raises `Refused`.
    """
    require(may_run_judging(by, edition))
    _check_dates(opens_at, closes_at)
    last = _lock(edition).rounds.order_by("-position").first()
    added = Round.objects.create(
        edition=edition,
        position=last.position + 1 if last else 1,
        name=name,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    if last is not None:
        _carry_over_panels(last, added)
    return added


@transaction.atomic
def change_round(
    round_: Round,
    *,
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    by: Person,
    at: dt.datetime,
) -> Round:
    """Move a round's dates. Nothing that was scored is lost.

    Checks that `by` runs the judging, that the round opens before it closes, and that an open round
    keeps its opening and does not close in the past. Raises `Refused`.
    """
    require(may_run_judging(by, round_.edition))
    _check_dates(opens_at, closes_at)
    if round_.opens_at <= at and opens_at != round_.opens_at:
        raise Refused("This round has opened already, so its opening cannot move.")
    if round_.opens_at <= at and closes_at < at:
        raise Refused("You can close this round early, but not at a moment already past.")
    Round.objects.filter(pk=round_.pk).update(opens_at=opens_at, closes_at=closes_at)
    round_.opens_at, round_.closes_at = opens_at, closes_at
    return round_


def round_to_join(edition: Edition, at: dt.datetime) -> Round:
    """Return the round that a new judge joins: the first not closed, else the last.

    When the edition has none, the first is made, with the edition's judging dates. Locks the edition;
    runs in the caller's transaction.
    """
    locked = _lock(edition)
    found = current_round(locked, at)
    if found is not None:
        return found
    return Round.objects.create(
        edition=edition,
        position=1,
        name=FIRST_ROUND,
        opens_at=locked.judging_opens_at,
        closes_at=locked.judging_closes_at,
    )


def _lock(edition: Edition) -> Edition:
    return Edition.objects.select_for_update().get(pk=edition.pk)


def _check_dates(opens_at: dt.datetime, closes_at: dt.datetime) -> None:
    if opens_at >= closes_at:
        raise Refused("The round must open before it closes.")


def _carry_over_panels(before: Round, after: Round) -> None:
    for panel in before.panels.prefetch_related("members"):
        copy = Panel.objects.create(round=after, category_id=panel.category_id)
        PanelMember.objects.bulk_create(
            PanelMember(panel=copy, judge_id=member.judge_id) for member in panel.members.all()
        )
