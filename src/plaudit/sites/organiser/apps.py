from __future__ import annotations

from django.apps import AppConfig


class OrganiserConfig(AppConfig):
    name = "plaudit.sites.organiser"
    label = "site_organiser"
