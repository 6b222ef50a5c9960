from plaudit.messages.models.outbox import OutboxMessage

__all__ = ["OutboxMessage"]
