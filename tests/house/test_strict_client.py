from __future__ import annotations

import pytest

from tests.house.strict_client import check_page

GOOD = """<html lang="en-GB"><head><title>Entries – Plaudit</title></head><body><h1>Entries</h1>
<form action="/a/" method="post"><input type="hidden" name="csrfmiddlewaretoken">
<label for="t">Text</label><textarea id="t"></textarea></form></body></html>"""


def test_a_sound_page_passes() -> None:
    check_page(GOOD)


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("<h1>Entries</h1>", "<h2>Entries</h2>"),
        ("<h1>Entries</h1>", "<h1>Entries</h1><h1>Entries</h1>"),
        ("<title>Entries", "<title>Plaudit"),
        ('lang="en-GB"', ""),
        ('action="/a/"', ""),
        ('<input type="hidden" name="csrfmiddlewaretoken">', ""),
        ('for="t"', 'for="u"'),
        ("<h1>Entries", "<script>1</script><h1>Entries"),
        ("<h1>Entries", "<p style='color:red'></p><h1>Entries"),
        ("<h1>Entries", "<p onclick='x()'></p><h1>Entries"),
        ("<h1>Entries", "<img src='a'><h1>Entries"),
        ("<h1>Entries", "<p id='t'></p><h1>Entries"),
    ],
)
def test_each_rule_can_fail(sound: str, broken: str) -> None:
    assert sound in GOOD
    with pytest.raises(AssertionError):
        check_page(GOOD.replace(sound, broken, 1))
