"""Who reaches the entrant's pages: people who are signed in, and only what they work on."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from plaudit.entries.models import Entry
from plaudit.entries.queries import entry_of
from plaudit.sites.components.signed_in import only_signed_in, person_of

__all__ = ["for_people", "own_entry", "person_of"]

for_people = only_signed_in("Your words are kept on this device.")


def own_entry(request: HttpRequest, entry_id: UUID) -> Entry:
    """Return the entry if the person works on it; otherwise there is no such page."""
    entry = entry_of(person_of(request), entry_id)
    if entry is None:
        raise Http404
    return entry
