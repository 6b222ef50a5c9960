from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.documents import changed_span, document_with, text_in

TEXTS = st.lists(st.sampled_from(["a", "b", " ", "\n", "é", "😀", "e\u0301", "字"])).map("".join)


@given(st.lists(TEXTS, max_size=6))
def test_a_document_says_what_it_was_brought_to_say(texts: list[str]) -> None:
    document = b""
    for text in texts:
        document = document_with(document, text)
        assert text_in(document) == text


@given(TEXTS, TEXTS)
def test_a_span_is_the_whole_difference(old: str, new: str) -> None:
    start, old_end, new_end = changed_span(old, new)
    assert 0 <= start <= min(old_end, new_end)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


def test_many_small_saves_leave_a_small_document() -> None:
    document, text = b"", ""
    for number in range(300):
        text += f"word{number} "
        document = document_with(document, text)
    assert len(document) < len(text) + 200


def test_an_edit_in_the_middle_keeps_what_stands_around_it() -> None:
    document = document_with(b"", "The homes were damp.")
    assert (
        text_in(document_with(document, "The old homes were damp.")) == "The old homes were damp."
    )
