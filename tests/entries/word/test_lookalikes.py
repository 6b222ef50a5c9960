"""Questions of the form that were worded anew, in files that lost every mark of whose their lines are."""

from __future__ import annotations

import io

import docx
import pytest

from plaudit.entries.word.form import Form, FormSection
from plaudit.entries.word.lookalikes import without_lookalikes
from plaudit.entries.word.placing import read_form
from plaudit.entries.word.writing import form_document

ASKED = "Which gap did you measure, between whom, and how sure are you of the figures?"
REWORDED = "Which gap did you measure, between whom, and how certain are you of your figures?"
ANSWER = "We measured the gap in missed scans between two valleys. How sure are we? Fairly."


def a_form() -> Form:
    return Form(
        entry="0192f3a0-0000-7000-8000-000000000001",
        reference="PA27-0042",
        title="Warm homes",
        category="Best street",
        edition="Street Awards 2027",
        sections=(
            FormSection("k1", "Purpose", 250, (ASKED, "Which barriers caused it?"), "", 0),
            FormSection(
                "k2", "Results", 250, ("What did not work, and when did you stop it?",), "", 0
            ),
        ),
    )


def typed_anew(*lines: str, heading: str = "Purpose") -> bytes:
    """A file of plain paragraphs: no controls, no styles, no data."""
    document = docx.Document()
    for line in (heading, *lines, "Results", "Two stopped."):
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_a_question_worded_anew_is_told_and_not_placed() -> None:
    read = read_form(typed_anew(REWORDED, "", ANSWER), a_form())
    assert {key: placed.text for key, placed in read.answers.items()} == {
        "k1": ANSWER,
        "k2": "Two stopped.",
    }
    assert read.unknown == [
        ("Left out of “Purpose”: this looks like a question of the form", REWORDED)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (ANSWER,),
        (ANSWER, REWORDED),  # further down, it is the author's
        ("The gap between whom?", ANSWER),
        ("Sure.",),
    ],
)
def test_what_an_author_wrote_stays(lines: tuple[str, ...]) -> None:
    read = read_form(typed_anew(*lines), a_form())
    assert read.answers["k1"].text == "\n".join(lines)
    assert read.unknown == []


def test_a_file_with_its_marks_is_taken_at_its_word() -> None:
    document = docx.Document(io.BytesIO(form_document(a_form())))
    for paragraph in document.paragraphs:
        if paragraph.text == "Results":
            paragraph.insert_paragraph_before(REWORDED)
    kept = io.BytesIO()
    document.save(kept)
    read = read_form(kept.getvalue(), a_form())
    assert not [heading for heading, _ in read.unknown if heading.startswith("Left out of")]
    assert REWORDED in read.answers["k1"].text


def test_nothing_is_lost_between_the_two_parts() -> None:
    lines = ["", REWORDED, "Which barriers caused it all?", ANSWER, "", "More."]
    kept, left = without_lookalikes(lines, a_form().sections[0].prompts)
    assert left + kept == [line for line in lines[1:] if line in left or line in kept]
    assert (left, kept) == ([REWORDED, "Which barriers caused it all?"], [ANSWER, "", "More."])


@pytest.mark.parametrize(
    "heading",
    [
        "1. PURPOSE (250 words)",
        "Purpose – up to 250 words",
        "Purpose: 250 words max",
        "Purpose [max. 1,250 words]",
    ],
)
def test_a_limit_behind_a_heading_leaves_it_a_heading(heading: str) -> None:
    read = read_form(typed_anew(ANSWER, heading=heading), a_form())
    assert (read.answers["k1"].text, read.unknown) == (ANSWER, [])


@pytest.mark.parametrize(
    "line", ["The purpose (250 words)", "Purpose of 250 words", "Purpose (250 people)"]
)
def test_a_line_that_only_speaks_of_words_is_no_heading(line: str) -> None:
    read = read_form(typed_anew(ANSWER, line), a_form())
    assert read.answers["k1"].text == f"{ANSWER}\n{line}"
