from __future__ import annotations

import pytest

from plaudit.sites.public.pages.prose import Block, blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One.\nStill one.\n\nTwo.", [Block("One. Still one."), Block("Two.")]),
        (
            "Bring:\n- figures\n• words\n  of residents",
            [Block("Bring:"), Block(items=["figures", "words of residents"])],
        ),
        ("1. read\n2) write", [Block(items=["read", "write"])]),
        ("- one\n\nThen.\n\n- two", [Block(items=["one"]), Block("Then."), Block(items=["two"])]),
        ("- one\n\n- two", [Block(items=["one", "two"])]),
        ("2027 was good.", [Block("2027 was good.")]),
        ("-5 degrees", [Block("-5 degrees")]),
    ],
)
def test_text_becomes_paragraphs_and_lists(text: str, expected: list[Block]) -> None:
    assert blocks(text) == expected
