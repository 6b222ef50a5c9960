"""The words of a judge's page while there is nothing to read: what to do first, and when it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from plaudit.judging.models import Judge, Round
from plaudit.kit.dates import moment


@dataclass(frozen=True, slots=True)
class WelcomePage:
    """`tasks` are for the task list; `action` is (text, address) of what is next, or None."""

    state: str
    tasks: list[dict[str, Any]]
    action: tuple[str, str] | None


def welcome_page(judge: Judge, round_: Round | None) -> WelcomePage:
    """Return the page of a judge who cannot read yet."""
    edition = judge.edition
    opens_at = round_.opens_at if round_ else edition.judging_opens_at
    closes_at = round_.closes_at if round_ else edition.judging_closes_at
    has_terms, is_ready = judge.has_accepted_terms, judge.is_ready  # type: ignore[attr-defined]
    terms, interests = (
        reverse(name, args=[judge.pk]) for name in ("judge_terms", "judge_interests")
    )
    done = has_terms and is_ready
    state = (
        f"You are ready. Judging opens at {moment(opens_at, edition.zone)}."
        if done
        else "Two things to do before you can read. They take about five minutes."
    )
    action = None
    if not has_terms:
        action = ("Read the terms", terms)
    elif not is_ready:
        action = ("Declare your interests", interests)
    return WelcomePage(
        state=state,
        tasks=[
            {
                "text": "Accept the terms of judging",
                "href": terms,
                "status": "Done" if has_terms else "To do",
            },
            {
                "text": "Declare your interests",
                "href": interests if has_terms else "",
                "hint": "So that you are not given an entry you could not judge fairly.",
                "status": _interests_status(judge, has_terms=has_terms, is_ready=is_ready),
            },
            {
                "text": "Read and score your entries",
                "hint": f"From {moment(opens_at, edition.zone)} to {moment(closes_at, edition.zone)}.",
                "status": "Not open yet" if done else "Cannot start yet",
            },
        ],
        action=action,
    )


def _interests_status(judge: Judge, *, has_terms: bool, is_ready: bool) -> str:
    if is_ready:
        return "Done"
    if has_terms and judge.declared_at is not None:  # type: ignore[attr-defined]
        return "To do again: you have joined another panel"
    return "To do" if has_terms else "Cannot start yet"
