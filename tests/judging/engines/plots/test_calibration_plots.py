from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from plaudit.judging.engines.plots.canvas import shortened
from plaudit.judging.engines.plots.leniency import JudgedLeniency, leniency_plot
from plaudit.judging.engines.plots.ranks import RankedEntry, rank_plot
from plaudit.judging.engines.plots.stack import stacked

SVG = "{http://www.w3.org/2000/svg}"
ENTRY = RankedEntry('Care & <b>"Kindness"</b>', rank=1, low=1, high=4, raw_rank=2, chance=0.81)
JUDGE = JudgedLeniency("Asha", 12, 0.4, -0.1, 0.9)


def test_ranks_are_told_in_words_and_drawn() -> None:
    drawing = ET.fromstring(rank_plot([ENTRY], top_k=3, title="Health & hope"))
    assert drawing.findtext(f"{SVG}title") == "Health & hope"
    described = drawing.findtext(f"{SVG}desc") or ""
    assert described.startswith('Care & <b>"Kindness"</b>: rank 1, from 1 to 4')
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == "title desc"


def test_leniency_without_an_interval_is_a_dot() -> None:
    unknown = JudgedLeniency("Bryn", 1, 0.0, None, None)
    drawing = ET.fromstring(leniency_plot([JUDGE, unknown], title="Judges"))
    assert len(drawing.findall(f"{SVG}circle")) == 2
    assert "Bryn: +0.00, 1 scores" in (drawing.findtext(f"{SVG}desc") or "")


def test_nothing_at_all_can_be_drawn() -> None:
    for drawing in (rank_plot([], top_k=1, title="None"), leniency_plot([], title="None")):
        assert ET.fromstring(drawing).findtext(f"{SVG}title") == "None"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Warm Homes for Winter", "Warm Homes for Winter"),
        ("W" * 40 + " north", "W" * 14 + "… north"),
        ("助" * 40, "助" * 11 + "…" + "助" * 6),
        ("The same long beginning of many names, 2026", "The same long beginning of…, 2026"),
    ],
)
def test_names_are_cut_to_the_room_there_is_and_keep_their_end(name: str, shown: str) -> None:
    assert shortened(name) == shown


def test_who_is_left_out_is_counted_and_what_xml_forbids_is_left_out() -> None:
    odd = RankedEntry("A\x00b\x1b", rank=1, low=1, high=1, raw_rank=1, chance=1.0)
    drawing = ET.fromstring(rank_plot([odd], top_k=1, title="T\x07", more=240))
    written = [text.text for text in drawing.iter(f"{SVG}text")]
    assert {"A b ", "and 240 more", "T "} <= set(written)
    assert "and 3 more" in leniency_plot([JUDGE], title="Judges", more=3)


def test_a_stack_has_no_name_twice_and_no_script() -> None:
    whole = stacked(
        [rank_plot([ENTRY], top_k=1, title="One"), leniency_plot([JUDGE], title="Two")], "Both"
    )
    names = [element.get("id") for element in ET.fromstring(whole).iter() if element.get("id")]
    assert len(names) == len(set(names)) == 4
    assert "<script" not in whole
    assert "style=" not in whole
