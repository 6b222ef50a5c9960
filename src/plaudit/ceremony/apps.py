from __future__ import annotations

from django.apps import AppConfig


class CeremonyConfig(AppConfig):
    name = "plaudit.ceremony"
    label = "ceremony"

    def ready(self) -> None:
        from plaudit.ceremony.merging import count_bookings, move_bookings
        from plaudit.messages.attachments import register_attachment
        from plaudit.people.merging import add_mover

        register_attachment("booking_paper", "plaudit.ceremony.papers.paper_file")
        add_mover("Bookings at ceremonies", move_bookings, count_bookings)
