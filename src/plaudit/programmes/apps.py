from __future__ import annotations

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "plaudit.programmes"
    label = "programmes"

    def ready(self) -> None:
        from plaudit.people.keepers import add_keepers
        from plaudit.programmes.keepers import looks_after_entries

        add_keepers(looks_after_entries)
