from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.enquiries.models.desk import Desk
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_token
from plaudit.kit.models import AppendOnly, Identified


class Enquiry(Identified):
    """A question put to a desk, and the thread that follows. The `token` opens it without an account."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="enquiries")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    subject = models.CharField(max_length=160)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    key = models.UUIDField(unique=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "enquiries"


class EnquiryMessage(AppendOnly):
    """One message of a thread. `author` is the team member; null when the enquirer wrote it."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.TextField()
    key = models.UUIDField(unique=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["written_at", "id"]
