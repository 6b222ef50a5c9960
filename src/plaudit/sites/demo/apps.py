from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from plaudit.kit.clock import set_shift_source


class DemoConfig(AppConfig):
    """One-click sign-in and a movable clock: never for a programme that is real."""

    name = "plaudit.sites.demo"
    label = "site_demo"

    def ready(self) -> None:
        if not settings.DEMO:
            raise ImproperlyConfigured(
                "plaudit.sites.demo signs anyone in as anyone. It loads only where DEMO is set, "
                "as in plaudit.config.settings.demo."
            )
        from plaudit.sites.demo.clock import current_shift

        set_shift_source(current_shift)
