from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text

from plaudit.entries.documents import (
    NOTHING,
    IncompleteUpdate,
    SharedText,
    UnreadableUpdate,
    change_to,
    clocks_in,
    covers,
    merge,
    merge_change,
    replayed,
    text_in,
)

TEXTS = st.lists(st.sampled_from(["a", "b", " ", "\n", "é", "😀", "e\u0301", "字"])).map("".join)


def brought(document: bytes, text: str, author: str = "a") -> bytes:
    return merge(document, change_to(document, text, author=author)).document


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_a_document_says_what_it_was_brought_to_say(texts: list[str]) -> None:
    document, log = b"", []
    for text in texts:
        log.append(change_to(document, text, author="a"))
        document = merge(document, log[-1]).document
        assert text_in(document) == text
        assert text_in(replayed(log)) == text


def test_many_small_saves_leave_a_small_document() -> None:
    document, text = b"", ""
    for number in range(300):
        text += f"word{number} "
        document = brought(document, text)
    assert len(document) < len(text) + 300 * 25  # each save counts as an author of its own


@given(TEXTS, TEXTS, TEXTS)
def test_the_same_change_twice_is_one_change(base: str, new: str, other: str) -> None:
    start = brought(b"", base)
    update = change_to(start, new, author="a")
    assert update == change_to(start, new, author="a")
    first = merge(start, update)
    both = merge(first.document, change_to(start, other, author="b"))
    again = merge(both.document, update)
    assert (again.text, again.is_changed) == (both.text, False)


def test_two_changes_to_one_base_are_both_there() -> None:
    base = brought(b"", "The homes were damp.")
    mine = change_to(base, "The old homes were damp.", author="a")
    theirs = change_to(base, "The homes were damp, and cold.", author="b")
    assert merge(merge(base, mine).document, theirs).text == "The old homes were damp, and cold."
    assert merge(merge(base, theirs).document, mine).text == "The old homes were damp, and cold."


WRITTEN = st.lists(
    st.sampled_from(["cat", "cut", "car", "a", "the", "sat.", "é😀", " ", " ", "\n\n"]), max_size=20
).map("".join)


@given(WRITTEN, WRITTEN, WRITTEN)
def test_two_replacements_at_once_make_no_word_that_nobody_wrote(
    base: str, mine: str, theirs: str
) -> None:
    start = brought(b"", base)
    change, other = change_to(start, mine, author="a"), change_to(start, theirs, author="b")
    for first, second in ((change, other), (other, change)):
        merged, kept = merge_change(merge(start, first).document, second)
        assert set(merged.text.split()) <= set(f"{base} {mine} {theirs}".split())
        assert text_in(replayed([start, first, kept])) == merged.text
        again, _ = merge_change(merged.document, second)
        assert (again.text, again.is_changed) == (merged.text, False)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "joined"),
    [
        ("The cat sat.", "The car sat.", "The cut sat.", {"The car cut sat.", "The cut car sat."}),
        ("", "Mine.", "Theirs.", {"Mine. Theirs.", "Theirs. Mine."}),
        ("We met.", "We met. One.", "We met. Two.", {"We met. One. Two.", "We met. Two. One."}),
        (
            "Falls are down. Staff are well. Beds are free.",
            "Falls are halved. Staff are well. Beds are full.",
            "Falls are down. All our staff are well. Beds are free.",
            {"Falls are halved. All our staff are well. Beds are full."},
        ),
        ("It fell.", "It fell now.", "It fell. We met.", {"It fell now. We met."}),
        ("It fell.", "They fell.", "See: It fell.", {"See: They fell."}),
    ],
)
def test_replacements_at_once_stay_whole(
    base: str, mine: str, theirs: str, joined: set[str]
) -> None:
    start = brought(b"", base)
    for number in range(8):  # the order of two authors' numbers makes no difference
        change = change_to(start, mine, author=f"a{number}")
        other = change_to(start, theirs, author="b")
        assert merge_change(merge(start, change).document, other)[0].text in joined
        assert merge_change(merge(start, other).document, change)[0].text in joined


