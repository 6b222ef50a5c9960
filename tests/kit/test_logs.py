"""No line of the log holds an address, which may hold a token, nor words of an exception."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import Client

from plaudit.kit.logs import JsonFormatter

TOKEN = "qz4t"


def written(record: logging.LogRecord) -> dict[str, str]:
    line: dict[str, str] = json.loads(JsonFormatter().format(record))
    return line


@pytest.mark.django_db
def test_a_form_without_its_token_is_logged_without_its_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    address = f"/entries/confirmations/{TOKEN}/answer"
    Client(enforce_csrf_checks=True).post(address, {"name": "Ada"})
    (record,) = (each for each in caplog.records if each.name == "django.security.csrf")
    assert TOKEN in record.getMessage()
    assert written(record)["message"] == "Forbidden (CSRF cookie not set.)"


def test_so_is_what_went_wrong_on_a_page() -> None:
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 1, "%s: %s", ("Failed", f"//{TOKEN}: /{TOKEN}"), None
    )
    assert written(record)["message"] == "Failed"


def test_other_messages_stay_whole() -> None:
    record = logging.LogRecord("plaudit.work", logging.INFO, "", 1, "at %s: /x", ("noon",), None)
    assert written(record)["message"] == "at noon: /x"
