"""Who may do what with an entry, or the reason why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from plaudit.entries.closing import is_open, window_for
from plaudit.entries.completeness import MissingPart, missing_parts
from plaudit.entries.models import Contributor, ContributorLevel, Entry, EntryStatus
from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from plaudit.programmes.rules import may_enter
from plaudit.programmes.window import Window

WRITERS = frozenset({ContributorLevel.WRITE, ContributorLevel.SUBMIT, ContributorLevel.OWNER})
COMMENTERS = WRITERS | {ContributorLevel.COMMENT}
SUBMITTERS = frozenset({ContributorLevel.SUBMIT, ContributorLevel.OWNER})
_KNOWN = "_known_levels"


def remember_level(entry: Entry, person: Person, level: str) -> None:
    """Keep, on this object alone, the level that was fetched with it, so that rules need not ask again."""
    entry.__dict__.setdefault(_KNOWN, {})[person.pk] = level


def level_of(person: Person, entry: Entry) -> str | None:
    """Return the person's level on the entry, or None for somebody who does not work on it."""
    known: dict[object, str] = entry.__dict__.get(_KNOWN, {})
    if person.pk in known:
        return known[person.pk]
    return (
        Contributor.objects.filter(entry=entry, person=person)
        .values_list("level", flat=True)
        .first()
    )


def may_change(
    level: str | None, window: Window, at: dt.datetime, opened_at: dt.datetime | None = None
) -> Verdict:
    """Whether words of somebody with this level are taken at `at`: the rule of the pages and of the live exchange.

    `opened_at`, when it is known, is when their form was opened: who had it open at closing has the grace.
    """
    if level not in WRITERS:
        return refused("You can read this entry but not change it. Ask its owner to let you write.")
    return window.verdict(at, opened_at)


def may_read(person: Person, entry: Entry) -> Verdict:
    """Whether the person works on the entry at any level."""
    if level_of(person, entry) is None:
        return refused("You do not work on this entry.")
    return ALLOWED


def may_write(
    person: Person, entry: Entry, at: dt.datetime, opened_at: dt.datetime | None = None
) -> Verdict:
    """Whether the person may change the entry at `at`: a level that writes, and entries still open.

    `opened_at` is when the person's form was opened, where that is known; it is what the grace is for.
    """
    return may_change(level_of(person, entry), window_for(entry), at, opened_at)


def may_move(person: Person, entry: Entry, category: Category, at: dt.datetime) -> Verdict:
    """Whether the person may move the entry to the category at `at`: both still take entries."""
    verdict = may_write(person, entry, at)
    if not verdict:
        return verdict
    if category.edition_id != entry.edition_id:
        return refused("That category belongs to another edition.")
    if category.pk == entry.category_id:
        return refused("The entry is in this category already.")
    if entry.status == EntryStatus.SUBMITTED:
        return refused("This entry stands submitted. Withdraw it first, then move it.")
    return may_enter(category, at)


def may_comment(person: Person, entry: Entry) -> Verdict:
    """Whether the person may speak to the others about the entry's answers. Closing makes no difference."""
    if level_of(person, entry) not in COMMENTERS:
        return refused("You can read this entry but not comment on it. Ask its owner to let you.")
    return ALLOWED


def may_submit(
    person: Person,
    entry: Entry,
    at: dt.datetime,
    missing: Sequence[MissingPart] | None = None,
    opened_at: dt.datetime | None = None,
) -> Verdict:
    """Whether the person may submit the entry as it stands at `at`, by a form opened at `opened_at`.

    `missing` spares asking again when the caller has just fetched `missing_parts(entry)`.
    """
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot submit this entry. Ask its owner to submit it, or to let you.")
    window = is_open(entry, at, opened_at)
    if not window:
        return window
    missing = missing_parts(entry) if missing is None else missing
    if missing:
        sentences = " ".join(part.sentence for part in missing)
        return refused(f"The entry is not complete yet. {sentences}")
    return ALLOWED


def may_choose_automatic(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may ask at `at` that the entry be submitted at closing."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot submit this entry. Ask its owner to submit it, or to let you.")
    return is_open(entry, at)


def may_settle(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may settle the entry's fee at `at`: who may submit it, while entries are open."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot settle the fee. Ask the entry's owner, or who may submit it.")
    return is_open(entry, at)


def may_withdraw(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may take the submitted entry out at `at`. After closing, the organiser does it."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot withdraw this entry. Ask its owner.")
    if entry.status != EntryStatus.SUBMITTED:
        return refused("This entry is not submitted, so there is nothing to withdraw.")
    if not is_open(entry, at):
        return refused(
            "Entries have closed. To withdraw now, write to the organiser, who can take the entry out."
        )
    return ALLOWED


def may_invite(person: Person, entry: Entry) -> Verdict:
    """Whether the person may let others in, and send them away."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("Only people who can submit the entry can invite others. Ask its owner.")
    return ALLOWED


def may_hand_over(person: Person, entry: Entry) -> Verdict:
    """Whether the person may make somebody else the entry's owner: its owner alone."""
    if level_of(person, entry) != ContributorLevel.OWNER:
        return refused("Only the owner can hand the entry over.")
    return ALLOWED


def may_ask_partners(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may ask partners to confirm at `at`: a level that writes, until judging closes."""
    if level_of(person, entry) not in WRITERS:
        return refused("You can read this entry but not change it. Ask its owner to let you write.")
    edition = entry.category.edition
    if at > edition.judging_closes_at:
        closed = moment(edition.judging_closes_at, edition.zone)
        return refused(f"Judging closed at {closed}, so nothing is left to confirm.")
    return ALLOWED
