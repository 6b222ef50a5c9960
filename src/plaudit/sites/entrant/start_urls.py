"""The one address of the entrant's room that lies under a category's page."""

from __future__ import annotations

from django.urls import path

from plaudit.sites.entrant.views import start

urlpatterns = [
    path(
        "<slug:programme>/<slug:edition>/categories/<slug:category>/entries/",
        start.entry_start,
        name="entry_start",
    ),
]
