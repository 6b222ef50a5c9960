"""What tells rather than asks is never a prompt; what asks is never dropped."""

from __future__ import annotations

import pytest

from plaudit.programmes.brief import read_brief
from plaudit.programmes.brief.signals.statements import is_statement

PAGE = """Mentor of the Year Award

This award is for people who bring others on.

Judging criteria

Impact
- How have the people you mentor gained?

{line}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Two judges score each form and a panel meets in June.",
        "The panel has always favoured substance over show.",
        "In recent years the award has gone to small teams.",
        "Finalists will be announced in May.",
        "Could you also check whether the date clashes with Easter?",
        "Are you happy for this to go on the website?",
    ],
)
def test_the_process_the_past_and_words_to_a_colleague_tell(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "Winning entries will show how people were helped.",
        "Judges will want to see clear evidence.",
        "Winners will demonstrate lasting change.",
        "Could others copy what you did?",
        "Has the panel of residents changed your plans?",
    ],
)
def test_requests_do_not(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    "line",
    [
        "“We never expected to win, and it changed how we hire.” – Hamish Oyelaran, Cobalt Ferries",
        "“A joy to take part in, from the first form to the last dance.”\nHamish Oyelaran, director, Cobalt Ferries",
        "What last year’s winner said\n\n“How could you not enter? I was promoted within weeks.”",
    ],
)
def test_what_somebody_said_is_no_prompt(line: str) -> None:
    (category,) = read_brief(PAGE.format(line=line), filename="page.txt").categories
    prompts = [prompt for section in category.sections for prompt in section.prompts]
    assert prompts == ["How have the people you mentor gained?"]
