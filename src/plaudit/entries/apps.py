from __future__ import annotations

from django.apps import AppConfig


class EntriesConfig(AppConfig):
    name = "plaudit.entries"
    label = "entries"

    def ready(self) -> None:
        from plaudit.entries.merging import count_entries, move_entries
        from plaudit.messages.attachments import register_attachment
        from plaudit.people.merging import add_mover

        register_attachment("invoice", "plaudit.entries.invoices.invoice_file")
        register_attachment("receipt", "plaudit.entries.receipts.receipt_file")
        add_mover("Entries", move_entries, count_entries)
