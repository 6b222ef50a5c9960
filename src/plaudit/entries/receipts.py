"""The receipt of a submission as a file: the entry as judges read it, with what proves when it came."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plaudit.entries.models import Submission
from plaudit.entries.pdf import submission_pdf
from plaudit.kit.dates import short_day, zone_name
from plaudit.messages.attachments import MailFile


def receipt_pdf(submission: Submission) -> bytes:
    """Return the receipt as a tagged PDF. Raises kit.pdf.typesetting.NotTypeset."""
    edition = submission.entry.category.edition
    local = submission.submitted_at.astimezone(edition.zone)
    day = short_day(submission.submitted_at, edition.zone)
    received_at = f"{local:%H:%M:%S} on {day} ({zone_name(edition.zone)})"
    check = reverse("public_receipt", kwargs={"reference": submission.reference})
    return submission_pdf(
        submission.snapshot,
        receipt=[
            ("Reference", submission.reference),
            ("Received at", received_at),
            ("Digest (SHA-256)", submission.digest),
            ("Check it at", f"{settings.BASE_URL}{check}"),
        ],
        at=submission.submitted_at,
    )


def receipt_file(identifier: str) -> MailFile:
    """Return the receipt of the submission with this identifier, as it goes with the mail."""
    submission = Submission.objects.select_related("entry__category__edition__programme").get(
        pk=identifier
    )
    name = submission.reference.replace("/", "-")
    return MailFile(f"{name}.pdf", receipt_pdf(submission), "application/pdf")
