from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from pytest_django import Settings

from plaudit.entries.actions.scan import scan_waiting_files
from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import Attachment, ScanState
from plaudit.messages.models import OutboxMessage
from tests.entries.actions.test_attachment import attached
from tests.factories.clamd import a_clamd
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.files import EICAR, a_pdf
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db
LATER = WHILE_OPEN + dt.timedelta(minutes=3)


def test_what_is_held_is_let_go_once_the_scanner_says_so(
    settings: Settings, tmp_path: Path
) -> None:
    settings.CLAMD_ADDRESS = f"unix:{tmp_path}/clamd.ctl"
    file = attached(an_entry(), a_pdf())
    assert scan_waiting_files(at=LATER) == 0
    file.refresh_from_db()
    assert (file.scan, file.may_be_opened) == (ScanState.CHECKING, False)
    with a_clamd(tmp_path):
        assert scan_waiting_files(at=LATER) == 1
    file.refresh_from_db()
    assert (file.scan, file.scanned_at, file.may_be_opened) == (ScanState.CLEAN, LATER, True)


def test_a_virus_is_told_to_who_sent_it_and_keeps_the_entry_from_being_submitted(
    settings: Settings, tmp_path: Path
) -> None:
    entry = a_complete_entry()
    with a_clamd(tmp_path) as address:
        settings.CLAMD_ADDRESS = address
        held = attached(entry, io.BytesIO(a_pdf().getvalue() + EICAR))
        assert missing_parts(entry) == []
        scan_waiting_files(at=LATER)
    held.refresh_from_db()
    assert (held.scan, held.scan_note) == (ScanState.INFECTED, "Eicar-Test-Signature")
    mail = OutboxMessage.objects.get(kind="virus_found")
    assert mail.recipient == entry.started_by.email
    assert "Eicar-Test-Signature" in mail.body
    assert [part.sentence for part in missing_parts(entry)] == [
        "Replace or remove E1: a virus was found in it."
    ]


def test_without_a_scanner_nothing_stays_held(settings: Settings) -> None:
    settings.CLAMD_ADDRESS = "unix:/nowhere"
    attached(an_entry(), a_pdf())
    settings.CLAMD_ADDRESS = ""
    assert scan_waiting_files(at=LATER) == 1
    assert Attachment.objects.get().scan == ScanState.NOT_NEEDED
