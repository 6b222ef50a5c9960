from __future__ import annotations

import asyncio

import pytest

from plaudit.entries.models import Entry, EntryStatus
from plaudit.live.members import Members
from plaudit.live.streams import Stream
from plaudit.live.watching import look_around
from tests.factories.entries import a_contributor
from tests.live.conftest import an_open_entry

pytestmark = pytest.mark.django_db(transaction=True)


class HeardStream(Stream):
    """A stream whose events can be read here."""

    def heard(self) -> str:
        text = "".join(self._events)
        self._events.clear()
        return text


def look(*streams: Stream) -> None:
    """Look around as the web server does now and then."""

    async def once() -> None:
        members = Members()
        try:
            await look_around(streams, members)
        finally:
            await members.close()

    asyncio.run(once())


def stands(entry: Entry, status: EntryStatus) -> None:
    Entry.objects.filter(pk=entry.pk).update(status=status)


def test_an_idle_page_hears_once_of_each_change_of_where_its_entry_stands() -> None:
    entry, other = an_open_entry(), an_open_entry()
    own = HeardStream(entry.pk, entry.started_by_id)
    apart = HeardStream(other.pk, other.started_by_id)
    told = 'event: standing\ndata: {"status":"%s"}\n\n'
    look(own, apart)
    assert [own.heard(), apart.heard()] == [told % "draft"] * 2
    look(own, apart)
    assert [own.heard(), apart.heard()] == ["", ""]
    for status in (EntryStatus.SUBMITTED, EntryStatus.WITHDRAWN):
        stands(entry, status)
        look(own, apart)
        look(own, apart)
        assert [own.heard(), apart.heard()] == [told % status.value, ""]
    assert own.is_open
    assert apart.is_open


def test_who_works_on_the_entry_no_longer_is_told_nothing_and_let_go() -> None:
    entry = an_open_entry()
    person = a_contributor(entry)
    streams = HeardStream(entry.pk, person.pk), HeardStream(entry.pk, entry.started_by_id)
    look(*streams)
    for stream in streams:
        stream.heard()
    entry.contributors.filter(person=person).delete()
    stands(entry, EntryStatus.SUBMITTED)
    look(*streams)
    assert [stream.is_open for stream in streams] == [False, True]
    assert streams[0].heard() == ""
    assert "submitted" in streams[1].heard()
