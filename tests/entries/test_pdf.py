from __future__ import annotations

import datetime as dt
import io
import random
import time
from typing import Any

import pytest
from pypdf import PdfReader

from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.pdf import submission_pdf
from plaudit.entries.snapshot import snapshot_of
from tests.factories.entries import a_complete_entry
from tests.factories.evidence import a_measure, a_series
from tests.factories.files import a_photo, named
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def whole(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def a_snapshot(**texts: str) -> dict[str, Any]:
    entry = a_complete_entry(texts=texts, partners=(an_organisation("Tŷ Hafan"),))
    attach_file(entry, "photo", named(a_photo("PNG"), "a.png"), by=entry.started_by, at=WHILE_OPEN)
    return snapshot_of(entry)


def test_the_pdf_is_tagged_and_says_all_that_judges_read() -> None:
    text = "Fewer fell [E1].\n\n- one\n- two\n\n" + "We asked people and then we built it. " * 60
    snapshot = a_snapshot(Outcome=text)
    made = submission_pdf(snapshot, at=WHILE_OPEN)
    reader = PdfReader(io.BytesIO(made))
    root = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == snapshot["title"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    said = whole(made)
    told = [snapshot["title"], snapshot["summary"], snapshot["reference"]]
    told += [body["name"] for body in snapshot["organisations"]]
    for answer in snapshot["answers"]:
        told += [
            answer["name"],
            *answer["prompts"],
            *answer["text"].replace("- ", "").replace(". ", "\n").split("\n"),
        ]
    assert [each for each in told if "".join(each.split()) not in said] == []
    assert len(reader.pages[0].images) == 1


def test_a_receipt_stands_above_the_entry() -> None:
    snapshot = a_snapshot()
    digest = "0f" * 32
    said = whole(
        submission_pdf(snapshot, receipt=[("Reference", "PA27-0001/1"), ("Digest", digest)])
    )
    assert "PA27-0001/1" in said
    assert digest in said


def test_hostile_and_random_text_is_set_in_time() -> None:
    draw = random.Random(7)
    points = [*range(0x20, 0x3000), *range(0xE000, 0x11000), *range(0x1F300, 0x1FB00)]
    noise = "".join(chr(draw.choice(points)) for _ in range(4_000))
    snapshot = a_snapshot()
    snapshot["title"] = "#panic() <x> " + noise[:100]
    for answer, text in zip(
        snapshot["answers"], (noise, "x" * 10_000, "עברית \u202e العربية 😀" * 200), strict=False
    ):
        answer["text"] = text
    begun = time.process_time()
    made = submission_pdf(snapshot)
    assert time.process_time() - begun < 2
    assert whole(made).replace("\u200b", "").count("x") >= 10_000


def test_every_kind_of_evidence_is_set() -> None:
    snapshot = a_snapshot(Outcome="It fell [E1] and [E2]. Nothing at [E9].")
    measure = {
        "unit": "%", "direction": "down", "baseline": "41", "baseline_period": "2025", "target": None,
        "target_period": "", "result": "23.5", "result_period": "2026", "source": "Audit",
        "series": [], "chart": None, "change_note": "New rota", "changed_on": None,
    }  # fmt: skip
    line = {"kind": "staff", "description": "Nurse", "hours": "2", "rate": "20", "amount": "40.00"}
    snapshot["evidence"] = [
        {"number": 1, "kind": "measure", "title": "Falls", **measure},
        {"number": 2, "kind": "testimonial", "title": "A carer", "words": "It <b>helped</b>.",
         "name": "Ama Mensah", "role": "carer", "organisation": "", "audience": "judges"},
        {"number": 3, "kind": "value", "title": "Cost", "period": "A year", "months": 12,
         "assumptions": "None", "source": "", "lines": [line]},
        {"number": 4, "kind": "attachment", "title": "Report", "name": "report.pdf", "page_count": 3},
    ]  # fmt: skip
    said = whole(submission_pdf(snapshot))
    for words in ("E1Falls", "Before41%2025", "After23.5%2026", "It<b>helped</b>.", "AmaMensah,carer",
                  "NurseStafftime:2hoursat£20anhour£40", "report.pdf,3pages",
                  "Change−17.5percentagepoints−43%ofthebaseline", "Downisbetter.Better.",
                  "Costsinall£40", "Savingslesscosts−£40", "Notdiscounted"):  # fmt: skip
        assert words in said


def test_a_measures_series_is_drawn_and_told_in_words() -> None:
    entry = a_complete_entry(texts={"Outcome": "Seen sooner [E1]."})
    changed_on = dt.date(2025, 1, 1)
    a_measure(entry, title="Seen <b>soon</b>", series=a_series(), changed_on=changed_on)
    made = submission_pdf(snapshot_of(entry), at=WHILE_OPEN)
    reader = PdfReader(io.BytesIO(made))
    figures = [each for each in structure(reader) if each.get("/S") == "/Figure"]
    (told,) = [str(each["/Alt"]) for each in figures]
    assert told.startswith("Chart of Seen <b>soon</b>. 24 points from Jan 2024 to Dec 2025. ")
    said, summary = whole(made), told.partition("</b>. ")[2]
    for drawn in ("Upper limit 69.3%", "Target 60%", "Change: new limits", "Sep 2025"):
        assert "".join(drawn.split()) in said
    for end in (summary[:60], summary[-60:]):  # a page may end in between
        assert "".join(end.split()) in said


def structure(reader: PdfReader) -> list[Any]:
    """Return the elements of the document's structure, as screen readers walk through it."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, dict):
            continue
        found.append(element)
        kids = element.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
    return found
