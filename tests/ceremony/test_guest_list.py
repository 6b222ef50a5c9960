from __future__ import annotations

import pytest

from plaudit.ceremony.guest_list import Named, guests_in_text


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Ada Byron", Named("Ada Byron")),
        ("  Ada   Byron ,  vegan ", Named("Ada Byron", "vegan")),
        ("Ada, no nuts, no fish", Named("Ada", "no nuts, no fish")),
        ("Ada, vegan; hearing loop, ramp", Named("Ada", "vegan", "hearing loop, ramp")),
        ("Ada; loop, ramp", Named("Ada", "", "loop, ramp")),
        ("Byron, Ada\tvegan\tramp", Named("Byron, Ada", "vegan", "ramp")),
        ("Ada\t\tramp\tloop", Named("Ada", "", "ramp; loop")),
        ("Ada\t", Named("Ada")),
        ("A\x00d\u202ea", Named("A d a")),
        (", vegan", Named("", "vegan")),
    ],
)
def test_a_line_is_a_guest(line: str, guest: Named) -> None:
    assert guests_in_text(line) == [guest]


def test_empty_lines_are_no_guests() -> None:
    assert guests_in_text("\n Ada \r\n ,; \n\t\nBo, vegan\n") == [
        Named("Ada"),
        Named("Bo", "vegan"),
    ]
