"""The words of the mail that tells entrants what became of their entry."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.results.models import Outcome

SENTENCES = {
    Outcome.WINNER: "is the winner",
    Outcome.JOINT_WINNER: "is a joint winner",
    Outcome.HIGHLY_COMMENDED: "was highly commended",
    Outcome.FINALIST: "was a finalist",
    Outcome.NOT_PLACED: "was not placed this time",
}


def result_mail(
    entry: Entry, title: str, outcome: Outcome, *, has_comments: bool
) -> tuple[str, str]:
    """Return subject and body: the outcome and where to read the judges' words, if any, nothing more."""
    edition = entry.edition
    link = settings.BASE_URL + reverse("entry_desk", kwargs={"entry": entry.pk})
    subject = f"{edition.name}: the result for “{title}”"
    where = (
        "What the judges said of it is on your entry's page, after you sign in:"
        if has_comments
        else "Your entry's page has the details, after you sign in:"
    )
    body = (
        f"Your entry “{title}” {SENTENCES[outcome]} in {entry.category.name}, {edition.name}.\n\n"
        f"{where}\n{link}\n\n"
        f"Thank you for entering.\n{edition.programme.organiser_name}\n"
    )
    return subject, body
