"""An entry's title and summary."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.models import Entry
from plaudit.entries.rules import may_write
from plaudit.entries.wording import clean_line, clean_text
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

LONGEST_TITLE = 120
LONGEST_SUMMARY = 20_000


class DetailsConflict(Exception):
    """Somebody changed the details since the page was opened. `entry` holds them as they are now."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("the details were changed in the meantime")
        self.entry = entry


@transaction.atomic
def change_details(
    entry: Entry, *, by: Person, at: dt.datetime, title: str, summary: str, version: int
) -> Entry:
    """Write the title and the summary, and return the entry as it is now.

    Checks that the person may write at `at` and that the title is not over 120 characters; locks the
    entry; leaves it alone when nothing differs; checks that `version` is the one it has. A summary over
    its word limit is kept: only submitting minds. Raises Refused, DetailsConflict.
    """
    require(may_write(by, entry, at))
    title, summary = clean_line(title), clean_text(summary).strip()
    if len(title) > LONGEST_TITLE:
        raise Refused(f"The title must be {LONGEST_TITLE} characters or fewer.")
    if len(summary) > LONGEST_SUMMARY:
        raise Refused("The summary is too long to be kept. It should be 100 words or fewer.")
    held = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    if (held.title, held.summary) != (title, summary):
        if held.details_version != version:
            raise DetailsConflict(held)
        held.title, held.summary = title, summary
        held.details_version += 1
        held.save(update_fields=["title", "summary", "details_version"])
    return held
