"""What must hold of judging, whatever happened. Each yields a sentence for every breach."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Exists, F, OuterRef, Q

from plaudit.judging.models import (
    Assignment,
    InterestDeclaration,
    Judge,
    JudgeInvitation,
    PanelMember,
    Score,
    Scorecard,
)
from plaudit.judging.queries.assignments import conflicted_assignments
from plaudit.programmes.models import CategoryCriterion


def nobody_judges_in_conflict() -> Iterator[str]:
    """A conflict that came about late is recused within a minute; pages hide the entry at once."""
    for assignment in conflicted_assignments():
        yield f"Assignment {assignment.pk} is in conflict and not recused."


def rows_share_an_edition() -> Iterator[str]:
    mixed = Assignment.objects.exclude(
        Q(round__edition=F("judge__edition")) & Q(round__edition=F("entry__edition"))
    )
    for assignment in mixed:
        yield f"Assignment {assignment.pk} mixes editions."


def readers_sit_on_the_panel() -> Iterator[str]:
    seat = PanelMember.objects.filter(
        judge=OuterRef("judge"),
        panel__round=OuterRef("round"),
        panel__category=OuterRef("entry__category"),
    )
    for assignment in Assignment.objects.filter(~Exists(seat)):
        yield f"Assignment {assignment.pk} went to a judge who is not on the panel."


def nobody_reads_undeclared() -> Iterator[str]:
    declared = InterestDeclaration.objects.filter(judge=OuterRef("judge"))
    unready = Q(judge__terms_acceptance__isnull=True) | ~Exists(declared)
    for assignment in Assignment.objects.filter(unready):
        yield f"Assignment {assignment.pk} went to a judge without terms or declaration."


def confirmed_scorecards_are_complete() -> Iterator[str]:
    given = Score.objects.filter(
        scorecard=OuterRef(OuterRef("pk")), criterion=OuterRef("pk"), value__isnull=False
    )
    lacking = CategoryCriterion.objects.filter(
        ~Exists(given), category=OuterRef("assignment__entry__category"), is_scored=True
    )
    for card in Scorecard.objects.filter(Exists(lacking), confirmation__isnull=False):
        yield f"Scorecard {card.pk} is confirmed and lacks a score."


def confirmed_is_not_abstained() -> Iterator[str]:
    both = Assignment.objects.filter(
        abstention__isnull=False, scorecard__confirmation__isnull=False
    )
    for assignment in both:
        yield f"Assignment {assignment.pk} is both confirmed and abstained from."


def scores_belong_to_the_category() -> Iterator[str]:
    strays = Score.objects.exclude(
        criterion__category=F("scorecard__assignment__entry__category"), criterion__is_scored=True
    )
    for score in strays:
        yield f"Score {score.pk} is for a criterion that takes no score there."


def scores_are_saved_in_time() -> Iterator[str]:
    late = Scorecard.objects.filter(
        Q(saved_at__gt=F("assignment__round__closes_at"))
        | Q(saved_at__lt=F("assignment__round__opens_at"))
    )
    for card in late:
        yield f"Scorecard {card.pk} was saved while its round was not open."


def accepted_invitations_have_a_judge() -> Iterator[str]:
    for invitation in JudgeInvitation.objects.filter(accepted_at__isnull=False, judge__isnull=True):
        yield f"Invitation {invitation.pk} is accepted, and nobody judges by it."


def employers_are_interests() -> Iterator[str]:
    for judge in Judge.objects.filter(employer__isnull=False).prefetch_related("interests"):
        held = {one.organisation_id for one in judge.interests.all() if one.ended_at is None}
        if judge.employer_id not in held:
            yield f"Judge {judge.pk} has an employer that is not among the declared interests."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    nobody_judges_in_conflict,
    rows_share_an_edition,
    readers_sit_on_the_panel,
    nobody_reads_undeclared,
    confirmed_scorecards_are_complete,
    confirmed_is_not_abstained,
    scores_belong_to_the_category,
    scores_are_saved_in_time,
    accepted_invitations_have_a_judge,
    employers_are_interests,
]
