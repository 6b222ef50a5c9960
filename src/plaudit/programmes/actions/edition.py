from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, Programme, ScoreAnchor
from plaudit.programmes.rules import dates_are_in_order, may_move_closing, may_work_for
from plaudit.programmes.starting_texts import JUDGE_TERMS, SCORE_ANCHORS

TEXTS = frozenset(
    {
        "strapline",
        "introduction",
        "how_it_works",
        "judge_terms",
        "time_zone",
        "accent_colour",
        "default_word_limit",
        "readers_per_entry",
        "ceremony_at",
        "venue",
        "shows_judges",
        "confirmations_block",
        "grace_minutes",
        "reminder_hours",
        "allowed_file_kinds",
        "largest_file_megabytes",
        "most_files",
    }
)
CHANGEABLE = TEXTS | {
    "name",
    "opens_at",
    "closes_at",
    "judging_opens_at",
    "judging_closes_at",
}


@transaction.atomic
def create_edition(
    programme: Programme,
    *,
    name: str,
    slug: str,
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    judging_opens_at: dt.datetime,
    judging_closes_at: dt.datetime,
    by: Person,
    at: dt.datetime,
    **texts: Any,
) -> Edition:
    """Set up an edition, unpublished, with usual judge's terms and score anchors where none are given.

    Checks that `by` directs the programme, the order of the dates, and that the address is free.
    `texts` may hold any of `TEXTS`. Raises `Refused`.
    """
    require(may_work_for(by, programme))
    require(dates_are_in_order(opens_at, closes_at, judging_opens_at, judging_closes_at))
    _reject_unknown(texts, TEXTS)
    try:
        with transaction.atomic():
            edition = Edition.objects.create(
                programme=programme,
                name=name,
                slug=slug,
                opens_at=opens_at,
                closes_at=closes_at,
                judging_opens_at=judging_opens_at,
                judging_closes_at=judging_closes_at,
                created_at=at,
                **{"judge_terms": JUDGE_TERMS, **texts},
            )
    except IntegrityError as error:
        raise Refused(f"Another edition already has the address “{slug}”.") from error
    ScoreAnchor.objects.bulk_create(
        ScoreAnchor(edition=edition, value=value, meaning=meaning)
        for value, meaning in SCORE_ANCHORS.items()
    )
    return edition


@transaction.atomic
def change_edition(edition: Edition, *, by: Person, at: dt.datetime, **fields: Any) -> Edition:
    """Change the edition's name, dates, texts or colour: any of `CHANGEABLE`.

    Checks that `by` directs the programme, the order of the dates, and that an open edition is not
    closed in the past. Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme))
    _reject_unknown(fields, CHANGEABLE)
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if "closes_at" in fields:
        require(may_move_closing(locked, fields["closes_at"], at))
    for name, value in fields.items():
        setattr(locked, name, value)
        setattr(edition, name, value)
    require(
        dates_are_in_order(
            locked.opens_at,
            locked.closes_at,
            locked.judging_opens_at,
            locked.judging_closes_at,
        )
    )
    locked.save(update_fields=list(fields))
    return edition


@transaction.atomic
def publish_edition(edition: Edition, *, by: Person, at: dt.datetime) -> Edition:
    """Let anybody read the edition's pages from `at` on. Publishing again changes nothing.

    Checks that `by` directs the programme. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme))
    Edition.objects.filter(pk=edition.pk, published_at=None).update(published_at=at)
    edition.refresh_from_db(fields=["published_at"])
    return edition


def _reject_unknown(fields: dict[str, Any], known: frozenset[str]) -> None:
    unknown = set(fields) - known
    if unknown:
        raise TypeError(f"An edition has no changeable {', '.join(sorted(unknown))}")
