"""What an entry's people say to each other, and what everybody declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from plaudit.entries.actions.comment import add_comment
from plaudit.entries.actions.declaration import Declared, declare
from plaudit.entries.models import Entry
from plaudit.entries.parts import asked_declarations
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.actions.declaration import store_declarations
from plaudit.programmes.models import DeclarationKind, Edition

ASKED = {
    DeclarationKind.CONSENT: "Everyone who is named or quoted in this entry has agreed to it.",
    DeclarationKind.PUBLICATION: "What may we publish of this entry, should it be short-listed?",
    DeclarationKind.AI_TOOLS: "Were AI tools used in writing this entry?",
}


def build_declarations(edition: Edition, *, by: Person, at: dt.datetime) -> None:
    """Ask entrants for three declarations."""
    with frozen_at(at):
        store_declarations(edition, ASKED, by=by, at=at)


def declare_all(entry: Entry, *, by: Person, at: dt.datetime) -> None:
    """Declare for the entry what its edition asks for."""
    usual = {
        DeclarationKind.CONSENT: "agreed",
        DeclarationKind.PUBLICATION: "all",
        DeclarationKind.AI_TOOLS: "no_tools",
    }
    asked = {
        each.declaration_id: Declared(usual[DeclarationKind(each.kind)])
        for each in asked_declarations(entry)
    }
    declare(entry, asked, by=by, at=at)


def build_comments(entries: Mapping[str, Entry], at: dt.datetime) -> None:
    """Let two people of the first shared draft talk about its first answer."""
    for entry in entries.values():
        people = [each.person for each in entry.contributors.select_related("person")]
        answer = entry.answers.select_related("entry", "criterion__criterion").first()
        if entry.status != "draft" or len(people) < 2 or answer is None:
            continue
        asks, answers = people[0], people[1]
        with frozen_at(at):
            first = add_comment(
                answer,
                body=f"@{answers.name} is the baseline from before the winter, or after?",
                by=asks,
                at=at,
                key=uuid5(NAMESPACE_URL, "demo:comment:1"),
            )
            add_comment(
                answer,
                body="Before. I will put the month in.",
                reply_to=first,
                by=answers,
                at=at + dt.timedelta(minutes=12),
                key=uuid5(NAMESPACE_URL, "demo:comment:2"),
            )
        return
