"""A list about sending an entry in, or writing it well, gives no prompts; a list that asks for evidence does."""

from __future__ import annotations

import pytest

from plaudit.programmes.brief import read_brief
from plaudit.programmes.brief.signals.housekeeping import is_mostly_housekeeping

PAGE = """Ferry Crew of the Year

This award is for the crew that gets people home.

Judges will look for:
- How the crew looks after its passengers
- What the crew does in bad weather

{heading}
- {first}
- {second}

{link}
"""
PROMPTS = ("How the crew looks after its passengers", "What the crew does in bad weather")


@pytest.mark.parametrize("heading", ["Entry tips", "Sending your entry", "Before you send"])
@pytest.mark.parametrize(
    "items",
    [
        ("Keep a copy", "Attach no more than three photographs"),
        ("Ask a friend to read it", "Check your spelling"),
    ],
)
@pytest.mark.parametrize(
    "link", ["< Back to categories", "Next: Port of the Year", "Previous page: 3. Harbour Master"]
)
def test_housekeeping_and_links_give_no_prompts(
    heading: str, items: tuple[str, str], link: str
) -> None:
    page = PAGE.format(heading=heading, first=items[0], second=items[1], link=link)
    (category,) = read_brief(page).categories
    assert [section.prompts for section in category.sections] == [PROMPTS]


@pytest.mark.parametrize(
    "items",
    [
        ("Attach a letter of support", "Describe the plan", "Explain what changed"),
        ("Show how you keep people safe", "Provide figures"),
        ("Keep a copy",),
    ],
)
def test_requests_are_not_housekeeping(items: tuple[str, ...]) -> None:
    assert not is_mostly_housekeeping(items)


@pytest.mark.parametrize(
    "line",
    [
        "Entries of up to 500 words.",
        "Your entry should be no longer than 500 words.",
        "You have 500 words in total.",
        "The total length is 500 words.",
        "Maximum submission length: 500 words",
        "The narrative must not exceed 500 words.",
        "Statements of up to 500 words are welcome.",
        "Limit: 500 words",
        "Entries of up to 500 words for each category, please.",
    ],
)
def test_limits_of_the_whole_entry_in_many_wordings(line: str) -> None:
    page = PAGE.format(heading="Tips", first="Be clear", second="Be brief", link="")
    (category,) = read_brief(page.replace("\nTips", f"\n{line}\n\nTips")).categories
    assert category.whole_entry_word_limit == 500
    assert [(section.prompts, section.word_limit) for section in category.sections] == [
        (PROMPTS, None)
    ]
