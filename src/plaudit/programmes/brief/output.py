"""A brief as JSON values."""

from __future__ import annotations

from typing import Any

from plaudit.programmes.brief.model import Brief, BriefCategory


def brief_as_json(brief: Brief) -> dict[str, Any]:
    """The brief in the published schema, ready for `json.dumps`."""
    return {
        "categories": [_category(category) for category in brief.categories],
        "warnings": list(brief.warnings),
    }


def _category(category: BriefCategory) -> dict[str, Any]:
    return {
        "name": category.name,
        "new": category.is_new,
        "introduction": category.introduction,
        "eligibility": category.eligibility,
        "whole_entry_word_limit": category.whole_entry_word_limit,
        "sections": [
            {
                "title": section.title,
                "prompts": list(section.prompts),
                "weight": section.weight,
                "weight_unit": section.weight_unit,
                "word_limit": section.word_limit,
                "scored": section.is_scored,
            }
            for section in category.sections
        ],
        "contacts": [
            {
                "purpose": contact.purpose,
                "name": contact.name,
                "phone": contact.phone,
                "email": contact.email,
            }
            for contact in category.contacts
        ],
    }
