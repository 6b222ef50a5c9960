"""A judge whose browser runs no scripts reads, scores and confirms all the same."""

from __future__ import annotations

import re

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest
from tests.journeys.judging import gives_entries_out, scores_everything


def test_a_stack_is_scored_with_buttons_alone(somebody: Opener) -> None:
    gives_entries_out(somebody())
    judge = somebody(scripts=False)
    judge.becomes("judge without a conflict")
    judge.follows("Common Ground Awards")
    count = judge.page.locator(".pl-letter").count()
    assert count > 1

    judge.follows("Read the next one")
    saves_in_the_middle(judge)
    judge.presses("Save and")
    for _ in range(count - 1):
        scores_everything(judge, 7)
        judge.presses("Save and")
    judge.is_on("Your entries to read")
    judge.sees("All scored. Confirm your scores by")

    confirms(judge, count)


def saves_in_the_middle(judge: Guest) -> None:
    """Half a scorecard can be saved and come back to; what is saved is there after a reload."""
    judge.picks("4", group="Purpose")
    judge.opens("Comment on Purpose")
    judge.writes("Comment on Purpose", "The baseline is plain.")
    judge.presses("Save", exact=True)
    judge.sees(re.compile(r"Saved at \d\d:\d\d"))
    judge.reloads()
    judge.sees_in_field("Comment on Purpose", "The baseline is plain.")
    scores_everything(judge, 6)


def confirms(judge: Guest, count: int) -> None:
    judge.follows("Check and confirm your scores")
    judge.sees("Only confirmed scores count.")
    judge.presses(f"Confirm {count} scorecards")
    judge.sees("Everything is confirmed.")
