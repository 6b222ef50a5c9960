"""An entry begun from last year's, half brought up to date: some answers still stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from plaudit.entries.actions.carry import say_what_is_new, start_from_earlier
from plaudit.entries.actions.coaching import tick_prompts
from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.programmes.models import Category, Programme

EARLIER = "Key safe, sound sleep"
NEWS = (
    "The night responder now covers two more districts. We have a second winter of figures, and an "
    "ambulance trust has joined as a partner."
)


def build_carried(categories: Mapping[str, Category], at: dt.datetime) -> None:
    """Start this year's entry from last year's joint winner, by the same person, at `at`."""
    programme = next(iter(categories.values())).edition.programme
    earlier = _entry_called(EARLIER, programme)
    if earlier is None:
        return
    category, by = categories[earlier.category.name], earlier.started_by
    with frozen_at(at):
        entry = start_from_earlier(category, earlier, by=by, at=at)
        say_what_is_new(entry, NEWS, by=by, at=at)
        criterion = category.criteria.order_by("position").first()
        if criterion is not None:
            ticked = set(criterion.prompts.values_list("pk", flat=True)[:2])
            tick_prompts(entry, criterion, ticked, by=by, at=at)


def _entry_called(title: str, programme: Programme) -> Entry | None:
    for edition in programme.editions.order_by("opens_at"):
        found = edition.entries.filter(title=title).first()
        if found is not None:
            return found
    return None
