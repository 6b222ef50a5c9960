"""The words of the page on which a judge makes their scores final."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from plaudit.judging.models import Judge, Round
from plaudit.judging.queries import Letter
from plaudit.judging.rules import is_open
from plaudit.judging.states import LetterState
from plaudit.kit.dates import moment
from plaudit.sites.judge.pages.stack import STATES

UNFINISHED = {LetterState.UNREAD, LetterState.IN_PROGRESS}


@dataclass(frozen=True, slots=True)
class ConfirmedRow:
    title: str
    address: str
    category: str
    total: str
    state: str


@dataclass(frozen=True, slots=True)
class ConfirmationPage:
    """`missing` and `rows` are the entries in the judge's order; `can_confirm` when nothing is missing.

    `advice` says what to do about what is missing: nothing, once judging has closed.
    """

    title: str
    state: str
    advice: str
    missing_caption: str
    missing: list[ConfirmedRow]
    rows: list[ConfirmedRow]
    can_confirm: bool
    number: int
    address: str
    back: str


def confirmation_page(
    judge: Judge,
    round_: Round,
    letters: list[Letter],
    totals: Mapping[UUID, int],
    at: dt.datetime,
) -> ConfirmationPage:
    """Return what the judge is about to confirm."""
    verdict = is_open(round_, judge.edition, at)
    unfinished = UNFINISHED if verdict else UNFINISHED | {LetterState.SCORED}
    missing = [letter for letter in letters if letter.state in unfinished]
    ready = [letter for letter in letters if letter.state == LetterState.SCORED]
    has_several = len({letter.category for letter in letters}) > 1
    return ConfirmationPage(
        title="Check and confirm your scores" if verdict else "Your scores",
        advice="Score each of these on every criterion, or say that you cannot judge it."
        if verdict
        else "",
        missing_caption="Still to do" if verdict else "Not confirmed, and not counted",
        state=verdict.reason or _state(judge, round_, len(missing), len(ready)),
        missing=[_row(letter, totals, with_category=has_several) for letter in missing],
        rows=[
            _row(letter, totals, with_category=has_several)
            for letter in letters
            if letter not in missing
        ],
        can_confirm=bool(verdict and ready and not missing),
        number=len(ready),
        address=reverse("judge_confirmation", args=[judge.pk]),
        back=reverse("judge_stack", args=[judge.pk]),
    )


def _state(judge: Judge, round_: Round, missing: int, ready: int) -> str:
    closes = moment(round_.closes_at, judge.edition.zone)
    if missing:
        entries = "1 entry still needs" if missing == 1 else f"{missing} entries still need"
        return f"{entries} you before you can confirm. Judging closes at {closes}."
    if ready:
        return f"Only confirmed scores count. You can confirm until {closes}."
    return "Everything is confirmed. There is nothing left for you to do."


def _row(letter: Letter, totals: Mapping[UUID, int], *, with_category: bool) -> ConfirmedRow:
    state = STATES[letter.state]
    if letter.state in UNFINISHED:
        state = f"{letter.filled} of {letter.required} scores"
    is_counted = letter.state in {LetterState.SCORED, LetterState.CONFIRMED}
    return ConfirmedRow(
        title=letter.title,
        address=reverse("judge_entry", args=[letter.assignment]),
        category=letter.category if with_category else "",
        total=f"{totals.get(letter.assignment, 0)} of {10 * letter.required}" if is_counted else "",
        state=state,
    )
