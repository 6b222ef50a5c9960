"""Contact lines in the shapes that pages use."""

from __future__ import annotations

import pytest

from plaudit.programmes.brief import BriefContact
from plaudit.programmes.brief.contacts import parse_contact, parse_contacts

PHONE = "01632 960 001"
EMAIL = "ada@quill.example"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Media enquiries, contact Ada Quill  {PHONE};",
            BriefContact("Media enquiries", "Ada Quill", PHONE),
        ),
        (
            f"Entries: Ada Quill, {EMAIL}, {PHONE}",
            BriefContact("Entries", "Ada Quill", PHONE, EMAIL),
        ),
        (
            f"Ada Quill, awards manager – {PHONE}",
            BriefContact("Awards manager", "Ada Quill", PHONE),
        ),
        (
            f"For questions about judging, email Ada Quill at {EMAIL}.",
            BriefContact("Questions about judging", "Ada Quill", None, EMAIL),
        ),
        (f"Tables | Ada Quill | {PHONE}", BriefContact("Tables", "Ada Quill", PHONE)),
        (
            f"Ada Quill T: {PHONE} E: {EMAIL}",
            BriefContact("", "Ada Quill", PHONE, EMAIL),
        ),
        (
            "Contact Ada de la Quill on +44 1632 960 001",
            BriefContact("", "Ada de la Quill", "+44 1632 960 001"),
        ),
        (
            f"Program office: Ada Quill, 555-0142, {EMAIL}",
            BriefContact("Program office", "Ada Quill", "555-0142", EMAIL),
        ),
        (
            "SPONSORSHIP: ADA QUILL, (555) 014-2270",
            BriefContact("Sponsorship", "Ada Quill", "(555) 014-2270"),
        ),
        (
            f"Stuck? Contact the awards team at {EMAIL}.",
            BriefContact("Awards team", "", None, EMAIL),
        ),
    ],
)
def test_a_line_gives_purpose_name_and_details(text: str, expected: BriefContact) -> None:
    assert parse_contact(text) == expected


def test_two_people_on_one_line_are_two_contacts() -> None:
    assert parse_contacts(f"Ada Quill ({EMAIL}) or Bo Lund, {PHONE}") == [
        BriefContact("", "Ada Quill", None, EMAIL),
        BriefContact("", "Bo Lund", PHONE),
    ]


@pytest.mark.parametrize(
    "text", ["How did you do it?", "Register by 4 March 2027", "Best of luck!"]
)
def test_other_lines_give_none(text: str) -> None:
    assert parse_contact(text) is None
