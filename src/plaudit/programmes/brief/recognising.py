"""Is this a category page at all? A page that is not one gives nothing, never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.signals.names import names_award
from plaudit.programmes.brief.signals.roles import introduces_criteria
from plaudit.programmes.brief.signals.wording import asks

_TRADE = re.compile(
    r"\b(?:awards?|prizes?|entr(?:y|ies|ants?)|nominat\w+|nominees?|judges?|judging|"
    r"judged|jury|shortlist\w*|finalists?|category|categories)\b",
    re.IGNORECASE,
)
_AWARD_WORDS = re.compile(
    r"\b(?:this|the|our) (?:award|category|prize)\b|\bjudg(?:es|ing)\b|\bentr(?:y|"
    r"ies|ants)\b|\bnominat\w+\b",
    re.IGNORECASE,
)
_OTHER_PAGES = re.compile(
    r"\b(?:personal data|data controller|privacy (?:policy|notice)|lawful basis|"
    r"notes to editors|for immediate release|ingredients|preheat|tablespoons?|tbsp|"
    r"serves \d|job description|person specification|"
    r"salary|annual leave|we(?: are|'re|’re) (?:hiring|recruiting)|cover(?:ing)? letter|(?:a|your) cv\b|"
    r"interviews will|pension contribution|season ticket loan|days['’]? holiday|full[- ]time,? permanent|"
    r"permanent,? (?:full|part)[- ]time|call for papers|abstracts? (?:should|must)|grant panel|"
    r"funding (?:application|bid|round|panel)|grants? of up to|amount requested|match funding|module code|"
    r"we have received your|(?:has|have) been (?:successfully )?(?:submitted|received)|your reference (?:number|is)|"
    r"reference number|coursework|students will|credits?: \d|method statement|pricing schedule|"
    r"motion (?:was )?carried|in attendance|action points?|minutes of the|apologies for absence|invoice|unsubscribe|"
    r"terms of use|invitation to tender|tenderers?|contract award|bidders?|agenda|"
    r"curriculum|syllabus|homework|learning outcomes)\b",
    re.IGNORECASE,
)
_OTHER_TITLES = re.compile(
    r"\b(?:tips|how to (?:write|win|enter|apply|nominate)|guide to|faqs?|frequently "
    r"asked|privacy|cookies?|terms|winners|shortlist|finalists|agenda|running order|"
    r"minutes of|survey|judges?.{0,2} (?:handbook|guide|guidance|guidelines|briefing|pack|instructions|scoresheet)|"
    r"(?:handbook|guide|guidance|instructions|briefing|notes|information) for (?:our |the )?judges|score ?sheet|"
    r"newsletter|interview|meet the|profile|case study|press release|news|blog|sponsorship|vacancy|job|recipe|"
    r"404|page not found|(?:can.?t|cannot|could not|couldn.t) find (?:that|this|the) page|"
    r"questionnaire|feedback form|evaluation form|thank(?:s| you)|confirmation|entry received|receipt)\b",
    re.IGNORECASE,
)
_PLAINLY_OTHER = re.compile(
    r"\b(?:judges?.{0,2} (?:handbook|guide|guidance|guidelines|briefing|pack|instructions|scoresheet)|"
    r"(?:handbook|guide|guidance|instructions|briefing|notes|information) for (?:our |the )?judges|score ?sheet|"
    r"tips|how to|guide to|faqs?|interview|winners|terms|privacy|minutes of)\b",
    re.IGNORECASE,
)
_WINNERS = re.compile(
    r"^\W*(?:winners?|highly commended|shortlisted|finalists?|runner.?up|gold|"
    r"silver|bronze)\b\s*[:–-]",
    re.IGNORECASE,
)


_AT_HOME = re.compile(
    r"\b(?:awards?|prizes?|medals?|troph(?:y|ies)|nominat\w+|nominees?|judges?|judged|judging|jury|categor(?:y|ies)|"
    r"winners?|shortlist\w*|finalists?|competition|entr(?:y|ies|ants?)|of the year|champion|best|gwobr)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"^\d{1,2}[.:]\d{2}\b|^\d{1,2} ?(?:am|pm)\b", re.IGNORECASE)
_NEWS_TITLE = re.compile(
    r"\b(?:wins|won|scoops?|takes home|crowned|triumphs?|picks up|lands|bags|named as|success at|revealed|"
    r"shortlisted for)\b",
    re.IGNORECASE,
)
_ADVICE_TITLE = re.compile(
    r"^(?:\w+ )?(?:ways|tips|steps|secrets|things|reasons|mistakes|lessons|rules)\b|"
    r"\b(?:(?:be|become) a judge|call for judges|judges wanted)\b|"
    r"^(?:sponsor|book|become|partner with|join|meet|apply for a grant)\b|\bwrite an? (?:\w+ )?(?:award|entry)|"
    r"\b(?:grants?|bursar(?:y|ies)|scholarships?|funding|tender|module|course|coursework|syllabus|vacancy)\b|"
    r"\bfeedback$",
    re.IGNORECASE,
)


def _whole(block: Block) -> str:
    return f"{block.ordinal} {block.text}".strip() if block.is_item else block.text


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """What the words of a whole page say for and against its being about an award's categories."""

    score: float
    introduces_criteria: bool

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> PageEvidence:
        """Weighs the words of a page."""
        text = "\n".join(block.text for block in blocks)
        score = 1.0 if _AWARD_WORDS.search(text) else 0.0
        score += min(len({match.lower() for match in _TRADE.findall(text)}), 4) * 0.5
        score -= 2 * min(len(_OTHER_PAGES.findall(text)), 3)
        score -= 2 * min(sum(bool(_WINNERS.match(block.text)) for block in blocks), 3)
        score -= 6 if any(_titles_other_page(block.text) for block in blocks[:2]) else 0
        score -= 4 if sum(bool(_TIME.match(_whole(block))) for block in blocks) >= 3 else 0
        score -= 0 if _AT_HOME.search(text) else 4
        return cls(
            score, any(introduces_criteria(block.text) for block in blocks if len(block.text) < 300)
        )


