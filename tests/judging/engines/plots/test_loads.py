from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from plaudit.judging.engines.plots.loads import draw_loads

names = st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable())
loads = st.dictionaries(names, st.integers(0, 500), max_size=120)


@given(loads, st.integers(0, 9), st.integers(-1, 10**9))
def test_any_loads_draw_well_formed_svg_that_says_what_it_shows(
    drawn: dict[str, int], least: int, most: int
) -> None:
    root = ET.fromstring(draw_loads(drawn, [(least, most)] * len(drawn)))
    children = [each.tag.rpartition("}")[2] for each in root]
    assert children[:2] == ["title", "desc"]
    assert set(children) <= {"title", "desc", "rect", "text", "path"}
    assert f"{sum(drawn.values())} readings over {len(drawn)} judges" in (root[1].text or "")
