"""What writers decide about the coach: hints put away, prompts ticked off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Entry, HintDismissal, PromptTick
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion, Prompt

_FINGERPRINT = re.compile("[0-9a-f]{24}")
MOST_DISMISSED = 500


@transaction.atomic
def dismiss_hint(
    entry: Entry, criterion: CategoryCriterion, fingerprint: str, *, by: Person, at: dt.datetime
) -> None:
    """Put a hint away for everybody who writes the entry. Doing it twice is doing it once.

    Checks that the person may write at `at`, that the category asks the criterion, and that this is a hint's
    fingerprint. Raises Refused.
    """
    require(may_write(by, entry, at))
    if criterion.category_id != entry.category_id or not _FINGERPRINT.fullmatch(fingerprint):
        raise Refused("There is no such hint. Open the page again.")
    own = HintDismissal.objects.filter(entry=entry, criterion=criterion)
    if own.count() >= MOST_DISMISSED:
        raise Refused("Too many hints have been put away on this answer.")
    HintDismissal.objects.bulk_create(
        [HintDismissal(entry=entry, criterion=criterion, fingerprint=fingerprint, by=by, at=at)],
        ignore_conflicts=True,
    )


@transaction.atomic
def restore_hints(
    entry: Entry, criterion: CategoryCriterion, *, by: Person, at: dt.datetime
) -> None:
    """Bring back every hint on the answer that was put away. Checks that the person may write. Raises Refused."""
    require(may_write(by, entry, at))
    HintDismissal.objects.filter(entry=entry, criterion=criterion).delete()


@transaction.atomic
def tick_prompts(
    entry: Entry,
    criterion: CategoryCriterion,
    ticked: Collection[UUID],
    *,
    by: Person,
    at: dt.datetime,
) -> None:
    """Set which of the criterion's prompts are ticked, for everybody who writes the entry.

    Checks that the person may write at `at` and that the category asks the criterion; prompts of other
    criteria are left out. A tick that stays keeps who set it and when. Raises Refused.
    """
    require(may_write(by, entry, at))
    if criterion.category_id != entry.category_id:
        raise Refused("The category does not ask this.")
    own = list(Prompt.objects.filter(criterion=criterion).values_list("pk", flat=True))
    PromptTick.objects.filter(entry=entry, prompt__in=own).exclude(prompt__in=ticked).delete()
    PromptTick.objects.bulk_create(
        [PromptTick(entry=entry, prompt_id=key, by=by, at=at) for key in own if key in ticked],
        ignore_conflicts=True,
    )
