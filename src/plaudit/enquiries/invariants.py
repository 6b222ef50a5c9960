"""What must hold of every enquiry, whatever happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Count, F, OuterRef, Subquery

from plaudit.enquiries.models import Enquiry, EnquiryMessage
from plaudit.messages.models import OutboxMessage


def threads_begin_with_the_enquirer() -> Iterator[str]:
    """Every enquiry has a message, and the first is the enquirer's."""
    first = EnquiryMessage.objects.filter(enquiry=OuterRef("pk")).order_by("written_at", "id")
    enquiries = Enquiry.objects.annotate(
        said=Count("messages"), first_author=Subquery(first.values("author")[:1])
    )
    for enquiry in enquiries.filter(said=0):
        yield f"Enquiry {enquiry.id} has no message."
    for enquiry in enquiries.filter(first_author__isnull=False):
        yield f"Enquiry {enquiry.id} begins with a message from the desk."


def nothing_is_said_before_the_enquiry() -> Iterator[str]:
    for message in EnquiryMessage.objects.filter(written_at__lt=F("enquiry__created_at")):
        yield f"Message {message.id} is older than its enquiry."


def every_answer_was_mailed() -> Iterator[str]:
    """Each message from a desk has a mail to its enquirer, and each enquiry a mail with the link."""
    mailed = set(
        OutboxMessage.objects.filter(kind="enquiry_answered").values_list("cause", flat=True)
    )
    for message in EnquiryMessage.objects.filter(author__isnull=False):
        if str(message.id) not in mailed:
            yield f"Message {message.id} was not mailed to the enquirer."
    linked = set(
        OutboxMessage.objects.filter(kind="enquiry_received").values_list("cause", flat=True)
    )
    for enquiry in Enquiry.objects.all():
        if str(enquiry.id) not in linked:
            yield f"Enquiry {enquiry.id} has no mail with a link to its thread."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    threads_begin_with_the_enquirer,
    nothing_is_said_before_the_enquiry,
    every_answer_was_mailed,
]