class Typist:
    """A page: a copy of the document, typed into."""

    def __init__(self, document: bytes = b"") -> None:
        self.shared: Doc[Text] = Doc()
        if document:
            self.shared.apply_update(document)
        self.text = self.shared.get("text", type=Text)

    @property
    def state(self) -> bytes:
        return bytes(self.shared.get_state())

    def types(self, text: str) -> bytes:
        known = self.state
        self.text += text
        return bytes(self.shared.get_update(known))


def test_an_update_is_taken_once_and_kept_as_it_came() -> None:
    page, held = Typist(), SharedText(b"")
    update = page.types("Damp.")
    assert held.take(update, page.state) == update
    assert held.take(update, page.state) is None
    assert (held.text, text_in(held.document), held.state) == ("Damp.", "Damp.", page.state)


def test_an_update_that_rests_on_a_lost_one_is_refused_whole() -> None:
    page, held = Typist(), SharedText(b"")
    held.take(page.types("One "), page.state)
    page.types("two ")  # never arrives
    late = page.types("three ")
    with pytest.raises(IncompleteUpdate):
        held.take(late, page.state)
    assert held.text == "One "
    everything = bytes(page.shared.get_update(held.state))
    assert held.take(everything, page.state) == everything
    assert held.text == "One two three "


def test_what_is_missing_comes_down() -> None:
    mine, held = Typist(), SharedText(b"")
    held.take(mine.types("Mine. "), mine.state)
    theirs = Typist()
    theirs.shared.apply_update(held.missing_in(NOTHING))
    assert str(theirs.text) == "Mine. "


def test_undo_goes_back_one_update() -> None:
    page, held = Typist(), SharedText(b"")
    held.take(page.types("Short."), page.state)
    held.take(page.types(" Far too long."), page.state)
    held.undo()
    assert (held.text, text_in(held.document)) == ("Short.", "Short.")


@pytest.mark.parametrize("bad", ["a\x00b", "a\rb", "a\r\nb", "é\x00\r\r\n\x00😀"])
def test_what_the_database_cannot_hold_is_taken_out_by_an_edit_of_its_own(bad: str) -> None:
    page, held = Typist(), SharedText(b"")
    before = held.document
    kept = held.take(page.types(bad), page.state)
    clean = bad.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    assert kept is not None
    assert (held.text, text_in(held.document)) == (clean, clean)
    assert text_in(replayed([before, kept] if before else [kept])) == clean
    page.shared.apply_update(held.missing_in(page.state))
    assert str(page.text) == clean


@given(st.binary(max_size=60), st.binary(max_size=12))
def test_no_bytes_do_harm(update: bytes, known: bytes) -> None:
    page, held = Typist(), SharedText(b"")
    held.take(page.types("Safe."), page.state)
    for attempt in (lambda: held.take(update, known), lambda: held.missing_in(known)):
        try:
            attempt()
        except (UnreadableUpdate, IncompleteUpdate):
            assert text_in(held.document) == held.text == "Safe."


def test_a_broken_update_does_no_harm() -> None:
    page, chance = Typist(), random.Random(1)
    good = page.types("Damp homes made dry.")
    for _ in range(500):
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] = chance.randrange(256)
        held = SharedText(b"")
        try:
            held.take(bytes(bad), NOTHING)
        except (UnreadableUpdate, IncompleteUpdate):
            assert held.document == b""
        assert text_in(held.document) == held.text


def test_a_state_vector_is_read_as_its_pairs() -> None:
    page = Typist()
    page.types("12345")
    assert clocks_in(page.state) == {page.shared.client_id: 5}
    assert covers(page.state, NOTHING)
    assert not covers(NOTHING, page.state)
    with pytest.raises(UnreadableUpdate):
        clocks_in(b"\x02\x01")
