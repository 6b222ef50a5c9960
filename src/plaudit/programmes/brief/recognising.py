"""Is this a category page at all? A page that is not one gives nothing, never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.signals.names import names_award
from plaudit.programmes.brief.signals.roles import introduces_criteria
from plaudit.programmes.brief.signals.wording import asks

_TRADE = re.compile(r"\b(?:awards?|prizes?|entr(?:y|ies|ants?)|nominat\w+|nominees?|judges?|judging|judged|jury|shortlist\w*|finalists?|category|categories)\b", re.I)
_AWARD_WORDS = re.compile(r"\b(?:this|the|our) (?:award|category|prize)\b|\bjudg(?:es|ing)\b|\bentr(?:y|ies|ants)\b|\bnominat\w+\b", re.I)
_OTHER_PAGES = re.compile(
    r"\b(?:personal data|data controller|privacy (?:policy|notice)|lawful basis|notes to editors|for immediate release|ingredients|preheat|tablespoons?|tbsp|serves \d|job description|person specification|"
    r"salary|annual leave|minutes of the|apologies for absence|invoice|unsubscribe|terms of use|invitation to tender|tenderers?|contract award|bidders?|agenda|curriculum|syllabus|homework|learning outcomes)\b",
    re.I,
)
_OTHER_TITLES = re.compile(
    r"\b(?:tips|how to (?:write|win|enter|apply|nominate)|guide to|faqs?|frequently asked|privacy|cookies?|terms|winners|shortlist|finalists|agenda|running order|minutes|survey|"
    r"newsletter|press release|news|blog|sponsorship|vacancy|job|recipe|questionnaire|feedback form|evaluation form)\b",
    re.I,
)
_WINNERS = re.compile(r"^\W*(?:winners?|highly commended|shortlisted|finalists?|runner.?up|gold|silver|bronze)\b\s*[:–-]", re.I)


def is_category(category: DraftCategory, blocks: Sequence[Block], *, has_frame: bool) -> bool:
    """Whether what was found is enough to call this a category of an award."""
    text = "\n".join(block.text for block in blocks)
    score = _evidence(category, text, has_frame=has_frame)
    score -= 2 * min(len(_OTHER_PAGES.findall(text)), 3)
    opening = [category.name, *(block.text for block in blocks[:2])]
    score -= 6 if any(_OTHER_TITLES.search(line) for line in opening if len(line) < 100) else 0
    score -= 2 * min(sum(bool(_WINNERS.match(block.text)) for block in blocks), 3)
    if not any(section.prompts or section.title for section in category.sections):
        return bool(category.introduction) and score >= 5 and bool(category.eligibility) and names_award(category.name)
    return score >= 3.5


def _evidence(category: DraftCategory, text: str, *, has_frame: bool) -> float:
    prompts = [prompt.text for section in category.sections for prompt in section.prompts]
    prompts += [section.title for section in category.sections if section.title and asks(section.title)]
    asked = sum(asks(prompt) for prompt in prompts)
    score = 2.0 if has_frame else 0.0
    score += 2 if any(section.measures.weight is not None for section in category.sections) else 0
    score += 1 if any(section.measures.word_limit for section in category.sections) or category.whole_entry_word_limit else 0
    score += min(asked, 4) * 0.5 if asked * 2 >= len(prompts) else 0
    score += 2 if names_award(category.name) else 0
    score += 1 if category.eligibility else 0
    score += 1.5 if sum(bool(section.title and section.prompts) for section in category.sections) > 1 else 0
    score += 1.5 if not has_frame and any(introduces_criteria(line) for line in text.split("\n") if len(line) < 300) else 0
    score += 1 if _AWARD_WORDS.search(text) else 0
    score += min(len(set(match.lower() for match in _TRADE.findall(text))), 4) * 0.5
    return score
