"""Background work of entries. Pages never wait for it: open or closed is asked of the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from plaudit.entries import file_tasks  # noqa: F401 - the worker finds tasks here alone
from plaudit.kit.clock import now


@app.periodic(cron="* * * * *")
@app.task(name="entries.submit_at_closing", queueing_lock="entries.submit_at_closing")
def submit_at_closing(timestamp: int) -> None:
    """Submit the entries whose people asked for it, once closing has passed."""
    from plaudit.entries.actions.automatic import submit_what_was_asked

    submit_what_was_asked(now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="entries.remind", queueing_lock="entries.remind")
def remind(timestamp: int) -> None:
    """Remind people of drafts, as their edition decides."""
    from plaudit.entries.actions.reminder import remind_of_drafts

    remind_of_drafts(now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="entries.reconcile_cards", queueing_lock="entries.reconcile_cards")
def reconcile_cards(timestamp: int) -> None:
    """Settle what was paid by card without the page hearing of it."""
    from plaudit.entries.actions.card import reconcile_card_payments

    reconcile_card_payments(now())
