from __future__ import annotations

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "plaudit.sites.demo"
    label = "site_demo"
