"""The demo's invented documents, set as PDF."""

from __future__ import annotations

import typst

_HEAD = """#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(lang: "en", size: 11pt)
#set par(leading: .8em)
#set heading(numbering: none)
"""


def typeset(source: str) -> bytes:
    """Return the PDF of a text in Typst's markup."""
    return bytes(typst.compile((_HEAD + source).encode()))
