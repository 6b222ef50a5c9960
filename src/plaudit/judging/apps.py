from __future__ import annotations

from django.apps import AppConfig


class JudgingConfig(AppConfig):
    name = "plaudit.judging"
    label = "judging"

    def ready(self) -> None:
        from plaudit.judging.merging import count_interests, move_interests
        from plaudit.people.merging import add_mover

        add_mover("Judges’ ties", move_interests, count_interests)