def _names_one(text: str) -> bool:
    """Whether a title ends as the name of one award does ("Grant Maker of the Year")."""
    return bool(re.search(r"\b(?:award|prize|of the year|medal|champion)\W*$", text, re.IGNORECASE))


_COPIED_ALONG = re.compile(
    r"(?:sign up|subscribe|log in|sign in|skip|cookies?|accept|menu|search|share|follow)",
    re.IGNORECASE,
)
"""How the links begin that are copied along with the top of a page."""


def _titles_other_page(text: str) -> bool:
    """Whether a title says that the page is a guide, an interview, a set of rules …"""
    if len(text) > 100 or text.endswith(".") or _COPIED_ALONG.match(text):
        return False
    if _NEWS_TITLE.search(text) or (_ADVICE_TITLE.search(text) and not _names_one(text)):
        return True
    match = _OTHER_TITLES.search(text)
    if match is None:
        return False
    return match.start() == 0 or bool(_PLAINLY_OTHER.search(text)) or not names_award(text)


def is_category(
    category: DraftCategory, page: PageEvidence, *, has_frame: bool, is_one_of_many: bool = False
) -> bool:
    """Whether what was found is enough to call this a category of an award."""
    score = page.score + _evidence(category)
    score += 1 if is_one_of_many else 0
    score += 2 if has_frame else 1.5 if page.introduces_criteria else 0
    score -= 6 if _titles_other_page(category.name) else 0
    score -= 0 if category.name else 1
    if not any(section.prompts or section.title for section in category.sections):
        return (
            bool(category.introduction)
            and score >= 5
            and (bool(category.eligibility) or has_frame)
            and names_award(category.name)
        )
    return score >= 3.5


def _evidence(category: DraftCategory) -> float:
    prompts = [prompt.text for section in category.sections for prompt in section.prompts]
    prompts += [
        section.title for section in category.sections if section.title and asks(section.title)
    ]
    asked = sum(asks(prompt) for prompt in prompts)
    measures = [section.measures for section in category.sections]
    score = 2.0 if any(measure.weight is not None for measure in measures) else 0.0
    score += (
        1
        if category.whole_entry_word_limit or any(measure.word_limit for measure in measures)
        else 0
    )
    score += min(asked, 4) * 0.5 if asked * 2 >= len(prompts) else 0
    score += 2 if names_award(category.name) else 0
    score += 1 if category.eligibility else 0
    score += (
        1.5
        if sum(bool(section.title and section.prompts) for section in category.sections) > 1
        else 0
    )
    return score
