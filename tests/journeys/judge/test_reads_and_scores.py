"""A judge is invited by mail, declares interests, then reads, scores and confirms."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest
from tests.journeys.judging import gives_entries_out, scores_everything

ADDRESS = "ottilie@judges.example"
NAME = "Ottilie Brandreth-Mensah"
HIDDEN_BY_THE_FOOT = """() => {
  const foot = document.querySelector(".pl-reading-room__foot");
  const parts = document.querySelectorAll("[data-criterion] input, [data-scorecard] summary, #comment");
  const isHidden = (part) => {
    part.focus();
    const [here, end] = [part, foot].map((one) => one.getBoundingClientRect());
    return here.top < end.bottom && here.bottom > end.top;
  };
  return [...parts].filter(isHidden).map((part) => part.name || part.textContent);
}"""
PANELS = ("Fair Access Award", "Well at Home Award")
SAVED = re.compile(r"Saved at \d\d:\d\d\.")


def test_an_invited_judge_reads_scores_and_confirms(somebody: Opener) -> None:
    desk = somebody()
    invites(desk)

    judge = somebody()
    accepts(judge)
    accepts_terms_and_declares(judge)

    gives_entries_out(desk)
    count = opens_the_stack(judge)
    scores_from_the_keyboard(judge)
    comes_back_to_what_was_saved(judge)
    abstains(judge)
    scores_the_rest(judge)
    confirms(judge, count - 1)


def invites(desk: Guest) -> None:
    desk.becomes("judging desk")
    desk.follows("Common Ground Awards")
    desk.follows("Judging", exact=True)
    desk.follows("Invite a judge")
    desk.writes("Name", NAME)
    desk.writes("E-mail address", ADDRESS)
    for panel in PANELS:
        desk.picks(panel, group="Which panels?")
    desk.presses("Send the invitation")
    desk.sees("The invitation is in the outbox")


def accepts(judge: Guest) -> None:
    """The mailed link asks; a button answers. The second panel needs no second sign-in."""
    judge.goes_to(judge.link_in_mail(ADDRESS, f"Would you judge {PANELS[0]}?", "/invitations/"))
    judge.is_on(f"Would you judge {PANELS[0]}?")
    judge.follows("Sign in to answer")
    judge.signs_in_by_mail(ADDRESS)
    judge.gives_name(NAME)
    judge.presses("Accept")
    judge.is_on("Before you read")
    judge.goes_to(judge.link_in_mail(ADDRESS, f"Would you judge {PANELS[1]}?", "/invitations/"))
    judge.presses("Accept")


def accepts_terms_and_declares(judge: Guest) -> None:
    judge.is_on("Before you read")
    judge.follows("Read the terms")
    judge.presses("I accept these terms")
    judge.is_on("Your interests")
    judge.presses("Continue")
    judge.sees("Enter who you work for, or tick that you do not work for an organisation.")
    judge.writes("Who do you work for?", "Thimbleby Institute of Nursing")
    judge.presses("Continue")
    says_it_is_new(judge)
    judge.is_on("Entries you should not judge")
    judge.presses("Declare")
    judge.sees("You are ready. Judging opens at")


def says_it_is_new(judge: Guest) -> None:
    judge.is_on("Which organisation do you mean?")
    judge.page.get_by_role("radio", name=re.compile("is not on the register")).check()
    judge.selects("If you add it, what kind of organisation is it?", "University or college")
    judge.presses("Continue")


def opens_the_stack(judge: Guest) -> int:
    """Return how many entries lie there."""
    judge.goes_to(judge.link_in_mail(ADDRESS, "Your entries are ready to read", "/judging/"))
    judge.is_on("Your entries to read")
    count = judge.page.locator(".pl-letter").count()
    assert count >= 3
    return count


def scores_from_the_keyboard(judge: Guest) -> None:
    """A digit scores the criterion in focus, 1 and 0 give ten, Tab goes on."""
    judge.follows("Read the next one")
    sees_whatever_has_the_focus(judge)
    judge.page.get_by_role("group", name="Purpose").get_by_role("radio").first.focus()
    judge.hits("8")
    has_score(judge, "Purpose", 8)
    judge.page.get_by_role("group", name="Results").get_by_role("radio").first.focus()
    judge.hits("1", "0")
    has_score(judge, "Results", 10)
    judge.sees(SAVED)
    for criterion, score in [("Reach", "7"), ("Worth", "6"), ("Voices", "9")]:
        judge.picks(score, group=criterion)
    judge.types("What you would tell them", "Plainly told, and the figures hold.")
    expect(judge.page.locator("[data-save-status]")).to_have_text(SAVED)


def sees_whatever_has_the_focus(judge: Guest) -> None:
    """Nothing in the scorecard that gets the focus lies behind its foot."""
    assert judge.page.evaluate(HIDDEN_BY_THE_FOOT) == []


def has_score(judge: Guest, criterion: str, score: int) -> None:
    scale = judge.page.get_by_role("group", name=criterion)
    expect(scale.get_by_label(str(score), exact=True)).to_be_checked()


def comes_back_to_what_was_saved(judge: Guest) -> None:
    judge.reloads()
    for criterion, score in [("Purpose", 8), ("Results", 10), ("Voices", 9)]:
        has_score(judge, criterion, score)
    judge.sees_in_field("What you would tell them", "Plainly told, and the figures hold.")
    title = judge.page.get_by_role("heading", level=1).inner_text()
    judge.page.get_by_role("group", name="Purpose").get_by_role("radio").nth(8).focus()
    judge.hits("n")
    expect(judge.page.get_by_role("heading", level=1)).not_to_have_text(title)
    judge.looks()


def abstains(judge: Guest) -> None:
    title = judge.page.get_by_role("heading", level=1).inner_text()
    judge.follows("I cannot judge this entry")
    judge.presses("Do not give me this entry")
    judge.sees("Say why, in a sentence.")
    judge.picks("Something else")
    judge.writes("Tell the organiser why", "I taught the person who wrote it, long ago.")
    judge.presses("Do not give me this entry")
    judge.is_on("Your entries to read")
    letter = judge.page.locator(".pl-letter").filter(has_text=title)
    expect(letter.locator(".pl-letter__state")).to_have_text("Abstained")


def scores_the_rest(judge: Guest) -> None:
    judge.follows("Read the next one")
    while judge.page.get_by_role("heading", name="Your scorecard").count():
        scores_everything(judge, 5)
        before = judge.page.url
        judge.page.get_by_role("button", name=re.compile("^Save and")).click()
        judge.leaves(before)
        judge.looks()
    judge.is_on("Your entries to read")


def confirms(judge: Guest, count: int) -> None:
    judge.follows("Check and confirm your scores")
    judge.presses(f"Confirm {count} scorecard")
    judge.sees("Everything is confirmed.")
