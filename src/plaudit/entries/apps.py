from __future__ import annotations

from django.apps import AppConfig


class EntriesConfig(AppConfig):
    name = "plaudit.entries"
    label = "entries"
