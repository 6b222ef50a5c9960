"""Entries are started and written over several sittings, by their leads and by colleagues from a partner."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.actions.contributor import accept_invitation, invite_contributor
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.models import ContributorLevel
from plaudit.kit.identifiers import new_identifier
from plaudit.people.actions.profile import name_person
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion
from plaudit.rehearsal.agenda import Agenda
from plaudit.rehearsal.draft import Destiny, Draft
from plaudit.rehearsal.files import document, photo
from plaudit.rehearsal.invented import paragraphs, person_name, sentence, title
from plaudit.rehearsal.stage import Stage

TITLE = "Writing"
LAST_START = dt.timedelta(days=12)
DESTINIES = {
    Destiny.EARLY: 58,
    Destiny.AGAIN: 14,
    Destiny.NEVER: 8,
    Destiny.WITHDRAWN: 3,
    Destiny.BACK: 3,
    Destiny.SECOND_BEFORE: 5,
    Destiny.ON_THE_SECOND: 5,
    Destiny.SECOND_AFTER: 4,
}


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    agenda = Agenda()
    open_for = stage.plan.closes - LAST_START - stage.plan.opens
    for number in range(stage.plan.entries):
        agenda.add(
            stage.plan.opens + open_for * stage.chance.random(),
            partial(_begin, stage, agenda, counts, number),
        )
    agenda.play()
    return dict(sorted(counts.items()))


def _begin(
    stage: Stage, agenda: Agenda, counts: Counter[str], number: int, at: dt.datetime
) -> None:
    draft = _start(stage, number, at)
    stage.drafts.append(draft)
    _describe(stage, draft, number, at)
    counts["entries"] += 1
    if stage.happens(0.6) and draft.destiny != Destiny.NEVER:
        _invite(stage, agenda, draft, number, at)
        counts["colleagues"] += 1
    half = len(draft.criteria) // 2 + 1
    day = dt.timedelta(hours=stage.chance.uniform(12, 40))
    agenda.add(at + day / 8, partial(_sit, stage, counts, draft, draft.criteria[:half]))
    if draft.destiny != Destiny.NEVER or stage.happens(0.5):
        agenda.add(at + day, partial(_sit, stage, counts, draft, draft.criteria[half:]))
        agenda.add(at + day * 2, partial(_revise, stage, counts, draft))
    if stage.happens(0.4):
        agenda.add(at + day * 2.5, partial(_attach, stage, counts, draft))


def _start(stage: Stage, number: int, at: dt.datetime) -> Draft:
    """Start an entry by a form that is sent twice, as by an impatient finger."""
    category = stage.categories[number % len(stage.categories)]
    owner = stage.entrants[number % len(stage.entrants)]
    key = new_identifier()
    entry = start_entry(category, by=owner, at=at, key=key)
    if start_entry(category, by=owner, at=at, key=key).pk != entry.pk:
        raise AssertionError("One form started two entries.")
    lead, *partners = stage.chance.sample(stage.organisations, stage.chance.randint(2, 4))
    (drawn,) = stage.chance.choices(list(DESTINIES), list(DESTINIES.values()))
    destiny = list(DESTINIES)[number] if number < len(DESTINIES) else drawn  # each at least once
    return Draft(
        entry=entry,
        owner=owner,
        criteria=stage.forms[category.pk],
        destiny=destiny,
        begun=at,
        lead=lead,
        partners=partners,
        merit=min(9.5, max(1.5, stage.chance.gauss(6, 1.6))),
    )


def _describe(stage: Stage, draft: Draft, number: int, at: dt.datetime) -> None:
    entry, owner = draft.entry, draft.owner
    draft.entry = entry = change_details(
        entry,
        by=owner,
        at=at,
        title=title(stage.chance, number + 1),
        summary=sentence(stage.chance),
        version=entry.details_version,
    )
    set_lead(entry, draft.lead, by=owner, at=at)
    for organisation in draft.partners:
        add_partner(entry, organisation, by=owner, at=at, credit_line=sentence(stage.chance)[:200])
    questions = entry.category.eligibility_questions.all()
    answer_eligibility(
        entry, {each.pk: each.required_answer for each in questions}, by=owner, at=at
    )


def _invite(stage: Stage, agenda: Agenda, draft: Draft, number: int, at: dt.datetime) -> None:
    address = f"colleague{number}@partners.example"
    invitation = invite_contributor(
        draft.entry, email=address, level=ContributorLevel.WRITE, by=draft.owner, at=at
    )

    def accept(later: dt.datetime) -> None:
        colleague = person_for_sign_in(address, at=later)
        name_person(colleague, name=person_name(stage.chance), job_title="Partner", at=later)
        accept_invitation(invitation, by=colleague, at=later)
        draft.colleague = colleague

    agenda.add(at + dt.timedelta(hours=1), accept)


def _sit(
    stage: Stage,
    counts: Counter[str],
    draft: Draft,
    criteria: list[CategoryCriterion],
    at: dt.datetime,
) -> None:
    """Write first versions. Now and then the answer to a save is lost, and the page sends it again."""
    for criterion in criteria:
        text = paragraphs(stage.chance, stage.chance.randint(2, 6))
        _save(stage, draft, criterion, draft.owner, text, at)
        counts["saves"] += 1
        if stage.happens(0.1):
            version = draft.versions[criterion.pk]
            again = save_answer(
                draft.entry,
                criterion,
                by=draft.owner,
                at=at,
                text=text,
                version=version - 1,
            )
            if again.version != version:
                raise AssertionError("A save that was sent again was kept twice.")
            counts["saves sent again"] += 1


def _revise(stage: Stage, counts: Counter[str], draft: Draft, at: dt.datetime) -> None:
    """Change two answers. A colleague may have been there first: then the words of both are joined."""
    written = [criterion for criterion in draft.criteria if criterion.pk in draft.versions]
    for criterion in stage.chance.sample(written, min(2, len(written))):
        seen = draft.versions[criterion.pk]
        if draft.colleague is not None:
            mine = draft.texts[criterion.pk]
            theirs = f"{mine}\n\n{sentence(stage.chance)}"
            _save(stage, draft, criterion, draft.colleague, theirs, at)
            _join(stage, draft, criterion, mine, seen, at)
            counts["saves"] += 2
            counts["texts joined"] += 1
        more = f"{draft.texts[criterion.pk]}\n\n{sentence(stage.chance)}"
        _save(stage, draft, criterion, draft.owner, more, at)
        counts["saves"] += 1


def _join(
    stage: Stage,
    draft: Draft,
    criterion: CategoryCriterion,
    seen: str,
    version: int,
    at: dt.datetime,
) -> None:
    """Save from an old page, which has not shown a colleague's words: both must stand there."""
    theirs, mine = draft.texts[criterion.pk], "Added from an old page. "
    saved = save_answer(
        draft.entry, criterion, by=draft.owner, at=at, text=mine + seen, version=version
    )
    if saved.text != mine + theirs:
        raise AssertionError("A save from an old page took a colleague's words away.")
    draft.versions[criterion.pk], draft.texts[criterion.pk] = saved.version, saved.text
    stage.ledger.answers[draft.entry.pk, criterion.pk] = (saved.text, saved.version)


def _save(
    stage: Stage,
    draft: Draft,
    criterion: CategoryCriterion,
    person: Person,
    text: str,
    at: dt.datetime,
) -> None:
    version = draft.versions.get(criterion.pk, 0)
    saved = save_answer(
        draft.entry,
        criterion,
        by=person,
        at=at,
        text=text,
        version=version,
    )
    kept = text.replace("\r\n", "\n")
    draft.versions[criterion.pk], draft.texts[criterion.pk] = saved.version, kept
    stage.ledger.answers[draft.entry.pk, criterion.pk] = (kept, saved.version)


def _attach(stage: Stage, counts: Counter[str], draft: Draft, at: dt.datetime) -> None:
    attach_file(draft.entry, "photo", photo(stage.chance), by=draft.owner, at=at)
    counts["files"] += 1
    if stage.happens(0.5):
        for _ in range(2):  # each a piece of evidence of its own
            attach_file(
                draft.entry, "evidence", document(stage.chance.randint(1, 3)), by=draft.owner, at=at
            )
            counts["files"] += 1
