"""Who may answer a desk, and what may be written to one."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from plaudit.enquiries.models import Desk
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Organisation, Person
from plaudit.people.rules import leads_awards_of
from plaudit.programmes.models import Edition, TeamRole
from plaudit.programmes.rules import may_work_for

LONGEST_BODY = 10_000
MOST_PLACES = 500


def may_answer(person: Person, desk: Desk) -> Verdict:
    """Whether the person reads and answers the desk: its own people and the director do."""
    return may_work_for(person, desk.edition.programme, TeamRole(desk.role))


def may_write_to(edition: Edition) -> Verdict:
    """Whether the edition takes enquiries: as soon as anybody can read it."""
    if edition.published_at is None:
        return refused("This programme is not public yet.")
    return ALLOWED


def may_ask_for_places(
    person: Person, organisation: Organisation, edition: Edition, at: dt.datetime
) -> Verdict:
    """Whether the person asks for places at the ceremony: as the organisation's awards lead, before it is held."""
    leads = leads_awards_of(person, organisation)
    if not leads:
        return leads
    if not is_before_ceremony(edition, at):
        return refused("The ceremony has been held.")
    return may_write_to(edition)


def is_before_ceremony(edition: Edition, at: dt.datetime) -> bool:
    """Whether the ceremony is still to come; where no day is set for it, judging stands for it."""
    return at < (edition.ceremony_at or edition.judging_closes_at)


def is_number_of_places(places: int) -> Verdict:
    """Whether so many places can be asked for."""
    if not 0 <= places <= MOST_PLACES:
        return refused(f"Enter a number of places from 0 to {MOST_PLACES}.")
    return ALLOWED


def is_sayable(body: str) -> Verdict:
    """Whether the text can be a message: something, and not more than ten thousand characters."""
    if not body.strip():
        return refused("Write your message.")
    if len(body) > LONGEST_BODY:
        return refused("A message can have 10,000 characters. Shorten it, or send it in two.")
    return ALLOWED


def can_be_reached(name: str, email: str) -> Verdict:
    """Whether we would know whom to answer, and where."""
    if not name.strip():
        return refused("Enter your name.")
    try:
        validate_email(email)
    except ValidationError:
        return refused("Enter an email address in the format name@example.org.")
    return ALLOWED
