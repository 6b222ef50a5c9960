from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from plaudit.entries.word.form import Form, FormSection
from plaudit.entries.word.placing import ReadForm, read_form
from plaudit.entries.word.writing import form_document
from plaudit.kit.verdict import Refused

ENTRY = "0192f3a0-0000-7000-8000-000000000001"
TEXT = "First line & <more>.\n\n- one\n- two\n\tindented 😀"


def a_form(entry: str = ENTRY, reference: str = "PA27-0042") -> Form:
    return Form(
        entry=entry,
        reference=reference,
        title="Warm homes",
        category="Best street",
        edition="Street Awards 2027",
        sections=(
            FormSection("k1", "Ambition", 400, ("What was the need?",), TEXT, 3),
            FormSection("k2", "Outcome", None, ("What changed?",), "", 0),
        ),
    )


def edited(change: Callable[[Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(form_document(a_form())))
    change(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def said(read: ReadForm) -> dict[str, tuple[str, int | None]]:
    return {key: (placed.text, placed.version) for key, placed in read.answers.items()}


def control(document: Document, place: int) -> object:
    return document.element.body.findall(qn("w:sdt"))[place].find(qn("w:sdtContent"))


def paragraph(text: str, properties: str = "") -> object:
    return parse_xml(f"<w:p {nsdecls('w')}>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>")


def without_controls(document: Document) -> None:
    for wrapper in document.element.body.findall(qn("w:sdt")):
        for child in list(wrapper.find(qn("w:sdtContent"))):
            wrapper.addprevious(child)
        document.element.body.remove(wrapper)


def test_an_untouched_form_gives_back_its_texts_and_versions() -> None:
    read = read_form(form_document(a_form()), a_form())
    assert said(read) == {"k1": (TEXT, 3), "k2": ("", 0)}
    assert (read.unknown, read.is_marked) == ([], True)


def test_lists_tables_and_tracked_changes_become_the_final_plain_text() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    tracked = (
        f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>We </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>lost</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>won</w:t></w:r></w:ins></w:p>"
    )

    def change(document: Document) -> None:
        inside = control(document, 1)
        inside.append(paragraph("a point", listed))  # type: ignore[attr-defined]
        inside.append(parse_xml(tracked))  # type: ignore[attr-defined]
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Before", "41"
        inside.append(table._element)  # type: ignore[attr-defined]

    read = read_form(edited(change), a_form())
    assert said(read)["k2"] == ("- a point\nWe won\nBefore | 41", 0)


def test_headings_and_styles_may_change_while_the_marks_are_there() -> None:
    def change(document: Document) -> None:
        for each in document.paragraphs:
            each.style = document.styles["Normal"]
            if each.text == "Ambition":
                each.text = "Our great ambition"
        control(document, 1).append(paragraph("Fewer fell."))  # type: ignore[attr-defined]

    read = read_form(edited(change), a_form())
    assert said(read) == {"k1": (TEXT, 3), "k2": ("Fewer fell.", 0)}
    assert [text for _, text in read.unknown] == ["Our great ambition"]


def test_text_typed_below_an_answers_control_belongs_to_it() -> None:
    def change(document: Document) -> None:
        heading = next(each for each in document.paragraphs if each.text == "Outcome")
        heading.insert_paragraph_before("One more line.")

    assert said(read_form(edited(change), a_form()))["k1"] == (f"{TEXT}\nOne more line.", 3)


def test_without_marks_answers_are_placed_by_their_headings_and_the_rest_is_told() -> None:
    def change(document: Document) -> None:
        without_controls(document)
        document.add_heading("2. OUTCOME:", level=2)
        document.add_paragraph("Fewer fell.")
        document.add_heading("Our budget", level=1)
        document.add_paragraph("Ten pounds.")

    read = read_form(edited(change), a_form())
    assert said(read) == {"k1": (TEXT, 3), "k2": ("Fewer fell.", 0)}
    assert read.unknown == [("Our budget", "Ten pounds.")]


def moved_form() -> Form:
    """The form of the same entry in another category: one heading is asked there too, with another limit."""
    outcome = FormSection("m2", "Outcome", 250, ("How quiet is it?",), "", 0)
    return replace(a_form(), category="Best square", sections=(outcome,))


def test_a_file_made_for_another_category_is_placed_by_headings_and_the_rest_is_told() -> None:
    def change(document: Document) -> None:
        control(document, 1).append(paragraph("Fewer fell."))  # type: ignore[attr-defined]

    read = read_form(edited(change), moved_form())
    assert said(read) == {"m2": ("Fewer fell.", None)}
    whole = "\n".join(text for _, text in read.unknown)
    assert TEXT in whole
    assert "What changed?" not in whole
    assert "Fewer fell." not in whole


def test_a_limit_that_was_changed_meanwhile_is_no_part_of_an_answer() -> None:
    form = a_form()
    now = replace(form, sections=tuple(replace(each, word_limit=55) for each in form.sections))
    read = read_form(form_document(form), now)
    assert said(read) == {"k1": (TEXT, 3), "k2": ("", 0)}
    assert read.unknown == []


def reworded() -> Form:
    """The form after the organiser worded it anew: names, limits and prompts."""
    ambition, outcome = a_form().sections
    sections = (
        replace(
            ambition, name="Your ambition", prompts=("Which need did you meet?",), word_limit=9
        ),
        replace(outcome, name="Results", prompts=("What is better?", "For whom?")),
    )
    return replace(a_form(), title="Dry homes", category="Street of the year", sections=sections)


@pytest.mark.parametrize("has_marks", [True, False])
def test_lines_reworded_since_the_download_are_no_part_of_an_answer(has_marks: bool) -> None:
    def change(document: Document) -> None:
        control(document, 1).append(paragraph("Fewer fell."))  # type: ignore[attr-defined]
        if not has_marks:
            without_controls(document)

    read = read_form(edited(change), reworded())
    assert {key: text.strip() for key, (text, _) in said(read).items()} == {
        "k1": TEXT,
        "k2": "Fewer fell.",
    }
    assert read.unknown == []


def test_a_prompt_that_somebody_wrote_on_gives_only_what_they_wrote() -> None:
    def change(document: Document) -> None:
        for each in document.paragraphs:
            if each.text == "What changed?":
                each.add_run(" Fewer fell.")
            if each.text == "What was the need?":
                each.text = "What is this about?"

    read = read_form(edited(change), a_form())
    assert said(read)["k2"][0].strip() == "Fewer fell."
    assert said(read)["k1"] == (TEXT, 3)
    assert read.unknown == [("Lines of the form that were changed", "What is this about?")]


def without_data(content: bytes) -> bytes:
    """Return the file as a program leaves it that drops what it does not know."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    rels = "word/_rels/document.xml.rels"
    links = re.sub(rb"<Relationship [^>]*customXml/item[^>]*/>", b"", parts[rels])
    kept = {name: each for name, each in parts.items() if not name.startswith("customXml/item")}
    return packed(kept | {rels: links})


def test_reworded_lines_of_a_file_that_lost_its_data_are_told_and_not_placed() -> None:
    def change(document: Document) -> None:
        control(document, 1).append(paragraph("Fewer fell."))  # type: ignore[attr-defined]

    read = read_form(without_data(edited(change)), replace(reworded(), title=a_form().title))
    assert {key: text.strip() for key, (text, _) in said(read).items()} == {
        "k1": TEXT,
        "k2": "Fewer fell.",
    }
    told = "\n".join(text for _, text in read.unknown)
    assert "What was the need?" in told
    assert "What changed?" in told


def test_a_file_typed_anew_has_no_versions() -> None:
    document = docx.Document()
    for line in ("Ambition", "Typed anew.", "Outcome", "And this."):
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    read = read_form(kept.getvalue(), a_form())
    assert said(read) == {"k1": ("Typed anew.", None), "k2": ("And this.", None)}
    assert not read.is_marked


def test_a_file_of_another_entry_is_refused_by_its_data_or_by_its_reference() -> None:
    other = a_form("0192f3a0-0000-7000-8000-000000000002", "PA27-0007")
    with pytest.raises(Refused, match="belongs to entry PA27-0007, and this is PA27-0042"):
        read_form(form_document(other), a_form())
    document = docx.Document()
    for line in ("Reference PA27-0007", "Ambition", "Text"):
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    with pytest.raises(Refused, match="PA27-0007"):
        read_form(kept.getvalue(), a_form())


def packed(parts: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


TYPES = {"[Content_Types].xml": b"<Types/>"}
ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a Word file"),
        (b"PK\x03\x04 broken", "not a Word file"),
        (b"%PDF-1.7", "not a Word file"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "old Word file"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (packed(TYPES), "not a Word file"),
        (packed({**TYPES, "word/document.xml": b"<not", }), "not a Word file"),
        (packed({**TYPES, "word/document.xml": ENTITIES}), "not a Word file"),
        (packed({**TYPES, "word/document.xml": b"<x/>", "word/vbaProject.bin": b""}), "macros"),
        (
            packed({"[Content_Types].xml": b"macroEnabled", "word/document.xml": b"<x/>"}),
            "macros",
        ),
        (packed({**TYPES, "word/document.xml": b" " * (31 * 1024 * 1024)}), "unpacks to more"),
        (packed({**TYPES, "word/document.xml": b"<x>" * 300 + b"</x>" * 300}), "not a Word file"),
        (packed({**TYPES, "word/document.xml": b"<x/>"}), "None of the headings"),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused_in_words(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_form(content, a_form())
