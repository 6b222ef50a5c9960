"""Judges read and score, each in their own way; some abstain, one finds out late that they have an interest."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial
from uuid import UUID

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.actions.confirmation import confirm_scorecards
from plaudit.judging.actions.interest import DeclaredInterest, add_interest
from plaudit.judging.actions.scorecard import ScorecardConflict, save_scores
from plaudit.judging.models import Assignment, InterestKind, Judge
from plaudit.judging.queries.assignments import assignment_for
from plaudit.judging.queries.stack import assignments_of
from plaudit.judging.states import LetterState
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.people.models import Person
from plaudit.rehearsal.agenda import Agenda
from plaudit.rehearsal.draft import Draft
from plaudit.rehearsal.invented import sentence
from plaudit.rehearsal.stage import Stage

TITLE = "Scoring"
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    drafts = {draft.entry.pk: draft for draft in stage.drafts}
    leniency = {judge.pk: stage.chance.gauss(0, 0.8) for judge in stage.judges}
    first = _evenings(
        stage, counts, drafts, leniency, from_=stage.plan.judging_opens + DAY, is_last=False
    )
    first.play()
    _recognise_late(stage, counts)
    refill = stage.plan.judging_opens + 15 * DAY
    with frozen_at(refill):
        counts["given to others"] = allocate_entries(
            stage.round, by=stage.director, at=refill
        ).assigned
    _evenings(stage, counts, drafts, leniency, from_=refill + DAY, is_last=True).play()
    _confirm(stage, counts)
    return dict(sorted(counts.items()))


def _evenings(
    stage: Stage,
    counts: Counter[str],
    drafts: dict[UUID, Draft],
    leniency: dict[UUID, float],
    *,
    from_: dt.datetime,
    is_last: bool,
) -> Agenda:
    """Return an agenda in which every judge reads what is on their stack: before the last time, about half."""
    agenda = Agenda()
    for judge in stage.judges:
        at = from_ + DAY * stage.chance.uniform(0, 8)
        for letter in assignments_of(judge, stage.round):
            if letter.state != LetterState.UNREAD or not (is_last or stage.happens(0.5)):
                continue
            at += MINUTE * stage.chance.uniform(8, 30)
            agenda.add(
                at,
                partial(_read, stage, counts, drafts, judge, leniency[judge.pk], letter.assignment),
            )
    return agenda


def _read(
    stage: Stage,
    counts: Counter[str],
    drafts: dict[UUID, Draft],
    judge: Judge,
    leniency: float,
    key: UUID,
    at: dt.datetime,
) -> None:
    assignment = _opened(judge.person, key)
    if stage.happens(0.02):
        abstain(assignment, by=judge.person, at=at, reason="I know the town too well.")
        stage.ledger.abstained.add(key)
        counts["abstentions"] += 1
        return
    _score(stage, counts, assignment, drafts[assignment.entry_id].merit + leniency, at)
    counts["scorecards"] += 1


def _opened(person: Person, key: UUID) -> Assignment:
    """Return the assignment as each of the judge's requests fetches it."""
    assignment = assignment_for(person, key)
    if assignment is None:
        raise AssertionError("An entry on a judge's stack cannot be opened.")
    return assignment


def _score(
    stage: Stage, counts: Counter[str], assignment: Assignment, fair: float, at: dt.datetime
) -> None:
    """Score in two saves; the first is sometimes sent again, and a save from an old page is refused."""
    form = [row for row in stage.forms[assignment.entry.category_id] if row.is_scored]
    values = {row.pk: max(0, min(10, round(stage.chance.gauss(fair, 1)))) for row in form}
    by, half = assignment.judge.person, len(form) // 2 + 1
    begun = {row.pk: (values[row.pk], "") for row in form[:half]}
    whole = {row.pk: (values[row.pk], sentence(stage.chance)) for row in form}
    key = new_identifier()
    card = save_scores(assignment, by=by, at=at, scores=begun, comment="", version=0, key=key)
    if stage.happens(0.1):
        opened = _opened(by, assignment.pk)
        again = save_scores(opened, by=by, at=at, scores=begun, comment="", version=0, key=key)
        if again.version != card.version:
            raise AssertionError("Scores that were sent again were kept twice.")
    save_scores(
        _opened(by, assignment.pk),
        by=by,
        at=at,
        scores=whole,
        comment=sentence(stage.chance),
        version=card.version,
        key=new_identifier(),
    )
    stage.ledger.scores[assignment.pk] = values
    if stage.happens(0.05):
        counts["conflicts caught"] += _old_page_is_refused(assignment, begun, at)


def _old_page_is_refused(
    assignment: Assignment, scores: dict[UUID, tuple[int, str]], at: dt.datetime
) -> bool:
    by = assignment.judge.person
    try:
        save_scores(
            _opened(by, assignment.pk),
            by=by,
            at=at,
            scores=scores,
            comment="Old.",
            version=0,
            key=new_identifier(),
        )
    except ScorecardConflict:
        return True
    raise AssertionError("A save from an old page overwrote newer scores.")


def _recognise_late(stage: Stage, counts: Counter[str]) -> None:
    """One judge in ten sees, half-way, that a friend works for a partner: the entry leaves their stack at once."""
    at = stage.plan.judging_opens + 14 * DAY
    for judge in stage.judges[:: max(1, len(stage.judges) // max(1, stage.plan.judges // 10))]:
        stack = assignments_of(judge, stage.round)
        if not stack:
            continue
        assignment = _opened(judge.person, stack[0].assignment)
        partner = assignment.entry.partners.select_related("organisation").order_by("position")[0]
        interest = DeclaredInterest(InterestKind.FAMILY, organisation=partner.organisation)
        with frozen_at(at):
            add_interest(judge, interest, by=judge.person, at=at)
            if assignment_for(judge.person, assignment.pk) is not None:
                raise AssertionError(
                    "A judge still sees an entry after declaring an interest in it."
                )
        counts["late interests"] += 1


def _confirm(stage: Stage, counts: Counter[str]) -> None:
    at = stage.plan.judging_closes
    for judge in stage.judges:
        with frozen_at(at):
            counts["confirmed"] += confirm_scorecards(judge, stage.round, by=judge.person, at=at)
        for letter in assignments_of(judge, stage.round):
            if letter.state == LetterState.CONFIRMED:
                stage.ledger.confirmed.add(letter.assignment)
    _confirmed_is_final(stage)


def _confirmed_is_final(stage: Stage) -> None:
    for judge in stage.judges:
        for key in stage.ledger.confirmed & {
            each.assignment for each in assignments_of(judge, stage.round)
        }:
            assignment = _opened(judge.person, key)
            try:
                with frozen_at(stage.plan.judging_closes):
                    save_scores(
                        assignment,
                        by=judge.person,
                        at=stage.plan.judging_closes,
                        scores={},
                        comment="Changed my mind.",
                        version=assignment.scorecard.version,
                        key=new_identifier(),
                    )
            except Refused:
                break
            raise AssertionError("A confirmed scorecard was changed.")
