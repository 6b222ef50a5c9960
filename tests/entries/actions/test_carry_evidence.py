from __future__ import annotations

from typing import Any

import pytest

from plaudit.entries.actions.attachment import remove_attachment
from plaudit.entries.actions.carry import start_from_earlier
from plaudit.entries.actions.carry_evidence import keep_evidence
from plaudit.entries.actions.evidence import remove_evidence, rename_evidence
from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.entries.actions.testimonial import change_testimonial
from plaudit.entries.carried import left_behind, side_by_side
from plaudit.entries.cautions import cautions_of
from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import Attachment, Entry, Evidence, Extract, ScanState
from plaudit.entries.parts import parts_of
from plaudit.entries.snapshot import evidence_in_snapshot, snapshot_of
from plaudit.kit.verdict import Refused
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import a_complete_entry, a_contributor
from tests.factories.evidence import a_measure, a_series, a_testimonial, a_value, spoken_facts
from tests.factories.files import a_document, a_pdf
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def earlier_entry() -> Entry:
    """An entry with E2 measure, E3 value, E4 testimonial and E5 file; E1 and E6 were taken off."""
    entry = a_complete_entry(
        texts={"Outcome": "Fewer fell [E2], as the report shows [E5 p2] [E6]."}
    )
    gone = a_measure(entry, "Taken off")
    a_measure(entry, series=a_series())
    a_value(entry)
    a_testimonial(entry)
    attached(entry, a_pdf(["Cover", "Fewer falls"]), "report.pdf", title="The report")
    last = a_measure(entry, "Taken off too")
    for piece in (gone, last):
        remove_evidence(piece, by=entry.started_by, at=WHILE_OPEN)
    extract_waiting_files(at=WHILE_OPEN)
    return entry


def begun(earlier: Entry, **edition: Any) -> Entry:
    category = a_category(an_edition(**edition))
    return start_from_earlier(category, earlier, by=earlier.started_by, at=WHILE_OPEN)


def numbers(entry: Entry) -> list[int]:
    return [part.number for part in parts_of(entry).evidence]


def without_ids(entry: Entry) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in piece.items() if name != "attachment_id"}
        for piece in evidence_in_snapshot(parts_of(entry))
    ]


def test_every_kind_comes_over_under_its_number_as_judges_would_read_it() -> None:
    earlier = earlier_entry()
    entry = begun(earlier)
    assert numbers(entry) == [2, 3, 4, 5]
    assert without_ids(entry) == without_ids(earlier)
    assert all(part.is_stale for part in parts_of(entry).evidence)
    assert not any(part.is_stale for part in parts_of(earlier).evidence)
    dangling = [each.sentence for each in cautions_of(entry) if "but there is no" in each.sentence]
    assert dangling == ["“Outcome” cites [E6], but there is no evidence E6."]
    assert a_measure(entry, "New").number == 7  # never a number that the words may cite already


def test_a_file_is_shared_and_neither_entry_can_break_the_other_s() -> None:
    earlier = earlier_entry()
    entry = begun(earlier)
    ours, theirs = (each.attachments.get() for each in (entry, earlier))
    assert (ours.file.name, ours.sha256) == (theirs.file.name, theirs.sha256)
    assert [page.strip() for page in ours.extract.pages] == ["Cover", "Fewer falls"]
    assert extract_waiting_files(at=WHILE_OPEN) == 0
    remove_attachment(theirs, by=earlier.started_by, at=WHILE_OPEN)
    with ours.file.open("rb") as file:
        assert file.read(5) == b"%PDF-"
    piece = entry.evidence.get(number=5)
    attached(entry, a_pdf(3), "new.pdf", evidence=piece)
    with Attachment.objects.get(pk=theirs.pk).file.open("rb") as file:
        assert file.read(5) == b"%PDF-"
    assert numbers(entry) == [2, 3, 4, 5]
    assert not Evidence.objects.get(pk=piece.pk).is_stale
    assert Extract.objects.count() == 2


def test_consent_is_asked_for_again() -> None:
    entry = begun(earlier_entry())
    piece = entry.evidence.get(number=4)
    lacking = "Record the consent to the testimonial E4, “Ama Mensah, carer”, or take it off."
    assert lacking in [each.sentence for each in missing_parts(entry)]
    said = piece.testimonial
    assert (said.consent_from, said.consent_method, said.consented_on) == ("", "", None)
    assert (said.consent_recorded_by, said.consent_recorded_at) == (None, None)
    by = entry.started_by
    with pytest.raises(Refused, match="consent again"):
        keep_evidence(piece, by=by, at=WHILE_OPEN)
    change_testimonial(piece, piece.title, spoken_facts(), by=by, at=WHILE_OPEN, version=1)
    assert lacking not in [each.sentence for each in missing_parts(entry)]
    assert not Evidence.objects.get(pk=piece.pk).is_stale


def test_a_piece_is_stale_until_it_is_kept_or_changed() -> None:
    entry = begun(earlier_entry())
    by, told = entry.started_by, "is as it was in the earlier entry"

    def stale() -> list[str]:
        # The testimonial is told of by what is missing.
        return [
            each.sentence[:2]
            for each in cautions_of(entry)
            if told in each.sentence and each.sentence.startswith("E")
        ]

    assert stale() == ["E2", "E3", "E5"]
    keep_evidence(entry.evidence.get(number=2), by=by, at=WHILE_OPEN)
    rename_evidence(entry.evidence.get(number=5), "The report, again", by=by, at=WHILE_OPEN)
    assert stale() == ["E3"]
    reader = a_person()
    a_contributor(entry, reader, "read")
    with pytest.raises(Refused, match="not change it"):
        keep_evidence(entry.evidence.get(number=3), by=reader, at=WHILE_OPEN)
    assert stale() == ["E3"]


def test_files_that_are_not_taken_here_stay_behind_and_a_citation_of_one_is_pointed_out() -> None:
    earlier = earlier_entry()
    attached(earlier, a_document("Letter"), "letter.docx", title="A letter")
    infected = attached(earlier, a_pdf(), "bad.pdf", title="Bad")
    Attachment.objects.filter(pk=infected.pk).update(scan=ScanState.INFECTED)
    entry = begun(earlier, allowed_file_kinds=["docx"])
    assert numbers(entry) == [2, 3, 4, 7]
    assert left_behind(entry) == [(5, "The report"), (8, "Bad")]
    told = [each.sentence for each in cautions_of(entry) if "stayed with" in each.sentence]
    assert told == ["E5, “The report”, stayed with the earlier entry: its file is not taken here."]
    assert numbers(begun(earlier, most_files=1)) == [2, 3, 4, 5]
    assert numbers(begun(earlier, most_files=0)) == [2, 3, 4]


def test_evidence_is_laid_side_by_side_by_its_number() -> None:
    entry = begun(earlier_entry())
    by = entry.started_by
    remove_evidence(entry.evidence.get(number=3), by=by, at=WHILE_OPEN)
    a_measure(entry, "New")
    assert entry.carried_from is not None
    parts = side_by_side(snapshot_of(entry.carried_from), snapshot_of(entry))
    shown = {
        part.name: (bool(part.before), bool(part.now), part.before == part.now)
        for part in parts
        if part.name.startswith("Evidence")
    }
    assert shown == {
        "Evidence E2, Seen within 24 hours": (True, True, True),
        "Evidence E3, What the team cost and saved": (True, False, False),
        "Evidence E4, Ama Mensah, carer": (True, True, True),
        "Evidence E5, The report": (True, True, True),
        "Evidence E7, New": (False, True, False),
    }
