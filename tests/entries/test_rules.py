from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.models import ContributorLevel
from plaudit.entries.rules import may_invite, may_read, may_submit, may_withdraw, may_write
from tests.factories.entries import a_contributor, a_submitted_entry
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, WHILE_OPEN

pytestmark = pytest.mark.django_db

LATE = CLOSES + dt.timedelta(seconds=1)

MAY = {
    None: set(),
    ContributorLevel.READ: {"read"},
    ContributorLevel.WRITE: {"read", "write"},
    ContributorLevel.SUBMIT: {"read", "write", "submit", "withdraw", "invite"},
    ContributorLevel.OWNER: {"read", "write", "submit", "withdraw", "invite"},
}


@pytest.mark.parametrize("level", list(MAY))
def test_what_each_level_may_do_while_entries_are_open_and_after(level: str | None) -> None:
    entry = a_submitted_entry()
    person = a_person()
    if level == ContributorLevel.OWNER:
        person = entry.started_by
    elif level is not None:
        a_contributor(entry, person, level)

    def allowed(at: dt.datetime) -> set[str]:
        verdicts = {
            "read": may_read(person, entry),
            "write": may_write(person, entry, at),
            "submit": may_submit(person, entry, at),
            "withdraw": may_withdraw(person, entry, at),
            "invite": may_invite(person, entry),
        }
        for verdict in verdicts.values():
            assert bool(verdict) != bool(verdict.reason)
        return {name for name, verdict in verdicts.items() if verdict}

    assert allowed(WHILE_OPEN) == MAY[level]
    assert allowed(CLOSES) == MAY[level]
    assert allowed(LATE) == MAY[level] - {"write", "submit", "withdraw"}
