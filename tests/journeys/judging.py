"""What comes before any judge can read: today is moved to judging, and entries are given out."""

from __future__ import annotations

import re

from tests.journeys.guest import Guest


def gives_entries_out(desk: Guest) -> None:
    """Once judging has opened, the judging desk gives every submitted entry to its judges."""
    desk.moves_today_to("Judging")
    desk.becomes("judging desk")
    desk.follows("Common Ground Awards")
    desk.follows("Judging", exact=True)
    desk.follows("Give entries to judges")
    give_out = desk.page.get_by_role("button", name=re.compile(r"Give out \d+ readings"))
    give_out.click()
    desk.sees("Entries are given out.")
    desk.looks()


def scores_everything(judge: Guest, score: int) -> None:
    """Give every criterion of the entry at hand the same score, by its radio button."""
    for criterion in ["Purpose", "Results", "Reach", "Worth", "Voices"]:
        judge.picks(str(score), group=criterion)
