from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.comparing import Change, changes
from plaudit.entries.engines.differences import Fate, word_differences
from plaudit.entries.engines.replacing import replacements

ROWS = st.lists(st.sampled_from(["a", "b", "c", "\n"]), max_size=30)


@given(ROWS, ROWS)
def test_the_changes_make_the_new_row_of_the_old(old: list[str], new: list[str]) -> None:
    made, last = [], Change(0, 0, 0, 0)
    for change in changes(old, new):
        assert old[last.end : change.start] == new[last.new_end : change.new_start]
        assert change.end > change.start or change.new_end > change.new_start
        made += [*old[last.end : change.start], *new[change.new_start : change.new_end]]
        last = change
    assert [*made, *old[last.end :]] == new


def test_rows_alike_have_no_change_and_none_of_them_is_counted_twice() -> None:
    assert changes([], []) == changes(["a", "a"], ["a", "a"]) == []
    assert changes(["a"], ["a", "a"]) == [Change(1, 1, 1, 2)]
    assert changes(["a", "a"], ["a"]) == [Change(1, 2, 1, 1)]


def test_two_thousand_words_of_which_all_are_one_of_two_are_compared_at_once() -> None:
    """By difflib alone this takes minutes."""
    chance = random.Random(1)
    old, new = (" ".join(chance.choice("ab") for _ in range(2_000)) for _ in range(2))
    begun = time.process_time()
    pieces = word_differences(f"first {old} last", f"first {new} last")
    (replacement,) = replacements(f"first {old} last", f"first {new} last")
    assert time.process_time() - begun < 2
    assert {piece.fate for piece in pieces} == set(Fate)
    assert pieces[0].text.startswith("first")
    assert pieces[-1].text.endswith("last")
    assert replacement.text in new
