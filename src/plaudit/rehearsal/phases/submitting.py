"""Entries come in, the last of them around the very second of closing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.submission import submit_entry, withdraw_entry
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.rehearsal.agenda import Agenda
from plaudit.rehearsal.draft import Destiny, Draft
from plaudit.rehearsal.invented import paragraphs, sentence
from plaudit.rehearsal.ledger import SubmissionNote
from plaudit.rehearsal.stage import Stage

TITLE = "Submitting"
SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    agenda = Agenda()
    for draft in stage.drafts:
        _plan(stage, agenda, counts, draft)
    agenda.play()
    closed = stage.plan.closes + SECOND
    with frozen_at(closed):
        counts["refused after closing"] += sum(
            _is_shut(stage, draft, closed) for draft in stage.drafts[::5]
        )
    return dict(sorted(counts.items()))


def _plan(stage: Stage, agenda: Agenda, counts: Counter[str], draft: Draft) -> None:
    closes = stage.plan.closes
    some_day = closes - DAY * stage.chance.uniform(2.5, 6)
    submit = partial(_submit, stage, counts, draft)
    withdraw = partial(_withdraw, stage, counts, draft)
    acts = {
        Destiny.NEVER: [],
        Destiny.EARLY: [(some_day, submit)],
        Destiny.AGAIN: [
            (some_day, submit),
            (some_day + DAY, partial(_change, stage, draft)),
            (some_day + 2 * DAY, submit),
        ],
        Destiny.WITHDRAWN: [(some_day, submit), (some_day + DAY, withdraw)],
        Destiny.BACK: [
            (some_day, submit),
            (some_day + DAY, withdraw),
            (some_day + 2 * DAY, submit),
        ],
        Destiny.SECOND_BEFORE: [(closes - SECOND, submit)],
        Destiny.ON_THE_SECOND: [(closes, submit)],
        Destiny.SECOND_AFTER: [(closes + SECOND, partial(_too_late, stage, counts, draft))],
    }[draft.destiny]
    for instant, act in acts:
        agenda.add(instant, act)


def _submit(stage: Stage, counts: Counter[str], draft: Draft, at: dt.datetime) -> None:
    """Finish the entry if need be and submit it, by a form that is sent twice."""
    _finish(stage, draft, at)
    key = new_identifier()
    submission = submit_entry(draft.entry, by=draft.owner, at=at, key=key)
    again = submit_entry(draft.entry, by=draft.owner, at=at, key=key)
    if again.pk != submission.pk:
        raise AssertionError("One form submitted an entry twice.")
    stage.ledger.submissions[submission.reference] = SubmissionNote(
        entry=draft.entry.pk, digest=submission.digest, at=at, answers=dict(draft.texts)
    )
    stage.ledger.withdrawn.discard(draft.entry.pk)
    counts["submissions"] += 1
    counts["in the last second"] += at >= stage.plan.closes - SECOND


def _finish(stage: Stage, draft: Draft, at: dt.datetime) -> None:
    for criterion in draft.criteria:
        if criterion.pk not in draft.versions:
            text = paragraphs(stage.chance, 3)
            saved = save_answer(
                draft.entry,
                criterion,
                by=draft.owner,
                at=at,
                text=text,
                version=0,
            )
            kept = text.replace("\r\n", "\n")
            draft.versions[criterion.pk], draft.texts[criterion.pk] = saved.version, kept
            stage.ledger.answers[draft.entry.pk, criterion.pk] = (kept, saved.version)


def _change(stage: Stage, draft: Draft, at: dt.datetime) -> None:
    draft.entry.refresh_from_db()
    draft.entry = change_details(
        draft.entry,
        by=draft.owner,
        at=at,
        title=draft.entry.title,
        summary=sentence(stage.chance),
        version=draft.entry.details_version,
    )


def _withdraw(stage: Stage, counts: Counter[str], draft: Draft, at: dt.datetime) -> None:
    withdraw_entry(draft.entry, by=draft.owner, at=at, reason="A partner has asked us to wait.")
    stage.ledger.withdrawn.add(draft.entry.pk)
    counts["withdrawals"] += 1


def _too_late(stage: Stage, counts: Counter[str], draft: Draft, at: dt.datetime) -> None:
    try:
        submit_entry(draft.entry, by=draft.owner, at=at, key=new_identifier())
    except Refused:
        stage.ledger.refused_late.add(draft.entry.pk)
        counts["a second late"] += 1
        return
    raise AssertionError("A submission one second late was taken.")


def _is_shut(stage: Stage, draft: Draft, at: dt.datetime) -> bool:
    """Try to write, and to start another entry, a second after closing."""
    criterion = draft.criteria[0]
    version = draft.versions.get(criterion.pk, 0)
    attempts = (
        partial(
            save_answer,
            draft.entry,
            criterion,
            by=draft.owner,
            at=at,
            text="Late.",
            version=version,
        ),
        partial(start_entry, draft.entry.category, by=draft.owner, at=at, key=new_identifier()),
    )
    for attempt in attempts:
        try:
            attempt()
        except Refused:
            continue
        raise AssertionError("Something was taken after closing.")
    return True
