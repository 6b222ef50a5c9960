"""Hard-wrapped lines are joined; lines that only follow one another are not."""

from __future__ import annotations

from plaudit.programmes.brief import read_brief
from plaudit.programmes.brief.extract.text import read_text

WRAPPED = """\
This award is for a team that has looked after a river and the people who
live beside it, through floods and droughts and everything in between, for
long enough to see the difference.

* Describe what the river was like before the work began, and how the
  co-opera-
  tion started.
* What lives in it now?
"""


def test_wrapped_lines_become_one_paragraph_or_item() -> None:
    texts = [block.text for block in read_text(WRAPPED).blocks]
    assert len(texts) == 3
    assert texts[0].endswith("to see the difference.")
    assert texts[1].endswith("how the co-operation started.")


def test_prompts_on_lines_of_their_own_stay_apart() -> None:
    page = (
        "Best River\n\nImpact\n"
        "How has the work changed the lives of people who live near the river?\n"
        "What would have happened to the wildlife of the valley without the work?\n"
        "Describe the support that local organisations have given to the project.\n"
    )
    (category,) = read_brief(page).categories
    (section,) = category.sections
    assert len(section.prompts) == 3
