from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from plaudit.programmes.rules import may_work_for
from plaudit.results.models import Announcement
from plaudit.results.queries import decided_outcomes
from plaudit.results.rules import is_released, may_set_release, release_instant
from plaudit.results.tasks import wake_at


@transaction.atomic
def set_announcement(
    edition: Edition, release_at: dt.datetime, *, by: Person, at: dt.datetime
) -> Announcement:
    """Set the instant at which the edition's awards become public, in place of any set before.

    Checks that `by` directs the programme, that the awards are not released, that the instant is to come
    and after judging, and that each category's outcomes can stand. Locks the edition; wakes the worker at
    the instant for the mail. Setting the same instant again changes nothing. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme))
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    require(may_set_release(locked, release_at, decided_outcomes(locked), at))
    latest = locked.announcements.order_by("-number").first()
    if latest is not None and latest.release_at == release_at:
        return latest
    wake_at(release_at)
    return _append(locked, latest, release_at, by, at)


@transaction.atomic
def cancel_announcement(edition: Edition, *, by: Person, at: dt.datetime) -> Announcement:
    """Call the announcement off: no instant is set any more. It can be set anew.

    Checks that `by` directs the programme, and that an instant is set and has not come. Locks the
    edition. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme))
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if is_released(locked, at):
        raise Refused("These awards have been announced already. They cannot be called back.")
    if release_instant(locked) is None:
        raise Refused("No announcement is set.")
    latest = locked.announcements.order_by("-number").first()
    return _append(locked, latest, None, by, at)


def _append(
    edition: Edition,
    latest: Announcement | None,
    release_at: dt.datetime | None,
    by: Person,
    at: dt.datetime,
) -> Announcement:
    return Announcement.objects.create(
        edition=edition,
        number=latest.number + 1 if latest else 1,
        release_at=release_at,
        set_by=by,
        set_at=at,
    )
