from __future__ import annotations

from uuid import UUID

import pytest

from plaudit.entries.meanwhile import ChangedMeanwhile, Said, rows_to_write, version_of

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
SHOWN: dict[UUID, Said] = {ONE: ("yes", ""), TWO: ("", ""), THREE: ("no", "why")}


def test_only_what_differs_is_written() -> None:
    sent = {ONE: ("yes", ""), TWO: ("no", "")}
    assert rows_to_write(sent, SHOWN, version_of(SHOWN)) == {TWO}
    assert rows_to_write(sent, SHOWN, None) == {TWO}


def test_a_row_sent_as_it_was_shown_gives_way_to_what_others_wrote() -> None:
    stored = SHOWN | {ONE: ("no", "")}
    sent = SHOWN | {TWO: ("yes", "")}
    assert rows_to_write(sent, stored, version_of(SHOWN)) == {TWO}


def test_a_row_that_two_people_changed_is_refused_and_nothing_else_is_written() -> None:
    stored = SHOWN | {ONE: ("no", "theirs")}
    sent = {ONE: ("no", "mine"), TWO: ("yes", ""), THREE: SHOWN[THREE]}
    with pytest.raises(ChangedMeanwhile) as raised:
        rows_to_write(sent, stored, version_of(SHOWN))
    assert (raised.value.clashing, raised.value.changed) == ({ONE}, {ONE, TWO})
    assert rows_to_write(sent, stored, version_of(stored)) == {ONE, TWO}


def test_two_people_who_say_the_same_do_not_clash() -> None:
    said = SHOWN | {ONE: ("no", "")}
    assert rows_to_write(said, said, version_of(SHOWN)) == set()


def test_a_form_that_names_no_version_writes_over_nothing() -> None:
    for version in ("", "7", "..", "\x00"):
        with pytest.raises(ChangedMeanwhile):
            rows_to_write({ONE: ("no", "")}, SHOWN, version)
    assert rows_to_write({ONE: ("yes", "")}, SHOWN, "") == set()


def test_rows_that_say_the_same_are_told_apart() -> None:
    version = version_of({ONE: ("yes",)})
    with pytest.raises(ChangedMeanwhile):
        rows_to_write({TWO: ("no",)}, {TWO: ("yes",)}, version)


def test_a_fingerprint_tells_where_one_value_ends_and_the_next_begins() -> None:
    assert version_of({ONE: ("a", "b")}) != version_of({ONE: ("ab", "")})
