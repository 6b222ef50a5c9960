"""What must hold of decisions and announcements, whatever happened: one sentence for each breach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from django.db.models import CharField, Exists, F, OuterRef, Subquery
from django.db.models.functions import Cast

from plaudit.entries.models import EntryStatus
from plaudit.kit.clock import now
from plaudit.messages.models import OutboxMessage
from plaudit.results.models import Announcement, Correction, Decision
from plaudit.results.queries import current_decisions, released_decisions
from plaudit.results.rules import outcomes_are_complete, outcomes_can_grow

# A slug alone names no category: each edition may have its own of that name.
NAMED_OUTCOME = ("entry__category__slug", "entry__category_id", "outcome")


def categories_have_one_winner_or_several_joint_winners() -> Iterator[str]:
    outcomes: dict[str, list[str]] = defaultdict(list)
    for slug, category, outcome in current_decisions().values_list(*NAMED_OUTCOME):
        outcomes[f"{slug} ({category})"].append(outcome)
    for name, given in outcomes.items():
        verdict = outcomes_can_grow(given)
        if not verdict:
            yield f"Category {name}: {verdict.reason}"


def released_categories_can_stand() -> Iterator[str]:
    outcomes: dict[str, list[str]] = defaultdict(list)
    for slug, category, outcome in released_decisions(now()).values_list(*NAMED_OUTCOME):
        outcomes[f"{slug} ({category})"].append(outcome)
    for name, given in outcomes.items():
        verdict = outcomes_are_complete(given)
        if not verdict:
            yield f"Released category {name}: {verdict.reason}"


def nothing_is_decided_after_release() -> Iterator[str]:
    """A decision that is dated after the release of its edition, and is not a correction."""
    latest = Announcement.objects.filter(edition=OuterRef("entry__edition")).order_by("-number")
    decided = Decision.objects.filter(correction=None)
    late = decided.annotate(released_at=Subquery(latest.values("release_at")[:1])).filter(
        decided_at__gte=F("released_at"), released_at__lte=now()
    )
    for decision in late:
        yield f"Decision {decision.pk} was recorded after its awards were released."


def corrections_follow_the_release_and_say_what_they_replace() -> Iterator[str]:
    """A correction dated before the release, of another decision than the one before it, or unmailed."""
    latest = Announcement.objects.filter(edition=OuterRef("decision__entry__edition"))
    told = OutboxMessage.objects.filter(
        kind="result_corrected", cause=Cast(OuterRef("decision"), CharField(max_length=120))
    )
    found = Correction.objects.select_related("decision", "replaced").annotate(
        released_at=Subquery(latest.order_by("-number").values("release_at")[:1]),
        is_told=Exists(told),
    )
    for correction in found:
        decision, replaced = correction.decision, correction.replaced
        if correction.released_at is None or decision.decided_at < correction.released_at:
            yield f"Correction {correction.pk} was made before its awards were released."
        follows = (decision.entry_id, decision.number - 1)
        before = (replaced.entry_id, replaced.number) if replaced else (decision.entry_id, 0)
        if before != follows:
            yield f"Correction {correction.pk} does not replace the decision before it."
        if not correction.is_told:
            yield f"Correction {correction.pk} was told to nobody of its entry."


def no_draft_was_decided_upon() -> Iterator[str]:
    for decision in Decision.objects.filter(entry__status=EntryStatus.DRAFT):
        yield f"Entry {decision.entry_id} has a decision and was never submitted."


def no_result_mail_before_release() -> Iterator[str]:
    """A result mail made before the instant of its entry's edition."""
    released = {
        str(entry): released_at
        for entry, released_at in Announcement.objects.order_by("number").values_list(
            "edition__entries", "release_at"
        )
    }
    for message in OutboxMessage.objects.filter(kind="result"):
        instant = released.get(message.cause)
        if instant is None or message.created_at < instant:
            yield f"Result mail {message.pk} was queued before its awards were released."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    categories_have_one_winner_or_several_joint_winners,
    released_categories_can_stand,
    nothing_is_decided_after_release,
    corrections_follow_the_release_and_say_what_they_replace,
    no_draft_was_decided_upon,
    no_result_mail_before_release,
]
