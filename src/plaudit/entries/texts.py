from __future__ import annotations

from uuid import UUID

from plaudit.entries.models import Entry


def texts_of(entry: Entry) -> dict[UUID, str]:
    """Return the text of each answer that has one, by its criterion in the category, in the category's order."""
    rows = entry.answers.exclude(text="").order_by("criterion__position")
    return dict(rows.values_list("criterion_id", "text"))
