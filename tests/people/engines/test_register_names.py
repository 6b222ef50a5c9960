from __future__ import annotations

import pytest

from plaudit.people.engines.register_names import in_case


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("LEEFORD AND DEAN NHS FOUNDATION TRUST", "Leeford and Dean NHS Foundation Trust"),
        ("O'CONNOR HOUSE (GP PRACTICE)", "O'Connor House (GP Practice)"),
        ("ST ANNE'S LTD", "St Anne's Ltd"),
        ("THE SURGERY", "The Surgery"),
        ("As People Write It", "As People Write It"),
    ],
)
def test_capitals_become_a_name(written: str, read: str) -> None:
    assert in_case(written) == read
