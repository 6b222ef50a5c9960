from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.kit.words import count_words

VECTORS = json.loads((Path(__file__).parent / "word_vectors.json").read_text())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["text"])[:40])
def test_words_are_counted_by_the_rule_that_pages_share(vector: dict[str, object]) -> None:
    assert count_words(str(vector["text"])) == vector["words"]


@given(st.text())
def test_the_count_does_not_depend_on_how_accents_are_written(text: str) -> None:
    assert count_words(unicodedata.normalize("NFD", text)) == count_words(text)


@given(st.lists(st.sampled_from(["word", "24/7", "re-use", "é", "字"])))
def test_words_between_spaces_add_up(words: list[str]) -> None:
    assert count_words(" \n".join(words)) == len(words)
