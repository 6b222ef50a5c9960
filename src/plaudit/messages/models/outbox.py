from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class OutboxMessage(Identified):
    """A mail to be sent once. Nothing leaves the system except from here.

    `cause` names what the mail is about (an entry's id and submission number, say), so that a mail of
    one kind about one thing goes to one address once, however often an action is tried. A file that goes
    with it is made when it is sent (`messages.attachments`): `attachment_kind` names the maker, and
    `attachment_of` what it makes a file of.
    """

    kind = models.CharField(max_length=40)
    cause = models.CharField(max_length=120)
    recipient = models.EmailField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="mail"
    )
    subject = models.CharField(max_length=200)
    body = models.TextField()
    reply_to = models.EmailField(blank=True)
    attachment_kind = models.CharField(max_length=40, blank=True)
    attachment_of = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=now)
    not_before = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "cause", "recipient", name="mail_once_per_cause")
        ]
        indexes = [
            models.Index("not_before", name="mail_waiting", condition=Q(sent_at__isnull=True))
        ]
