from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.replacing import glued_at, replacements

WORDS = st.lists(
    st.sampled_from(["cat", "cut", "car", "a", "the", "sat", "é😀", " ", "  ", "\n\n", "\t"]),
    max_size=25,
).map("".join)


def applied(old: str, new: str) -> str:
    text = old
    for each in reversed(replacements(old, new)):
        text = text[: each.start] + each.text + text[each.end :]
    return text


def in_words(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[each.start : each.end], each.text) for each in replacements(old, new)]


@given(WORDS, WORDS)
def test_replacements_make_the_new_text(old: str, new: str) -> None:
    assert applied(old, new) == new
    assert replacements(new, new) == []


@given(WORDS, WORDS)
def test_no_replacement_begins_or_ends_inside_a_word(old: str, new: str) -> None:
    for each in replacements(old, new):
        for place in (each.start, each.end):
            assert glued_at(old, [place]) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The cat sat.", "The car sat.", [("cat", "car")]),
        ("We met.", "We met. Then we grew.", [("", " Then we grew.")]),
        (
            "Falls fell by half in one year on the ward where it began, to the joy of all.",
            "Falls fell by third in one year on the ward where it began, to the joy of us.",
            [("half", "third"), ("all.", "us.")],
        ),
        # around "the" and "of" two rewritten sentences could be mixed, so they count as rewritten too
        (
            "At the start of the year we met.",
            "By the end of last spring you left.",
            [("At the start of the year we met.", "By the end of last spring you left.")],
        ),
    ],
)
def test_what_was_replaced(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert in_words(old, new) == changes


def test_texts_too_long_to_compare_differ_by_one_replacement() -> None:
    old = " ".join(f"old{number}" for number in range(4_000))
    new = " ".join(f"new{number}" for number in range(4_000))
    assert in_words(f"Begin {old} end", f"Begin {new} end") == [(old, new)]
