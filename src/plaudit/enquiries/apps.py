from __future__ import annotations

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "plaudit.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        from plaudit.enquiries.merging import count_places, move_places
        from plaudit.people.merging import add_mover

        add_mover("Places asked for", move_places, count_places)
