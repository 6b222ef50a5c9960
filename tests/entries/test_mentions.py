from __future__ import annotations

import pytest

from plaudit.entries.mentions import mentioned_in, offered_names

NAMES = {1: "Ann Lee", 2: "Anna Lee", 3: "Priya Nair", 4: "Ann Marsh", 5: ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Priya could you check?", {3}),
        ("@priya NAIR, and @Anna.", {2, 3}),
        ("@Ann Lee", {1}),
        ("@Ann", set()),
        ("@Ann  Marsh and @Ann\nLee", {1, 4}),
        ("@Priyanka", set()),
        ("priya@example.org", set()),
        ("Priya", set()),
        ("@", set()),
        ("@@Priya!", {3}),
    ],
)
def test_a_name_after_an_at_sign_is_spoken_to_when_it_is_one_persons(
    text: str, found: set[int]
) -> None:
    assert mentioned_in(text, NAMES) == found


def test_the_same_name_twice_is_nobodys() -> None:
    assert mentioned_in("@Jo Bell", {1: "Jo Bell", 2: "jo bell"}) == set()


def test_those_are_offered_whom_the_name_finds() -> None:
    names = ["Ann  Smith", "Jo Bell", "", "jo bell", "boris@example.org"]
    assert offered_names(names) == ["Ann Smith", "boris@example.org"]
    people = dict(enumerate(names))
    assert [mentioned_in(f"see @{name} there", people) for name in offered_names(names)] == [
        {0},
        {4},
    ]
