from __future__ import annotations

import datetime as dt

from plaudit.programmes.naming import edition_slug_for

CLOSES = dt.datetime(2026, 12, 4, 17, tzinfo=dt.UTC)


def test_an_edition_has_the_year_of_its_name_else_of_its_dates() -> None:
    assert edition_slug_for("Tester Awards 2027", CLOSES) == "2027"
    assert edition_slug_for("Tester Awards", CLOSES) == "2026"
    assert edition_slug_for("Tester Awards 20275", CLOSES) == "2026"
