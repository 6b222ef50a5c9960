"""The words of a judge's stack of entries."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse

from plaudit.judging.models import Judge, Round
from plaudit.judging.queries import Letter, next_unread
from plaudit.judging.rules import is_open
from plaudit.judging.states import LetterState
from plaudit.kit.dates import moment

PAGE_SIZE = 50
SEARCHABLE_FROM = 8
STATES = {
    LetterState.UNREAD: "Unread",
    LetterState.IN_PROGRESS: "Begun",
    LetterState.SCORED: "Scored",
    LetterState.CONFIRMED: "Confirmed",
    LetterState.ABSTAINED: "Abstained",
}
DONE = {LetterState.SCORED, LetterState.CONFIRMED, LetterState.ABSTAINED}


@dataclass(frozen=True, slots=True)
class StackRequest:
    """What the address asks for: a state or none, words to look for, a page."""

    state: LetterState | None = None
    words: str = ""
    page: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> StackRequest:
        state = query.get("state", "")
        return cls(
            state=LetterState(state) if state in list(LetterState) else None,
            words=" ".join(query.get("q", "").split())[:100],
            page=query.get("page", ""),
        )


@dataclass(frozen=True, slots=True)
class ShownLetter:
    title: str
    organisations: str
    category: str
    state: str
    time: str
    is_done: bool
    address: str


@dataclass(frozen=True, slots=True)
class StackPage:
    """`filters` are (text, address, is_current); `next_unread` and `confirm` addresses or empty.

    What is done lies at the bottom.
    """

    state: str
    done: int
    total: int
    progress: str
    takes_scores: bool
    filters: list[tuple[str, str, bool]]
    asked: StackRequest
    is_searchable: bool
    page: Page[Letter]
    query: str
    letters: list[ShownLetter]
    nothing: str
    next_unread: str
    confirm: str
    can_confirm: bool
    interests: str
    address: str


def stack_page(
    judge: Judge, round_: Round, letters: list[Letter], asked: StackRequest, at: dt.datetime
) -> StackPage:
    """Return the stack as the address asks for it."""
    found = sorted(
        (letter for letter in letters if _is_asked_for(letter, asked)),
        key=lambda letter: letter.state in DONE,
    )
    shown = Paginator(found, PAGE_SIZE).get_page(asked.page)
    counts = Counter(letter.state for letter in letters)
    done = sum(counts[state] for state in DONE)
    takes_scores = bool(is_open(round_, judge.edition, at))
    coming = next_unread(letters)
    has_several = len({letter.category for letter in letters}) > 1
    return StackPage(
        state=_state(judge, round_, counts, done, takes_scores=takes_scores),
        done=done,
        total=len(letters),
        progress=_progress(letters, done, takes_scores=takes_scores),
        takes_scores=takes_scores,
        filters=_filters(counts, len(letters), asked),
        asked=asked,
        is_searchable=len(letters) >= SEARCHABLE_FROM,
        page=shown,
        query=_query(asked.state, asked.words),
        letters=[_shown(letter, with_category=has_several) for letter in shown],
        nothing="" if found else _nothing(letters),
        next_unread=reverse("judge_entry", args=[coming.assignment])
        if coming and takes_scores
        else "",
        confirm=reverse("judge_confirmation", args=[judge.pk]) if letters else "",
        can_confirm=takes_scores and done == len(letters) and counts[LetterState.SCORED] > 0,
        interests=reverse("judge_interests", args=[judge.pk]),
        address=reverse("judge_stack", args=[judge.pk]),
    )


def _is_asked_for(letter: Letter, asked: StackRequest) -> bool:
    if asked.state is not None and letter.state != asked.state:
        return False
    text = " ".join((letter.title, letter.category, *letter.organisations)).casefold()
    return all(word in text for word in asked.words.casefold().split())


def _state(
    judge: Judge, round_: Round, counts: Counter[LetterState], done: int, *, takes_scores: bool
) -> str:
    closes = moment(round_.closes_at, judge.edition.zone)
    total = counts.total()
    if not takes_scores:
        lost = total - counts[LetterState.CONFIRMED] - counts[LetterState.ABSTAINED]
        note = f" {lost} not confirmed, and not counted." if lost else " Thank you."
        return f"Judging closed at {closes}.{note}"
    if total and counts[LetterState.CONFIRMED] + counts[LetterState.ABSTAINED] == total:
        return "Everything is confirmed. Thank you: there is nothing left for you to do."
    if total and done == total:
        return f"All scored. Confirm your scores by {closes}: only confirmed scores count."
    return f"You can read and score until {closes}."


def _progress(letters: list[Letter], done: int, *, takes_scores: bool) -> str:
    text = f"{done} of {len(letters)} scored"
    minutes = sum(letter.minutes for letter in letters if letter.state not in DONE)
    return (
        f"{text}, about {_duration(minutes)} of reading left" if minutes and takes_scores else text
    )


def _duration(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    hours = round(minutes / 30) / 2
    return f"{hours:g} hour{'' if hours == 1 else 's'}"


def _filters(
    counts: Counter[LetterState], total: int, asked: StackRequest
) -> list[tuple[str, str, bool]]:
    everything = (f"All {total}", f"?{_query(None, asked.words)}", asked.state is None)
    return [everything] + [
        (f"{name} {counts[state]}", f"?{_query(state, asked.words)}", asked.state == state)
        for state, name in STATES.items()
        if counts[state] or asked.state == state
    ]


def _query(state: LetterState | None, words: str) -> str:
    parts = {"state": state.value if state else "", "q": words}
    return urlencode({name: value for name, value in parts.items() if value})


def _shown(letter: Letter, *, with_category: bool) -> ShownLetter:
    state = STATES[letter.state]
    if letter.state == LetterState.IN_PROGRESS:
        state = f"Begun: {letter.filled} of {letter.required}"
    minutes = letter.minutes
    return ShownLetter(
        title=letter.title,
        organisations=in_a_row(letter.organisations),
        category=letter.category if with_category else "",
        state=state,
        time=f"{minutes} minute{'' if minutes == 1 else 's'} to read",
        is_done=letter.state in DONE,
        address=reverse("judge_entry", args=[letter.assignment]),
    )


def in_a_row(names: tuple[str, ...] | list[str]) -> str:
    """Return "A", "A with B" or "A with B, C and D"."""
    if len(names) < 2:
        return "".join(names)
    others = list(names[1:])
    row = " and ".join([", ".join(others[:-1]), others[-1]] if len(others) > 1 else others)
    return f"{names[0]} with {row}"


def _nothing(letters: list[Letter]) -> str:
    if letters:
        return "Nothing here matches. Show all to see every entry."
    return "You will have a mail as soon as entries are ready for you."
