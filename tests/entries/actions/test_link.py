from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.link import join_by_link, make_link, revoke_link
from plaudit.entries.models import Contributor, ContributorLevel
from plaudit.entries.rules import level_of
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def test_people_join_by_a_link_and_it_is_known_who_came_by_it() -> None:
    entry = an_entry()
    link = make_link(entry, level="comment", days=7, by=entry.started_by, at=WHILE_OPEN)
    jo = a_person("Jo")
    join_by_link(link, by=jo, at=WHILE_OPEN)
    join_by_link(link, by=jo, at=WHILE_OPEN)
    assert level_of(jo, entry) == "comment"
    assert [each.person for each in Contributor.objects.filter(link=link)] == [jo]
    writer = a_contributor(entry)
    join_by_link(link, by=writer, at=WHILE_OPEN)
    assert level_of(writer, entry) == "write", "a link never lowers"


@pytest.mark.parametrize("days_later", [0, 8])
def test_a_closed_or_old_link_lets_nobody_in(days_later: int) -> None:
    entry = an_entry()
    link = make_link(entry, level="read", days=7, by=entry.started_by, at=WHILE_OPEN)
    if not days_later:
        revoke_link(link, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="no longer open"):
        join_by_link(link, by=a_person(), at=WHILE_OPEN + dt.timedelta(days=days_later))


def test_a_link_may_ask_for_a_domain() -> None:
    entry = an_entry()
    link = make_link(
        entry,
        level="read",
        days=1,
        by=entry.started_by,
        at=WHILE_OPEN,
        email_domain="@Trust.example",
    )
    for address in ("jo@elsewhere.example", "jo@not-trust.example", "jo@sub.trust.example"):
        with pytest.raises(Refused, match=r"@trust\.example"):
            join_by_link(link, by=a_person(email=address), at=WHILE_OPEN)
    join_by_link(link, by=a_person(email="jo@trust.example"), at=WHILE_OPEN)


def test_links_give_no_right_to_submit_and_only_submitters_make_them() -> None:
    entry = an_entry()
    for level in (ContributorLevel.SUBMIT, ContributorLevel.OWNER):
        with pytest.raises(Refused, match="may do"):
            make_link(entry, level=level, days=7, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="invite others"):
        make_link(entry, level="read", days=7, by=a_contributor(entry), at=WHILE_OPEN)
