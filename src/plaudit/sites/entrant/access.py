"""Who reaches the entrant's pages: people who are signed in, and only what they work on."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from plaudit.entries.models import Entry
from plaudit.entries.queries import entry_of
from plaudit.sites.components.signed_in import View, only_signed_in, person_of
from plaudit.sites.entrant.openings import keeps_opening, recall_opening

__all__ = ["for_people", "own_entry", "person_of"]

_only_signed_in = only_signed_in("Your words are kept on this device.")


def for_people(view: View) -> View:
    """Let only signed-in people in, and keep in their browser which entry they have open."""
    return _only_signed_in(keeps_opening(view))


def own_entry(request: HttpRequest, entry_id: UUID) -> Entry:
    """Return the entry if the person works on it; otherwise there is no such page.

    It knows since when the person has had it open, which is what the grace after closing goes by.
    """
    entry = entry_of(person_of(request), entry_id)
    if entry is None:
        raise Http404
    recall_opening(request, entry, person_of(request))
    return entry
