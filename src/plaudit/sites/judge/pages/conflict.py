"""The words for two versions of one scorecard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from plaudit.judging.models import Assignment, Score, Scorecard
from plaudit.kit.identifiers import new_identifier
from plaudit.programmes.models import CategoryCriterion
from plaudit.sites.judge.forms.scorecard import Filled
from plaudit.sites.judge.pages.scorecard import comment_field, score_field


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """`rows` are (what, stored, typed) where the two differ; `fields` send the typed version again."""

    saved_at: str
    rows: list[tuple[str, str, str]]
    fields: list[tuple[str, str]]
    version: int
    key: UUID


def stored_fields(card: Scorecard, scores: Mapping[UUID, Score]) -> dict[str, str]:
    """Return the stored scorecard as the fields of its form."""
    fields = {"comment": card.comment}
    for criterion, score in scores.items():
        fields[comment_field(criterion)] = score.comment
        if score.value is not None:
            fields[score_field(criterion)] = str(score.value)
    return fields


def conflict_page(
    assignment: Assignment,
    card: Scorecard,
    scores: Mapping[UUID, Score],
    filled: Filled,
    saved_at: str,
) -> ConflictPage:
    """Return what is stored beside what was typed, and the fields that would store what was typed."""
    stored = stored_fields(card, scores)
    typed = {"comment": filled.comment}
    for criterion, (value, comment) in filled.scores.items():
        typed[comment_field(criterion)] = comment
        if value is not None:
            typed[score_field(criterion)] = str(value)
    labels = _labels(assignment.entry.category.criteria.select_related("criterion"))
    return ConflictPage(
        saved_at=saved_at,
        rows=[
            (label, stored.get(name, "") or "Nothing", typed.get(name, "") or "Nothing")
            for name, label in labels.items()
            if stored.get(name, "") != typed.get(name, "")
        ],
        fields=list(typed.items()),
        version=card.version,
        key=new_identifier(),
    )


def _labels(criteria: Iterable[CategoryCriterion]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for criterion in criteria:
        labels[score_field(criterion.pk)] = criterion.name
        labels[comment_field(criterion.pk)] = f"Comment on {criterion.name}"
    return labels | {"comment": "What you would tell them"}
