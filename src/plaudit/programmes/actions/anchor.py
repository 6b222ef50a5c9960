from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from plaudit.kit.verdict import require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, ScoreAnchor, TeamRole
from plaudit.programmes.rules import may_change_anchors, may_work_for


@transaction.atomic
def store_anchors(
    edition: Edition, meanings: Mapping[int, str], *, by: Person, at: dt.datetime
) -> None:
    """Make `meanings` (score from 0 to 10: a sentence) the anchors that judges see. Empty ones go.

    Checks that `by` looks after judging and that judging has not opened. Locks the edition.
    Raises `Refused`.
    """
    require(may_work_for(by, edition.programme, TeamRole.JUDGING))
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    require(may_change_anchors(locked, at))
    edition.score_anchors.all().delete()
    ScoreAnchor.objects.bulk_create(
        ScoreAnchor(edition=edition, value=value, meaning=meaning.strip())
        for value, meaning in sorted(meanings.items())
        if meaning.strip()
    )
