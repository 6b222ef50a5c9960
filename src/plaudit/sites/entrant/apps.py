from __future__ import annotations

from django.apps import AppConfig


class EntrantConfig(AppConfig):
    name = "plaudit.sites.entrant"
    label = "site_entrant"
