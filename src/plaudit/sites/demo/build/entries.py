"""Writing the invented entries, each as far as its project says, through the actions that the pages use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.contributor import accept_invitation, invite_contributor
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.actions.submission import submit_entry, withdraw_entry
from plaudit.entries.models import ContributorLevel, Entry
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category
from plaudit.programmes.queries import category_form
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.evidence import add_evidence_of
from plaudit.sites.demo.build.papers import attach_papers
from plaudit.sites.demo.build.post import post
from plaudit.sites.demo.build.projects import Project
from plaudit.sites.demo.build.talk import declare_all

SITTING = dt.timedelta(hours=20)
SUBMITTED_STATES = {"submitted", "resubmitted", "withdrawn"}


@dataclass(frozen=True)
class Setting:
    """The edition in which projects are entered: who and what there is, and when."""

    categories: Mapping[str, Category]
    people: Mapping[str, Person]
    register: Mapping[str, Organisation]
    calendar: Calendar


def build_entries(projects: list[Project], setting: Setting, until: float) -> dict[str, Entry]:
    """Enter each project, one a little later than the other, up to the share `until` of the open time.

    Returns the entries by title.
    """
    entries = {}
    for number, project in enumerate(projects):
        begun = setting.calendar.into(until * (0.1 + 0.5 * number / len(projects)))
        entries[project.title] = build_entry(project, setting, begun)
    return entries


def build_entry(project: Project, setting: Setting, begun: dt.datetime) -> Entry:
    """Start an entry at `begun` and take it as far as the project says, over some days."""
    owner = setting.people[project.owner]
    with frozen_at(begun):
        entry = start_entry(setting.categories[project.category], by=owner, at=begun)
        if project.state != "empty":
            _describe(entry, project, setting, begun)
            add_evidence_of(entry, project.title, by=owner, at=begun)
            attach_papers(entry, project.title, by=owner, at=begun)
    if project.colleague:
        _let_in(entry, owner, setting.people[project.colleague], begun + SITTING / 2)
    writers = [owner, setting.people[project.colleague or project.owner]]
    written = _write(entry, project, writers, begun + SITTING)
    if project.state in SUBMITTED_STATES:
        _submit(entry, project, owner, written + SITTING)
    return entry


def _describe(entry: Entry, project: Project, setting: Setting, at: dt.datetime) -> None:
    owner = setting.people[project.owner]
    change_details(
        entry,
        by=owner,
        at=at,
        title=project.title,
        summary=project.summary,
        version=entry.details_version,
    )
    set_lead(entry, setting.register[project.lead], by=owner, at=at)
    for name in project.partners:
        add_partner(entry, setting.register[name], by=owner, at=at)
    questions = entry.category.eligibility_questions.all()
    is_eligible = project.state != "ineligible"
    if project.state != "half":
        answers = {each.pk: each.required_answer == is_eligible for each in questions}
        answer_eligibility(entry, answers, by=owner, at=at)
        declare_all(entry, by=owner, at=at)


def _let_in(entry: Entry, owner: Person, colleague: Person, at: dt.datetime) -> None:
    with frozen_at(at):
        invitation = invite_contributor(
            entry, email=colleague.email, level=ContributorLevel.WRITE, by=owner, at=at
        )
        accept_invitation(invitation, by=colleague, at=at + dt.timedelta(hours=2))
    post(at)


def _write(
    entry: Entry, project: Project, writers: list[Person], begun: dt.datetime
) -> dt.datetime:
    """Write the answers there are, taking turns; return when the last was saved."""
    at = begun
    for number, criterion in enumerate(category_form(entry.category)):
        text = project.answers.get(criterion.name, "")
        if not text:
            continue
        at += dt.timedelta(minutes=47)
        with frozen_at(at):
            save_answer(
                entry,
                criterion,
                by=writers[number % 2],
                at=at,
                text=text,
                version=0,
            )
    return at


def _submit(entry: Entry, project: Project, owner: Person, at: dt.datetime) -> None:
    with frozen_at(at):
        submit_entry(entry, by=owner, at=at, key=new_identifier())
    post(at)
    later = at + SITTING
    with frozen_at(later):
        if project.state == "resubmitted":
            entry.refresh_from_db(fields=["details_version"])
            summary = f"{project.summary} Two counties have come to look."
            change_details(
                entry,
                by=owner,
                at=later,
                title=project.title,
                summary=summary,
                version=entry.details_version,
            )
            submit_entry(entry, by=owner, at=later, key=new_identifier())
        if project.state == "withdrawn":
            withdraw_entry(entry, by=owner, at=later, reason="We want a longer comparison first.")
    post(later)
