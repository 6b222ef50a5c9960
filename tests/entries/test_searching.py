from __future__ import annotations

import io

import pytest

from plaudit.entries.actions.attachment import remove_attachment
from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.entries.models import Attachment, Entry, ScanState
from plaudit.entries.searching import found_in_files
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import a_complete_entry, a_submission, an_entry
from tests.factories.files import a_document, a_pdf
from tests.factories.programmes import WHILE_OPEN, a_category

pytestmark = pytest.mark.django_db

PAGES = ["Cover", "Fewer people were falling", "Falls and cats", "Nothing"]


def an_entry_with(
    *files: io.BytesIO, is_submitted: bool = True, entry: Entry | None = None
) -> Entry:
    entry = entry or a_complete_entry()
    for number, file in enumerate(files):
        attached(entry, file, f"{number}.{'pdf' if file.getvalue()[:1] == b'%' else 'docx'}")
    extract_waiting_files(at=WHILE_OPEN)
    if is_submitted:
        a_submission(entry)
    return entry


def found(entry: Entry, words: str) -> dict[str, list[tuple[int, list[int]]]]:
    rows = found_in_files(entry.edition, words)
    references = dict(entry.edition.entries.values_list("pk", "reference"))
    return {
        references[key]: [(file.number, file.pages) for file in files]
        for key, files in rows.items()
    }


def test_words_are_found_by_file_and_page() -> None:
    entry = an_entry_with(a_pdf(PAGES), a_document("Cats", "fall"))
    other = an_entry_with(a_pdf(["Dogs"]), entry=a_complete_entry(a_category(entry.edition)))
    assert found(entry, "falls") == {entry.reference: [(1, [2, 3]), (2, [1])]}
    assert found(entry, "falling -cats") == {entry.reference: [(1, [2])]}
    assert found(entry, '"falls and cats"') == {entry.reference: [(1, [3])]}
    assert found(entry, "dog") == {other.reference: [(1, [1])]}
    assert [found(entry, words) for words in ("", "  ", "the", "absent", "'\"(&|!:*")] == [{}] * 5


def test_drafts_changes_since_and_other_editions_are_not_looked_at() -> None:
    draft = an_entry_with(a_pdf(["Secret"]), is_submitted=False)
    assert found(draft, "secret") == {}
    entry = an_entry_with(a_pdf(["Shown"]), entry=a_complete_entry(a_category(draft.edition)))
    attached(entry, a_pdf(["Secret"]))
    extract_waiting_files(at=WHILE_OPEN)
    file = Attachment.objects.get(entry=entry, evidence__number=1)
    remove_attachment(file, by=entry.started_by, at=WHILE_OPEN)
    assert (found(entry, "secret"), found(entry, "shown")) == ({}, {entry.reference: [(1, [1])]})
    assert found(an_entry(), "shown") == {}
    Attachment.objects.filter(pk=file.pk).update(scan=ScanState.INFECTED)
    assert found(entry, "shown") == {}
