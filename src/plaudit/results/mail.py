"""The words of the mails that tell entrants what became of their entry."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.results.models import Correction, Outcome

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


def correction_mail(correction: Correction, title: str) -> tuple[str, str]:
    """Return subject and body: what was announced, what holds now, why, and where it can be read."""
    decision, replaced = correction.decision, correction.replaced
    entry = decision.entry
    edition = entry.edition
    before = Outcome(replaced.outcome if replaced else Outcome.NOT_PLACED)
    outcome = Outcome(decision.outcome)
    where = {"programme": edition.programme.slug, "edition": edition.slug}
    what = (
        f"What was announced of your entry “{title}” has been corrected. It {SENTENCES[outcome]} in "
        f"{entry.category.name}, {edition.name}. Announced before: {str(before.label).lower()}."
        if outcome != before
        else f"The judges' words on your entry “{title}” in {entry.category.name}, {edition.name}, have "
        f"been corrected. The outcome stays: {str(outcome.label).lower()}."
    )
    body = (
        f"{what}\n\nWhy: {correction.reason}\n\n"
        f"The winners' page says the same:\n{settings.BASE_URL + reverse('public_winners', kwargs=where)}\n"
        f"Your entry's page, after you sign in:\n"
        f"{settings.BASE_URL + reverse('entry_desk', kwargs={'entry': entry.pk})}\n\n"
        f"{edition.programme.organiser_name}\n"
    )
    return f"{edition.name}: a correction to the result for “{title}”", body
