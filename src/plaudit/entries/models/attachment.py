from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.entries.models.evidence import Evidence
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class AttachmentKind(models.TextChoices):
    PHOTO = "photo", _("Photo")
    EVIDENCE = "evidence", _("Evidence")


class ScanState(models.TextChoices):
    """What the virus scanner said. Nobody opens a file that is being checked or was found to hold a virus."""

    NOT_NEEDED = "not_needed", _("Not scanned")
    CHECKING = "checking", _("Checking for viruses")
    CLEAN = "clean", _("No virus found")
    INFECTED = "infected", _("A virus was found")


class Attachment(Identified):
    """A file on an entry, stored under a random name. `name` is only what the person called it.

    `evidence` gives it a number and a title; the photo has none. Replacing or removing a file stamps
    `removed_at`: submissions made earlier still name it by digest. A file that was drawn anew, and any file
    where no scanner is set up, is `NOT_NEEDED`; `scan_note` is the name of the virus.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=10, choices=AttachmentKind)
    file = models.FileField(upload_to="attachments/", max_length=200)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    page_count = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, choices=ScanState, default=ScanState.NOT_NEEDED)
    evidence = models.ForeignKey(
        Evidence, null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    scan_note = models.CharField(max_length=200, blank=True)
    scanned_at = models.DateTimeField(null=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(removed_at__isnull=True, kind="photo"),
                name="one_photo_of_an_entry",
            ),
            models.UniqueConstraint(
                fields=["evidence"],
                condition=Q(removed_at__isnull=True),
                name="one_file_of_a_piece_of_evidence",
            ),
            models.CheckConstraint(
                condition=Q(kind="photo", evidence__isnull=True)
                | Q(kind="evidence", evidence__isnull=False),
                name="evidence_has_a_number_and_the_photo_none",
            ),
        ]
        indexes = [
            models.Index(
                fields=["added_at"], condition=Q(scan="checking"), name="attachment_to_be_scanned"
            )
        ]

    @property
    def may_be_opened(self) -> bool:
        """Whether anybody may open it: never while it is being checked, nor when it holds a virus."""
        return self.scan in {ScanState.CLEAN, ScanState.NOT_NEEDED}


class Extract(Identified):
    """The words of a file, for search and for pointing out what identifies a patient: one text a page.

    `findings` are of `engines.guard`, each {"page", "kind", "masked"}. `note` says why there are no words, or
    not all of them.
    """

    attachment = models.OneToOneField(Attachment, on_delete=models.CASCADE, related_name="extract")
    pages: ArrayField[list[str], list[str]] = ArrayField(models.TextField(), default=list)
    findings: models.JSONField[list[dict[str, object]]] = models.JSONField(default=list)
    note = models.CharField(max_length=120, blank=True)
    extracted_at = models.DateTimeField()


class PageWords(Identified):
    """The words of one page of an `Extract` as PostgreSQL searches them. `number` counts from one."""

    extract = models.ForeignKey(Extract, on_delete=models.CASCADE, related_name="words")
    number = models.PositiveSmallIntegerField()
    words = SearchVectorField()

    class Meta:
        verbose_name_plural = "page words"
        constraints = [models.UniqueConstraint("extract", "number", name="page_words_once")]
        indexes = [GinIndex(fields=["words"], name="page_words_searched")]
