"""Which judges may read: terms accepted, and interests declared since they last joined a panel."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from plaudit.judging.models import InterestDeclaration, Judge, JudgeInvitation, TermsAcceptance


def readiness_of(judge: str = "pk") -> dict[str, Any]:
    """Return annotations of the outer row's judge: `has_accepted_terms`, `declared_at` and `joined_panel_at`."""
    declared = InterestDeclaration.objects.filter(judge=OuterRef(judge)).order_by("-declared_at")
    joined = (
        JudgeInvitation.objects.filter(judge=OuterRef(judge))
        .order_by()
        .values("judge")
        .annotate(last=Max("accepted_at"))
    )
    return {
        "has_accepted_terms": Exists(TermsAcceptance.objects.filter(judge=OuterRef(judge))),
        "declared_at": Subquery(declared.values("declared_at")[:1]),
        "joined_panel_at": Subquery(joined.values("last")),
    }


IS_READY = Q(has_accepted_terms=True, declared_at__isnull=False) & (
    Q(joined_panel_at__isnull=True) | Q(declared_at__gte=F("joined_panel_at"))
)


def with_readiness(judges: QuerySet[Judge]) -> QuerySet[Judge]:
    """Annotate each judge with what `readiness_of` names (dates may be None) and `is_ready`."""
    return judges.annotate(**readiness_of()).annotate(is_ready=IS_READY)
