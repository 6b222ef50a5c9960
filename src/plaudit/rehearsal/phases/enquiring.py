"""People write to the desks, the desks answer, and some would like to attend or sponsor."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial

from plaudit.enquiries.actions.enquiry import add_public_message, open_enquiry, reply_from_desk
from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import Enquiry, RegistrationKind
from plaudit.enquiries.queries import desks_of, enquiries_for
from plaudit.kit.identifiers import new_identifier
from plaudit.people.queries import find_person
from plaudit.rehearsal.agenda import Agenda
from plaudit.rehearsal.finding import present
from plaudit.rehearsal.invented import person_name, sentence
from plaudit.rehearsal.stage import Stage

TITLE = "Enquiring"


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    agenda = Agenda()
    for number in range(stage.plan.enquiries):
        at = stage.plan.closes + dt.timedelta(hours=stage.chance.uniform(1, 20))
        agenda.add(at, partial(_ask, stage, agenda, counts, number))
        if number % 3 == 0:
            agenda.add(at, partial(_register, stage, counts, number))
    agenda.play()
    for desk in desks_of(stage.edition):
        answers = present(find_person(f"{desk.role}@organiser.example"))
        seen = {enquiry.desk_id for enquiry in enquiries_for(answers, stage.edition)}
        if seen - {desk.pk}:
            raise AssertionError(f"The {desk.role} desk can read another desk's enquiries.")
    return dict(sorted(counts.items()))


def _ask(stage: Stage, agenda: Agenda, counts: Counter[str], number: int, at: dt.datetime) -> None:
    """Ask by a form that is sent twice."""
    desk = list(desks_of(stage.edition))[number % 3]
    key, body = new_identifier(), sentence(stage.chance)
    ask = partial(
        open_enquiry,
        desk,
        name=person_name(stage.chance),
        email=f"asks{number}@public.example",
        subject="A question",
        body=body,
        at=at,
        key=key,
    )
    enquiry = ask()
    if ask().pk != enquiry.pk:
        raise AssertionError("One form made two enquiries.")
    stage.ledger.messages[key] = body
    counts["questions"] += 1
    agenda.add(at + dt.timedelta(hours=5), partial(_answer, stage, agenda, counts, enquiry))


def _answer(
    stage: Stage, agenda: Agenda, counts: Counter[str], enquiry: Enquiry, at: dt.datetime
) -> None:
    by = present(find_person(f"{enquiry.desk.role}@organiser.example"))
    key, body = new_identifier(), sentence(stage.chance)
    reply_from_desk(enquiry, body=body, by=by, at=at, key=key)
    stage.ledger.messages[key] = body
    counts["answers"] += 1
    if stage.happens(0.4):
        agenda.add(at + dt.timedelta(hours=1), partial(_thank, stage, counts, enquiry))


def _thank(stage: Stage, counts: Counter[str], enquiry: Enquiry, at: dt.datetime) -> None:
    key = new_identifier()
    add_public_message(enquiry, body="Thank you, that is all I needed.", at=at, key=key)
    stage.ledger.messages[key] = "Thank you, that is all I needed."
    counts["thanks"] += 1


def _register(stage: Stage, counts: Counter[str], number: int, at: dt.datetime) -> None:
    register_interest(
        stage.edition,
        kind=stage.chance.choice(list(RegistrationKind)),
        name=person_name(stage.chance),
        email=f"guest{number}@public.example",
        organisation="",
        note=sentence(stage.chance),
        at=at,
        key=new_identifier(),
    )
    counts["registrations"] += 1
