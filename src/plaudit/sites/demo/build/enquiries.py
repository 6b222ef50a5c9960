"""What people have asked the desks so far, and what is still waiting for an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from plaudit.enquiries.actions.enquiry import add_public_message, open_enquiry, reply_from_desk
from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import Enquiry, RegistrationKind
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.post import post


@dataclass(frozen=True)
class Question:
    """An enquiry: to which desk, from whom, and the answer, when there is one already."""

    desk: str
    name: str
    email: str
    subject: str
    body: str
    answer: str = ""
    thanks: str = ""


QUESTIONS = (
    Question(
        "entries",
        "Winifred Castellane",
        "winifred@lindrake.example",
        "Two partners with the same name",
        "Our county and our district council are often taken for each other. Can the credit line say which did what?",
        "Yes. Each organisation on an entry has a line of its own for that, on the page with your organisations.",
        "Found it. Thank you for such a quick reply.",
    ),
    Question(
        "entries",
        "Ignatius Farrow",
        "ignatius@secondcup.example",
        "A word limit for walkers",
        "Our answer on results is a little long, and every word of it is true. Could the limit be stretched this once?",
    ),
    Question(
        "media",
        "Gwendolen Spratt",
        "gwendolen@valleypost.example",
        "Photographs of last year's winners",
        "I write for the Valley Post (invented, like you). May we print the picture of the bakery clinic?",
        "With pleasure, once the midwives have agreed. I will ask them today.",
    ),
    Question(
        "judging",
        "Sabine Tolliver",
        "sabine@judges.example",
        "Before I accept",
        "I was asked to judge Shared Services. How many entries would I read, and by when?",
    ),
)  # fmt: skip
DESK_PEOPLE = {
    "entries": cast.ENTRIES_DESK.email,
    "media": "coralie@larkfield.example",
    "judging": cast.JUDGING_DESK.email,
}


def build_enquiries(edition: Edition, people: Mapping[str, Person], calendar: Calendar) -> None:
    """Put the questions one after another, in the days before today, with answers a few hours later."""
    for number, question in enumerate(QUESTIONS):
        asked = calendar.into(0.38 + 0.03 * number)
        enquiry = _ask(edition, question, asked)
        if question.answer:
            _answer(
                enquiry, question, people[DESK_PEOPLE[question.desk]], asked + dt.timedelta(hours=3)
            )
    at = calendar.into(0.45)
    with frozen_at(at):
        register_interest(
            edition,
            kind=RegistrationKind.SPONSOR,
            name="Horatio Pennyroyal",
            email="horatio@pennyroyal.example",
            organisation="Pennyroyal Laboratories",
            note="We already support one category, and would like to hear about the ceremony.",
            at=at,
            key=new_identifier(),
        )
    post(at)


def _ask(edition: Edition, question: Question, at: dt.datetime) -> Enquiry:
    desk = edition.desks.get(slug=question.desk)
    with frozen_at(at):
        enquiry = open_enquiry(
            desk,
            name=question.name,
            email=question.email,
            subject=question.subject,
            body=question.body,
            at=at,
            key=new_identifier(),
        )
    post(at)
    return enquiry


def _answer(enquiry: Enquiry, question: Question, by: Person, at: dt.datetime) -> None:
    with frozen_at(at):
        reply_from_desk(enquiry, body=question.answer, by=by, at=at, key=new_identifier())
        if question.thanks:
            later = at + dt.timedelta(minutes=20)
            add_public_message(enquiry, body=question.thanks, at=later, key=new_identifier())
    post(at + dt.timedelta(hours=1))
