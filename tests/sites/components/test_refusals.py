from __future__ import annotations

from django.test import RequestFactory

from plaudit.sites.components.kept_form import typed_text


def test_a_refused_form_gives_back_what_was_typed_and_no_marks_of_the_machine() -> None:
    posted = {
        "text": "Too late by a second",
        "category": "0192f3a0-0000-7000-8000-000000000001",
        "opened": "ffI6hQ2LDJHws1CXZd",
        "substance": "4b3a91de",
        "csrfmiddlewaretoken": "secret",
        "version": "12",
        "text-0192f3a0-0000-7000-8000-000000000001": "Written in Word",
        "line-0-amount": "12,000",
        "score": "7",
        "answer": "y",
        "version-0192f3a0-0000-7000-8000-000000000001": "12",
    }
    request = RequestFactory().post("/", posted)
    assert typed_text(request) == [
        ("text", "Too late by a second"),
        ("text", "Written in Word"),
        ("line 1 amount", "12,000"),
        ("score", "7"),
    ]
