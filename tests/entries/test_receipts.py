from __future__ import annotations

import io

import pytest
from django.core import mail
from pypdf import PdfReader

from plaudit.entries.receipts import receipt_pdf
from plaudit.messages.actions.delivery import deliver_due_mail
from tests.factories.entries import a_submission
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join("".join(page.extract_text() for page in pages).split())


def test_the_receipt_as_a_file_holds_what_proves_it_and_what_was_submitted() -> None:
    submission = a_submission()
    content = receipt_pdf(submission)
    text = text_of(content).replace(" ", "")
    assert submission.reference in text
    assert submission.digest in text
    assert "10:00:00on" in text
    assert submission.snapshot["title"].replace(" ", "") in text
    assert receipt_pdf(submission) == content


def test_it_goes_with_the_mail_when_that_is_sent() -> None:
    submission = a_submission()
    deliver_due_mail(now=lambda: WHILE_OPEN)
    (sent,) = mail.outbox
    ((name, content, kind),) = sent.attachments
    assert (name, kind) == (f"{submission.reference.replace('/', '-')}.pdf", "application/pdf")
    assert submission.digest in text_of(content).replace(" ", "")
