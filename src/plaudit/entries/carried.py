"""Reads about entries begun from an earlier one: which may be, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from plaudit.entries.engines.carrying import matched
from plaudit.entries.models import Entry, Evidence, EvidenceKind, PartnerRole
from plaudit.entries.substance import said_of_piece
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import MembershipRole, Person

MOST_LISTED = 50


def earlier_entries(person: Person) -> QuerySet[Entry]:
    """Return the entries a new one may be begun from, newest first, with category, edition and programme.

    They are those the person works on, and those led by an organisation whose awards the person leads.
    """
    led = person.memberships.filter(
        role=MembershipRole.AWARDS_LEAD, granted_at__isnull=False, ended_at__isnull=True
    ).values("organisation")
    own = Q(contributors__person=person)
    organisations = Q(partners__role=PartnerRole.LEAD, partners__organisation__in=led)
    keys = Entry.objects.filter(own | organisations).values("pk")
    return (
        Entry.objects.filter(pk__in=keys)
        .select_related("category__edition__programme")
        .order_by("-created_at", "-pk")
    )


def may_start_from(person: Person, earlier: Entry) -> Verdict:
    """Whether the person may begin a new entry from this one."""
    if earlier_entries(person).filter(pk=earlier.pk).exists():
        return ALLOWED
    return refused("You do not work on that entry, so you cannot start from it.")


def open_for(entry: Entry) -> Verdict:
    """Whether the entry is asked what is new: only one that was begun from an earlier entry."""
    if entry.carried_from_id is None:
        return refused("This entry was not started from an earlier one.")
    return ALLOWED


@dataclass(frozen=True)
class SideBySide:
    """What a part of an entry says now, and what that of the one it was begun from said; either may be empty."""

    name: str
    before: str
    now: str


def side_by_side(before: dict[str, object], now: dict[str, object]) -> Iterator[SideBySide]:
    """Yield title, summary, answers and evidence of two snapshots side by side.

    Of answers, first what is asked now, then the rest. A piece of evidence keeps its number when it is carried
    over, so the same number and kind is the same piece.
    """
    yield SideBySide("Title", str(before["title"]), str(now["title"]))
    yield SideBySide("Summary", str(before["summary"]), str(now["summary"]))
    old, new = _answers(before), _answers(now)
    pairs = matched(
        {n: name for n, (name, _) in enumerate(old)}, {n: name for n, (name, _) in enumerate(new)}
    )
    for place, (name, text) in enumerate(new):
        match = pairs.get(place)
        yield SideBySide(name, "" if match is None else old[match][1], text)
    for place, (name, text) in enumerate(old):
        if place not in pairs.values():
            yield SideBySide(name, text, "")
    yield from _evidence_side_by_side(_pieces(before), _pieces(now))


def stale_criteria(entry: Entry) -> set[UUID]:
    """Return the criteria of the entry's category whose answers were carried over and not touched since."""
    rows = entry.answers.filter(is_stale=True, criterion__category=entry.category_id)
    return set(rows.values_list("criterion_id", flat=True))


def left_behind(entry: Entry) -> list[tuple[int, str]]:
    """Return number and title of each file that was among the earlier entry's evidence and did not come over."""
    if entry.carried_from_id is None:
        return []
    stood = Q(removed_at__isnull=True) | Q(removed_at__gt=entry.created_at)
    rows = (
        Evidence.objects.filter(stood, entry=entry.carried_from_id, kind=EvidenceKind.ATTACHMENT)
        .filter(added_at__lte=entry.created_at)
        .exclude(number__in=entry.evidence.values("number"))
    )
    return list(rows.order_by("number").values_list("number", "title"))


def _evidence_side_by_side(old: _Pieces, new: _Pieces) -> Iterator[SideBySide]:
    for key in sorted(old.keys() | new.keys()):
        title = (new.get(key) or old[key])[0]
        name = f"Evidence E{key[0]}, {title}"
        yield SideBySide(name, old.get(key, ("", ""))[1], new.get(key, ("", ""))[1])


_Pieces = dict[tuple[int, str], tuple[str, str]]


def _pieces(snapshot: dict[str, object]) -> _Pieces:
    """Return title and words of each piece of evidence, by its number and kind."""
    listed = snapshot["evidence"]
    assert isinstance(listed, list)  # noqa: S101 - the shape of every snapshot
    return {
        (piece["number"], piece["kind"]): (piece["title"], said_of_piece(piece)) for piece in listed
    }


def _answers(snapshot: dict[str, object]) -> list[tuple[str, str]]:
    listed = snapshot["answers"]
    assert isinstance(listed, list)  # noqa: S101 - the shape of every snapshot
    return [(answer["name"], answer["text"]) for answer in listed]
