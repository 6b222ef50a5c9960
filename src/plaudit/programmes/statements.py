"""The statements behind the public pages that most people open first, by hand."""

from __future__ import annotations

from plaudit.kit.rows import Columns, Row
from plaudit.programmes.models import Category, CategoryGroup, Edition, Programme

EDITION = Columns(Edition, "edition")
PROGRAMME = Columns(Programme, "programme")
CATEGORY = Columns(Category, "category", omit=("source_text",))
GROUP = Columns(CategoryGroup, "the_group")

PUBLISHED_EDITION = f"""
SELECT {EDITION.listed}, {PROGRAMME.listed} FROM programmes_edition edition
JOIN programmes_programme programme ON programme.id = edition.programme_id
WHERE programme.slug = %s AND edition.slug = %s AND edition.published_at IS NOT NULL
"""  # noqa: S608 - names of columns alone

PUBLISHED_FORM = f"""
SELECT {CATEGORY.listed}, {GROUP.listed},
  (SELECT json_agg(question.text ORDER BY question.position)
   FROM programmes_eligibilityquestion question WHERE question.category_id = category.id),
  (SELECT json_agg(json_build_array(
     criterion.name, asked.word_limit, asked.weight::text, asked.weight_unit, asked.is_scored,
     ARRAY(SELECT prompt.text FROM programmes_prompt prompt
           WHERE prompt.criterion_id = asked.id ORDER BY prompt.position)) ORDER BY asked.position)
   FROM programmes_categorycriterion asked
   JOIN programmes_criterion criterion ON criterion.id = asked.criterion_id
   WHERE asked.category_id = category.id),
  (SELECT json_agg(json_build_array(anchor.value, anchor.meaning) ORDER BY anchor.value)
   FROM programmes_scoreanchor anchor WHERE anchor.edition_id = category.edition_id)
FROM programmes_category category
LEFT JOIN programmes_categorygroup the_group ON the_group.id = category.group_id
WHERE category.edition_id = %s AND category.slug = %s AND category.published_at IS NOT NULL
"""  # noqa: S608


def edition_in(row: Row) -> Edition:
    """Return the edition of a row of PUBLISHED_EDITION with its programme."""
    edition = EDITION.read(row)
    edition.programme = PROGRAMME.read(row, EDITION.width)
    return edition


def category_in(row: Row, edition: Edition) -> Category:
    """Return the category of a row of PUBLISHED_FORM with its edition and group."""
    category = CATEGORY.read(row)
    category.edition = edition
    if category.group_id is not None:
        category.group = GROUP.read(row, CATEGORY.width)
    return category
