"""Which judges may read: terms accepted, and interests declared since they last joined a panel."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, Q, QuerySet

from plaudit.judging.models import Judge
from plaudit.judging.queries.facts import HasAcceptedTerms, LastDeclared, LastJoinedPanel


def readiness_of(judge: str = "pk") -> dict[str, Any]:
    """Return annotations of a judge: `has_accepted_terms`, `declared_at` and `joined_panel_at`."""
    return {
        "has_accepted_terms": HasAcceptedTerms(judge),
        "declared_at": LastDeclared(judge),
        "joined_panel_at": LastJoinedPanel(judge),
    }


IS_READY = Q(has_accepted_terms=True, declared_at__isnull=False) & (
    Q(joined_panel_at__isnull=True) | Q(declared_at__gte=F("joined_panel_at"))
)


def is_ready(
    *,
    has_accepted_terms: bool,
    declared_at: dt.datetime | None,
    joined_panel_at: dt.datetime | None,
) -> bool:
    """Return what `IS_READY` asks of the database, of what `readiness_of` fetched."""
    if not has_accepted_terms or declared_at is None:
        return False
    return joined_panel_at is None or declared_at >= joined_panel_at


def with_readiness(judges: QuerySet[Judge]) -> QuerySet[Judge]:
    """Annotate each judge with what `readiness_of` names (dates may be None) and `is_ready`."""
    return judges.annotate(**readiness_of()).annotate(is_ready=IS_READY)
