from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from plaudit.kit.pdf.showable import showable
from plaudit.kit.pdf.typesetting import NotTypeset, typeset

TEMPLATE = """#let data = json("data.json")
#set document(title: data.title)
#set text(lang: "en")
= #data.title
#data.text
"""


def template(folder: Path, text: str = TEMPLATE) -> Path:
    (folder / "page.typ").write_text(text)
    return folder / "page.typ"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Gŵyr, Ελλάδα, Иван, עברית, العربية", "Gŵyr, Ελλάδα, Иван, עברית, العربية"),
        ("Yay 😀!", "Yay [grinning face]!"),
        ("漢", "[U+6F22]"),
        ("a\x00b\x07c\u202ed\ufeffe", "abcde"),
        ("e\u0301", "é"),
        ("x" * 90, "x" * 40 + "\u200b" + "x" * 40 + "\u200b" + "x" * 10),
        ("a" * 64, "a" * 64),
        ("\U0010ffff\ue000", "[U+10FFFF][U+E000]"),
    ],
)
def test_text_is_shown_or_spelt_out(typed: str, shown: str) -> None:
    assert showable(typed) == shown


def test_markup_in_the_data_stays_text(tmp_path: Path) -> None:
    hostile = '#panic("x") #read("/etc/passwd") *b* $x$ <a> @ref = no \\ /* // `c`'
    made = typeset(template(tmp_path), {"title": "Title", "text": hostile})
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert "".join(hostile.split()) in "".join(text.split())


def test_a_template_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    with pytest.raises(NotTypeset):
        typeset(template(tmp_path, '#read("../../../../etc/hostname")'), {})


def test_the_same_data_at_the_same_time_is_the_same_file(tmp_path: Path) -> None:
    at = dt.datetime(2027, 2, 1, 10, tzinfo=dt.UTC)
    data = {"title": "Title", "text": "Text"}
    assert typeset(template(tmp_path), data, at=at) == typeset(template(tmp_path), data, at=at)
