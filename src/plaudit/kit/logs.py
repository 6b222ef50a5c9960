"""One line of JSON a record, with no personal data: only fields on the list are written."""

from __future__ import annotations

import logging
from typing import Any

from pythonjsonlogger.json import JsonFormatter as _JsonFormatter

FIELDS = ("request_id", "method", "route", "status", "milliseconds", "task", "outbox_id")
ADDRESSED = ("django.request", "django.security")  # these end their messages with ": /the/address"


class JsonFormatter(_JsonFormatter):
    """Writes time, level, logger, message and the fields of `FIELDS` that the record has.

    Of Django's own messages about requests the address is left out, for it may hold a token.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def process_log_record(self, log_data: dict[str, object]) -> dict[str, object]:
        if str(log_data.get("name")).startswith(ADDRESSED):
            log_data["message"] = str(log_data["message"]).partition(": /")[0]
        kept = {"asctime", "levelname", "name", "message", "exc_info", *FIELDS}
        return {key: value for key, value in log_data.items() if key in kept}

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        """Name the exception and where it was raised, not its message, which may quote what a person typed."""
        kind, _, trace = ei
        frames: list[str] = []
        while trace is not None:
            frames.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{kind.__name__} at {' < '.join(reversed(frames[-6:]))}"


def logger(name: str) -> logging.Logger:
    """Return the logger called `name`."""
    return logging.getLogger(name)
