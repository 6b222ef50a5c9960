"""What entrants read of the judging of their entry, once awards are released."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from statistics import fmean
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from plaudit.entries.models import Entry
from plaudit.judging.models import Score, Scorecard
from plaudit.programmes.models import CategoryCriterion
from plaudit.programmes.queries import category_form
from plaudit.results.awards import CriterionFeedback, Feedback
from plaudit.results.queries import outcome_for_entry

JUDGES_FOR_A_MEAN = 2


def feedback_for_entry(entry: Entry, at: dt.datetime) -> Feedback | None:
    """Return the judges' means and comments on a submitted entry; None before the release.

    Only confirmed scorecards of judges who were not recused. Each list of comments has an order of its
    own that is always the same, so that neither place nor company tells who wrote what. Sections of which
    nothing is said, neither mean nor comment, are left out.
    """
    if outcome_for_entry(entry, at) is None:
        return None
    cards = list(Scorecard.objects.filter(_counts(), assignment__entry=entry))
    scores = list(Score.objects.filter(scorecard__in=cards))
    return Feedback(
        judges=len(cards),
        criteria=tuple(
            said
            for criterion in category_form(entry.category)
            if criterion.is_scored
            and (said := _criterion_feedback(entry, criterion, scores)).says_something
        ),
        comments=_shuffled(entry.pk, entry.pk, ((card.pk, card.comment) for card in cards)),
    )


def comments_given() -> Exists:
    """Return whether any comment counts for the entry of a query: what an entrant will read as feedback."""
    cards = Scorecard.objects.filter(_counts(), assignment__entry=OuterRef("pk"))
    return Exists(cards.filter(Q(comment__regex=r"\S") | Q(scores__comment__regex=r"\S")))


def _counts() -> Q:
    return Q(confirmation__isnull=False, assignment__recusal__isnull=True)


def _criterion_feedback(
    entry: Entry, criterion: CategoryCriterion, scores: list[Score]
) -> CriterionFeedback:
    given = [score for score in scores if score.criterion_id == criterion.pk]
    values = [score.value for score in given if score.value is not None]
    comments = ((score.scorecard_id, score.comment) for score in given)
    return CriterionFeedback(
        name=criterion.name,
        mean=fmean(values) if len(values) >= JUDGES_FOR_A_MEAN else None,
        comments=_shuffled(entry.pk, criterion.pk, comments),
    )


def _shuffled(entry: UUID, topic: UUID, comments: Iterable[tuple[UUID, str]]) -> tuple[str, ...]:
    """Return the comments that say something, in an order drawn from a digest of entry, topic and card."""

    def draw(item: tuple[UUID, str]) -> bytes:
        return hashlib.sha256(entry.bytes + topic.bytes + item[0].bytes).digest()

    written = [(card, text.strip()) for card, text in comments if text.strip()]
    return tuple(text for _, text in sorted(written, key=draw))
