"""When awards are released, and what may be decided before that. Released or not is a fact of the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from plaudit.entries.models import Entry, EntryStatus
from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.programmes.models import Edition
from plaudit.results.models import Announcement, Outcome

NOT_SUBMITTED = "Only a submitted entry can be given an outcome."
TWO_WINNERS = "A category has one winner. For a shared award make each of them a joint winner."
LONE_JOINT_WINNER = "A joint winner needs another: name at least two, or make this one the winner."


def release_instant(edition: Edition) -> dt.datetime | None:
    """Return the instant set for the edition's awards; None when none is set or it was called off."""
    latest = Announcement.objects.filter(edition=edition).order_by("-number").first()
    return latest.release_at if latest else None


def is_released(edition: Edition, at: dt.datetime) -> bool:
    """Whether the edition's awards may be read by anybody at `at`. The instant itself is released."""
    released = release_instant(edition)
    return released is not None and released <= at


def may_decide(edition: Edition, at: dt.datetime) -> Verdict:
    """Whether outcomes may still be recorded: not once they have been announced."""
    if is_released(edition, at):
        return refused("These awards have been announced, so the decisions are fixed.")
    return ALLOWED


def may_correct(edition: Edition, at: dt.datetime) -> Verdict:
    """Whether announced awards can be corrected: from their release on. Until then they are decided."""
    if not is_released(edition, at):
        return refused(
            "These awards are not announced yet. Until then you can change the decisions."
        )
    return ALLOWED


def may_be_given(entry: Entry) -> Verdict:
    """Whether the entry can have an outcome at all."""
    if entry.status != EntryStatus.SUBMITTED:
        return refused(NOT_SUBMITTED)
    return ALLOWED


def outcomes_can_grow(outcomes: Sequence[str]) -> Verdict:
    """Whether the outcomes of one category can stand beside each other while decisions are being made."""
    winners = outcomes.count(Outcome.WINNER)
    if winners > 1 or (winners and Outcome.JOINT_WINNER in outcomes):
        return refused(TWO_WINNERS)
    return ALLOWED


def outcomes_are_complete(outcomes: Sequence[str]) -> Verdict:
    """Whether the outcomes of one category can be announced: one winner, or two joint winners and more."""
    if outcomes.count(Outcome.JOINT_WINNER) == 1:
        return refused(LONE_JOINT_WINNER)
    return outcomes_can_grow(outcomes)


def may_set_release(
    edition: Edition,
    release_at: dt.datetime,
    outcomes: Mapping[str, Sequence[str]],
    at: dt.datetime,
) -> Verdict:
    """Whether awards may be set to be released at `release_at`; `outcomes` maps a category's name to its own."""
    if is_released(edition, at):
        return refused("These awards have been announced already.")
    if release_at <= at:
        return refused("Choose a moment that is still to come.")
    if release_at < edition.judging_closes_at:
        closes = moment(edition.judging_closes_at, edition.zone)
        return refused(f"Judging closes at {closes}. Awards can be released from then on.")
    if not any(set(given) - {Outcome.NOT_PLACED} for given in outcomes.values()):
        return refused("No award has been decided yet, so there is nothing to announce.")
    for name, given in outcomes.items():
        verdict = outcomes_are_complete(given)
        if not verdict:
            return refused(f"{name}: {verdict.reason}")
    return ALLOWED
