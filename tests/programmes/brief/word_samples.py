"""Writes the Word samples; run it again only when a sample is meant to change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SAMPLES = Path(__file__).parent / "samples"


def word_styles() -> Any:
    """Word's own headings, list styles and a hidden paragraph."""
    document = docx.Document()
    document.add_heading("Meadowsweet Farming Awards 2027", 0)
    document.add_heading("Hedgelayer of the Year", 1)
    document.add_paragraph(
        "A hedge laid well outlives the hand that laid it. This award is for that hand."
    )
    document.add_heading("Who should enter", 2)
    document.add_paragraph("Anyone who has laid at least two hundred metres of hedge since 2024.")
    document.add_heading("Craft (60%)", 2)
    document.add_paragraph(
        "Describe the hedge and its condition before you began.", style="List Bullet"
    )
    document.add_paragraph("Which style did you choose, and why?", style="List Bullet")
    document.add_heading("Wildlife (40%) – maximum 250 words", 2)
    document.add_paragraph("What has come back?", style="List Number")
    document.add_paragraph("How do you know?", style="List Number")
    document.add_heading("Contacts", 2)
    document.add_paragraph("Entries: Rosalind Thorne, 01632 960 101, rosalind@meadowsweet.example")
    hidden = document.add_paragraph().add_run("Internal note: do not publish")
    hidden.font.hidden = True
    return document


def word_table() -> Any:
    """Criteria in a table, with bold paragraphs for headings."""
    document = docx.Document()
    for text in ("New category", "Best Seaside Pier"):
        document.add_paragraph().add_run(text).bold = True
    document.add_paragraph(
        "Iron, planks and candyfloss: the pier that best earns its keep between two storms."
    )
    document.add_paragraph().add_run("Eligibility").bold = True
    document.add_paragraph("Piers open to the public for at least 100 days a year.")
    document.add_paragraph().add_run("Marking scheme").bold = True
    table = document.add_table(rows=0, cols=3)
    rows = (
        ("Criterion", "Prompts", "Marks"),
        ("Structure", "How is the pier kept safe?\nWhat was the last big repair?", "30"),
        ("Visitors", "Who comes, and what do they do there?", "40"),
        ("Money", "Explain how the pier pays for itself.", "30"),
        ("Total", "", "100"),
    )
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return document


def word_manual_bullets() -> Any:
    """Bullets typed by hand, line breaks inside a paragraph, a tracked deletion and a text in two runs."""
    document = docx.Document()
    document.add_paragraph().add_run("BELLRINGING TOWER OF THE YEAR").bold = True
    document.add_paragraph(
        "Eight ropes, one band. We want the tower that rings in tune with its parish."
    )
    document.add_paragraph()
    ringing = document.add_paragraph()
    ringing.add_run("Ringing ").bold = True
    ringing.add_run("(20 points)").bold = True
    document.add_paragraph(
        "•\tHow often do you ring, and for what?\n•\tWhat is the band working towards?"
    )
    struck = document.add_paragraph("•\tWho conducts?")
    deletion = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = " (Delete this?)"
    run.append(text)
    deletion.append(run)
    struck._p.append(deletion)
    document.add_paragraph().add_run("Recruiting (30 points)").bold = True
    document.add_paragraph("•\tHow do beginners start?")
    document.add_paragraph("•\tDescribe how a learner is taught in the first ten weeks.")
    return document


def word_numbering() -> Any:
    """Automatic numbering at two levels: the outer items are titles, the inner ones prompts."""
    document = docx.Document()
    document.add_heading("Lido of the Year", 1)
    document.add_paragraph("Cold water, warm welcome.")
    document.add_heading("Judging criteria", 2)
    for title, prompts in (
        ("Water", ("How is the water kept clean?", "What does it cost to heat, or not to?")),
        ("Swimmers", ("Who swims now that did not five years ago?",)),
    ):
        _numbered(document, title, 0)
        for prompt in prompts:
            _numbered(document, prompt, 1)
    return document


def _numbered(document: Any, text: str, level: int) -> None:
    paragraph = document.add_paragraph(text, style="List Number")
    properties = paragraph._p.get_or_add_pPr()
    number = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", str(level)), ("w:numId", "5")):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        number.append(element)
    properties.append(number)


def main() -> None:
    """Writes every Word sample."""
    for name, document in (
        ("word-styles", word_styles()),
        ("word-table", word_table()),
        ("word-manual-bullets", word_manual_bullets()),
        ("word-numbering", word_numbering()),
    ):
        document.save(SAMPLES / f"{name}.docx")


if __name__ == "__main__":
    main()
