"""Every person, number and address here is invented. NHS numbers are of the range kept for tests (999…)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.guard import Kind, findings
from plaudit.entries.engines.guarding.numbers import has_check_digit

POINTED_OUT = [
    ("Her number is 999 000 0018.", Kind.NHS_NUMBER, "999 000 0018"),
    ("NHS number: 999-000-0026", Kind.NHS_NUMBER, "999-000-0026"),
    ("(9990000034)", Kind.NHS_NUMBER, "9990000034"),
    ("MRN 1234567 was seen twice", Kind.HOSPITAL_NUMBER, "1234567"),
    ("hospital number: K482913", Kind.HOSPITAL_NUMBER, "K482913"),
    ("Hosp. no. RX 884213", Kind.HOSPITAL_NUMBER, "RX 884213"),
    ("Patient ID 0048213", Kind.HOSPITAL_NUMBER, "0048213"),
    ("DOB 12/03/1948", Kind.BIRTH_DATE, "12/03/1948"),
    ("date of birth: 3 April 1951", Kind.BIRTH_DATE, "3 April 1951"),
    ("She was born on 1951-04-03 in Lower Tarn", Kind.BIRTH_DATE, "1951-04-03"),
    ("Mrs Ada Quill, 3rd May 1938, fell", Kind.BIRTH_DATE, "3rd May 1938"),
    ("Ada Quill (03/05/1938) fell", Kind.BIRTH_DATE, "03/05/1938"),
    ("Siân O’Hara, 03/05/1938", Kind.BIRTH_DATE, "03/05/1938"),
    ("Łukasz Müller-Quill (03/05/1938)", Kind.BIRTH_DATE, "03/05/1938"),
    ("A. Quill (03/05/1938) fell", Kind.BIRTH_DATE, "03/05/1938"),
    ("QUILL, Ada 03/05/1938", Kind.BIRTH_DATE, "03/05/1938"),
    ("Mr T. Quill 03/05/1988 came", Kind.BIRTH_DATE, "03/05/1988"),
    ("DOB: 03-May-1938", Kind.BIRTH_DATE, "03-May-1938"),
    ("d.o.b. 03-MAY-38", Kind.BIRTH_DATE, "03-MAY-38"),
    ("date of birth 03 May 1938", Kind.BIRTH_DATE, "03 May 1938"),
    ("NHS 999\u2009000\u20090018", Kind.NHS_NUMBER, "999\u2009000\u20090018"),
    ("NHS number 999–000–0026", Kind.NHS_NUMBER, "999–000–0026"),
    ("her hospital number, K482913, was", Kind.HOSPITAL_NUMBER, "K482913"),
    ("write to ada.quill@example.org", Kind.EMAIL, "ada.quill@example.org"),
    ("Ring 07700 900123 any time", Kind.PHONE, "07700 900123"),
    ("Ring +44 7700 900 123", Kind.PHONE, "+44 7700 900 123"),
    ("her home telephone is 01632 960001", Kind.PHONE, "01632 960001"),
    ("She lives at 14 Old Mill Lane, Tarnby TA9 9ZZ", Kind.ADDRESS, "14 Old Mill Lane, Tarnby TA9 9ZZ"),
]  # fmt: skip
LET_PASS = [
    "We saw 9990000019 items.",  # the check digit is wrong
    "ISBN 0306406152 and ISBN-10: 9990000018",
    "Call +44 2079460018 or 020 7946 0018.",
    "It saved £9990000018 and 9,990,000,018 letters.",
    "See https://example.org/9990000018 for more.",
    "0000000000",
    "In 2026 the number of patients rose from 12,481 to 14,902.",
    "Patient numbers: 120000 in a year",
    "Hospital number 7 of 12 joined.",
    "The unit number of the lift is 12.",
    "The service was born in 2019, and began on 12/03/2024.",
    "Project Spring (12/03/2024) and Health Foundation, 12 March 2014.",
    "Write to enquiries@example.org, press.office@example.org or tarnby-pals@example.nhs.uk.",
    "Switchboard 01632 960000, freephone 0800 123 4567, textline 0300 123 4567.",
    "Our home team is at Lindrake House, 12 High Street, Tarnby TA1 1AA.",
    "The U.S. Army, 03/05/2012; phase B. Next, 12/03/2024; NHS England, 12/03/2009; LEEDS 03/05/2012",
    "Hospital numbers, 12345 of them, and a hospital number (of eight figures).",
    "Ten – 999–000 – 0026 – in ranges; from 01-May-2024 to 31-Jul-2024",
    "The 2025/26 plan; version 1.12.1995; ratio 07.5",
    "Twitter @lindrake and E2@work",
]


@pytest.mark.parametrize(("text", "kind", "words"), POINTED_OUT)
def test_what_may_identify_a_patient_is_pointed_out(text: str, kind: Kind, words: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in findings(text)] == [(kind, words)]


@pytest.mark.parametrize("text", LET_PASS)
def test_what_identifies_nobody_passes(text: str) -> None:
    assert [(one.kind, one.masked) for one in findings(text)] == []


def test_the_words_are_shown_mostly_hidden() -> None:
    (number,) = findings("999 000 0018")
    (mail,) = findings("ada.quill@example.org")
    assert number.masked == "9•• ••• ••18"
    assert number.reason == "looks like an NHS number"
    assert mail.masked == "a••••••••@example.org"


def test_one_place_is_pointed_out_once() -> None:
    text = "Mrs Ada Quill, born 3 May 1938, NHS number 999 000 0018, ada@example.org"
    kinds = [one.kind for one in findings(text)]
    assert kinds == [Kind.BIRTH_DATE, Kind.NHS_NUMBER, Kind.EMAIL]


@pytest.mark.parametrize(
    ("digits", "is_right"),
    [("9434765919", True), ("9434765918", False), ("4010232137", True), ("999000001", False)],
)
def test_the_check_digit(digits: str, is_right: bool) -> None:
    assert has_check_digit(digits) is is_right


@given(st.integers(min_value=999_000_000, max_value=999_999_999))
def test_each_wrong_check_digit_is_told_from_the_right_one(first_nine: int) -> None:
    right = [digit for digit in range(10) if has_check_digit(f"{first_nine}{digit}")]
    assert len(right) <= 1


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_do_not_overlap(text: str) -> None:
    last = 0
    for one in findings(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


def test_a_long_hostile_text_takes_no_time() -> None:
    started = time.process_time()
    for text in (
        "1" * 100_000,
        "Mrs " * 30_000,
        "a" * 100_000 + "@",
        "lives " * 20_000,
        "Aa Bb " * 20_000,
    ):
        findings(text)
    assert time.process_time() - started < 3
