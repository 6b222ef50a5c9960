from __future__ import annotations

from django.db.models import QuerySet

from plaudit.messages.models import OutboxMessage


def outbox_mail(address: str = "") -> QuerySet[OutboxMessage]:
    """Return the mails of the outbox, the newest first: all, or those to one address (any case)."""
    mails = OutboxMessage.objects.order_by("-created_at", "-id")
    return mails.filter(recipient=address.strip().lower()) if address.strip() else mails
