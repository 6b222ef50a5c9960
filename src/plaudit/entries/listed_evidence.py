"""The numbered evidence of an entry, as a part of a larger statement: numbers come as text, dates as ISO."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

EVIDENCE_JSON = """(SELECT json_agg(json_build_array(
    piece.id, piece.number, piece.kind, piece.title,
    CASE piece.kind
    WHEN 'measure' THEN (SELECT json_build_object(
      'unit', measure.unit, 'direction', measure.direction,
      'baseline', trim_scale(measure.baseline)::text, 'baseline_period', measure.baseline_period,
      'target', trim_scale(measure.target)::text, 'target_period', measure.target_period,
      'result', trim_scale(measure.result)::text, 'result_period', measure.result_period,
      'source', measure.source, 'series', measure.series, 'changed_on', measure.changed_on,
      'change_note', measure.change_note)
      FROM entries_measure measure WHERE measure.evidence_id = piece.id)
    WHEN 'testimonial' THEN (SELECT json_build_object(
      'words', said.words, 'name', said.name, 'role', said.role, 'organisation', said.organisation,
      'audience', said.audience, 'consented_on', said.consented_on)
      FROM entries_testimonial said WHERE said.evidence_id = piece.id)
    WHEN 'value' THEN (SELECT json_build_object(
      'period', value.period, 'months', value.months, 'assumptions', value.assumptions,
      'source', value.source,
      'lines', coalesce((SELECT json_agg(json_build_object(
          'kind', line.kind, 'description', line.description, 'hours', trim_scale(line.hours)::text,
          'rate', line.rate::text, 'amount', line.amount::text) ORDER BY line.position)
        FROM entries_valueline line WHERE line.value_id = value.id), '[]'::json))
      FROM entries_value value WHERE value.evidence_id = piece.id)
    END, piece.is_stale) ORDER BY piece.position)
  FROM entries_evidence piece WHERE piece.entry_id = entry.id AND piece.removed_at IS NULL)"""


@dataclass(frozen=True)
class EvidencePart:
    """A piece of evidence as it stands, in the order in which judges read. `details` are those of its kind.

    `is_stale`: carried over from an earlier entry, and not touched since. An attachment's details are in the
    `Attachment` whose `evidence_id` is this.
    """

    evidence_id: UUID
    number: int
    kind: str
    title: str
    details: dict[str, Any]
    is_stale: bool = False


def evidence_in(listed: list[list[Any]]) -> list[EvidencePart]:
    """Return the evidence that the database listed by `EVIDENCE_JSON`."""
    return [
        EvidencePart(UUID(key), number, kind, title, details or {}, is_stale)
        for key, number, kind, title, details, is_stale in listed
    ]
