"""Only plain text reaches the library, however the bytes were made."""

from __future__ import annotations

import random

import pytest
from pycrdt import Array, Doc, Map, Text

from plaudit.entries.updates import NotPlainText, require_plain_text, state_entries


def written(seed: int) -> list[bytes]:
    """What four people write and delete in one text, as updates from each to another."""
    chance, updates = random.Random(seed), []
    documents: list[Doc[Text]] = [Doc() for _ in range(4)]
    texts = [each.get("text", type=Text) for each in documents]
    for _ in range(40):
        one, other = chance.sample(range(4), 2)
        length = len(str(texts[one]).encode())
        if length > 4 and chance.random() < 0.3:
            start = chance.randrange(length - 2)
            del texts[one][start : start + 2]
        else:
            texts[one].insert(chance.randrange(length + 1), chance.choice(["a", "bcd", "words "]))
        updates.append(bytes(documents[one].get_update(documents[other].get_state())))
        if chance.random() < 0.5:
            documents[other].apply_update(updates[-1])
    return [*updates, *(bytes(each.get_update()) for each in documents)]


@pytest.mark.parametrize("seed", range(20))
def test_what_people_write_passes(seed: int) -> None:
    for update in written(seed):
        require_plain_text(update)


def test_nested_values_that_would_end_the_process_are_refused() -> None:
    deep = b"\x01\x01\x05\x00\x08\x01\x04text\x01" + b"\x75\x01" * 200_000 + b"\x7e\x00"
    with pytest.raises(NotPlainText):
        require_plain_text(deep)


def test_anything_but_text_under_its_root_is_refused() -> None:
    formatted: Doc[Text] = Doc()
    text = formatted.get("text", type=Text)
    text += "bold"
    text.format(0, 2, {"bold": True})
    other: Doc[Text] = Doc()
    other.get("title", type=Text).insert(0, "x")
    mapped: Doc[Map[str]] = Doc()
    mapped.get("text", type=Map)["key"] = "value"
    listed: Doc[Array[int]] = Doc()
    listed.get("text", type=Array).append(1)
    for document in (formatted, other, mapped, listed):
        with pytest.raises(NotPlainText):
            require_plain_text(bytes(document.get_update()))


@pytest.mark.parametrize(
    "data",
    [b"", b"\x01", b"\xff\xff\xff\xff\x07", b"\x00\x00\x00", b"\x01\x80\x80\x80\x1d\x05\x00"],
)
def test_lengths_that_are_not_there_are_refused(data: bytes) -> None:
    with pytest.raises(NotPlainText):
        require_plain_text(data)
    with pytest.raises(NotPlainText):
        state_entries(data)
