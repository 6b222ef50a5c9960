"""From drafts to the result: sections put in order, limits settled, warnings written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.draft import DraftCategory, DraftSection
from plaudit.programmes.brief.model import BriefCategory, BriefContact, BriefSection


def finish_category(draft: DraftCategory, criterion_names: Sequence[str]) -> BriefCategory:
    """The category as handed back; its sections keep the draft's order."""
    sections = tuple(_section(section, draft.limit_for_each) for section in draft.sections)
    if len(sections) == 1 and sections[0].word_limit == draft.whole_entry_word_limit:
        sections = (replace(sections[0], word_limit=None),)
    untitled = sections and all(section.title is None for section in sections)
    is_offered = untitled and len(sections) > 1 and len(criterion_names) == len(sections)
    return BriefCategory(
        name=draft.name,
        is_new=draft.is_new,
        introduction="\n\n".join(block.text for block in draft.introduction),
        eligibility="\n\n".join(draft.eligibility) or None,
        whole_entry_word_limit=draft.whole_entry_word_limit,
        sections=sections,
        contacts=_distinct(draft.contacts),
        offered_titles=tuple(criterion_names) if is_offered else (),
    )


def _section(draft: DraftSection, limit_for_each: int | None) -> BriefSection:
    measures = draft.measures
    limit = sum(draft.limit_lines) if len(draft.limit_lines) > 1 else measures.word_limit
    if limit is None and draft.prompt_limits:
        limit = sum(draft.prompt_limits)
    return BriefSection(
        title=draft.title,
        prompts=tuple(prompt.text for prompt in draft.prompts),
        weight=measures.weight,
        weight_unit=measures.weight_unit,
        word_limit=limit if limit is not None else limit_for_each,
        is_scored=measures.is_scored,
    )


def _distinct(contacts: Sequence[BriefContact]) -> tuple[BriefContact, ...]:
    return tuple(dict.fromkeys(contacts))


def category_warnings(category: BriefCategory, draft: DraftCategory) -> list[str]:
    """What the organiser should look at, in plain sentences."""
    name = category.name or "The category"
    found = []
    if not category.name:
        found.append("The page does not say what the category is called.")
    if not category.sections:
        found.append(f"{name}: no criteria were found.")
    if not category.introduction:
        found.append(f"{name}: no introduction was found.")
    found.extend(_title_warnings(category, name))
    found.extend(_weight_warnings(category.sections, name))
    found.extend(_limit_warnings(draft, name))
    return found


def _title_warnings(category: BriefCategory, name: str) -> list[str]:
    untitled = [section for section in category.sections if section.title is None]
    if len(category.sections) < 2 or not untitled:
        return []
    if category.offered_titles:
        names = ", ".join(category.offered_titles)
        return [
            (
                f"{name}: the page gives no headings for its {len(untitled)} groups of prompts. "
                f"The edition’s criteria are offered in order: {names}. Check that they fit."
            )
        ]
    return [
        (
            f"{name}: {len(untitled)} of {len(category.sections)} groups of prompts have no heading. "
            "Give each a criterion."
        )
    ]


def _weight_warnings(sections: Sequence[BriefSection], name: str) -> list[str]:
    scored = [section for section in sections if section.is_scored]
    weighted = [section for section in scored if section.weight is not None]
    if not weighted:
        return []
    found = []
    if len(weighted) < len(scored):
        found.append(
            f"{name}: {len(scored) - len(weighted)} of {len(scored)} scored sections have no weight."
        )
    if len({section.weight_unit for section in weighted}) > 1:
        found.append(f"{name}: the weights mix percentages, points and plain numbers.")
    total = sum(section.weight or 0 for section in weighted)
    if all(section.weight_unit == "percent" for section in weighted) and abs(total - 100) > 0.5:
        found.append(f"{name}: the weights add up to {total:g}%, not 100%.")
    return found


def _limit_warnings(draft: DraftCategory, name: str) -> list[str]:
    found = []
    if any(
        measures.has_character_limit
        for section in draft.sections
        for _, measures in section.measured
    ):
        found.append(f"{name}: a limit is given in characters; only limits in words are kept.")
    for number, section in enumerate(draft.sections, 1):
        limits = (
            section.limit_lines
            if len(section.limit_lines) > 1
            else section.prompt_limits
            if section.measures.word_limit is None
            else []
        )
        if len(limits) > 1:
            title = f"“{section.title}”" if section.title else f"section {number}"
            found.append(
                f"{name}: the prompts of {title} have limits of their own; their sum, {sum(limits):,} words, is kept."
            )
    return found
