from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.charts.charting import chart_of
from plaudit.entries.engines.charts.drawing import NARROW, chart_svg, drawing_of
from plaudit.entries.engines.charts.figures import (
    Assurance,
    Chart,
    Meaning,
    Signal,
    Step,
    chart_as_json,
    chart_in,
)
from plaudit.entries.engines.charts.scales import ticks
from plaudit.entries.engines.charts.wording import in_unit, summary_of

# The sample data of NHS England's SQL script for XmR charts (2019–20): "Adult", indicator 1, target 90, high is good.
ADULT = [
    53, 51, 48, 20, 50, 80, 48, 47, 45, 43, 40, 35, 55, 30, 25, 22, 21, 61, 59, 60, 42, 58, 59,
    61, 63, 65, 70, 59,
]  # fmt: skip


def months(values: list[float], start: int = 2024) -> list[tuple[dt.date, float]]:
    return [
        (dt.date(start + place // 12, place % 12 + 1, 1), value)
        for place, value in enumerate(values)
    ]


def a_chart(values: list[float], changed: int | None = None, **more: object) -> Chart:
    series = months(values)
    options: dict[str, object] = {"direction": "up", **more}
    return chart_of(
        series, changed_on=series[changed][0] if changed is not None else None, **options
    )  # type: ignore[arg-type]


def test_the_sample_of_nhs_england_is_judged_as_its_script_does() -> None:
    """By hand: 80 to 35 falls for seven points and 42 to 70 rises for seven; 90 is above the upper limit."""
    chart = a_chart([float(value) for value in ADULT], target=90)
    found = {n: (p.signal, p.meaning) for n, p in enumerate(chart.points) if p.signal}
    falling, rising = (Signal.TREND, Meaning.CONCERN), (Signal.TREND, Meaning.IMPROVEMENT)
    assert found == {
        3: (Signal.OUTSIDE, Meaning.CONCERN),
        5: (Signal.OUTSIDE, Meaning.IMPROVEMENT),
        **dict.fromkeys(range(6, 12), falling),
        **dict.fromkeys((13, 14), (Signal.NEAR, Meaning.CONCERN)),
        **dict.fromkeys((15, 16), (Signal.OUTSIDE, Meaning.CONCERN)),
        **dict.fromkeys(range(20, 27), rising),
        27: (Signal.SHIFT, Meaning.IMPROVEMENT),
    }
    assert chart.phases[0].limits.mean == pytest.approx(sum(ADULT) / len(ADULT))
    assert chart.assurance == Assurance.MISSED


BEFORE, AFTER = [40.0, 42, 41, 39, 40, 42, 41], [60.0, 62, 61, 59, 60, 62, 61]


def test_a_lasting_change_gets_limits_of_its_own() -> None:
    chart = a_chart([*BEFORE, *AFTER], changed=7)
    assert chart.step == Step.RECALCULATED
    assert [(phase.start, phase.end) for phase in chart.phases] == [(0, 7), (7, 14)]
    assert {point.meaning for point in chart.points} == {Meaning.CHANCE}


def test_a_date_alone_makes_no_step() -> None:
    chart = a_chart([*BEFORE, *BEFORE], changed=7)
    assert (chart.step, len(chart.phases)) == (Step.HELD, 1)
    assert chart.phases[0].limits.count == 7
    short = a_chart([*BEFORE, *AFTER[:6]], changed=7)
    assert (short.step, short.phases[0].limits.count) == (Step.HELD, 7)
    assert {point.meaning for point in short.points[7:]} == {Meaning.IMPROVEMENT}


def test_a_change_after_the_last_point_is_told_as_such() -> None:
    series = months([*BEFORE, *AFTER])
    chart = chart_of(series, changed_on=series[-1][0] + dt.timedelta(days=1), direction="up")
    words = " ".join(summary_of(chart, "days"))
    assert "comes after the last point, so nothing of it can be seen here." in words
    assert "lasting shift" not in words


def test_a_change_that_went_away_again_makes_no_step() -> None:
    assert a_chart([*BEFORE, *AFTER, *BEFORE[:3]], changed=7).step == Step.HELD


def test_too_few_points_before_give_one_set_of_limits() -> None:
    chart = a_chart([*BEFORE, *AFTER], changed=6)
    assert (chart.step, chart.phases[0].limits.count) == (Step.TOO_FEW, 14)


def test_fewer_than_seven_points_have_no_limits() -> None:
    chart = a_chart([*BEFORE[:6]], target=41)
    assert (chart.phases, chart.assurance) == ((), None)
    assert "no limits can be drawn" in " ".join(summary_of(chart, "%"))
    assert len(a_chart([*BEFORE]).phases) == 1


@pytest.mark.parametrize(
    ("direction", "target", "assurance"),
    [
        ("up", 100, Assurance.MISSED),
        ("up", 10, Assurance.MET),
        ("up", 41, Assurance.HIT_AND_MISS),
        ("down", 100, Assurance.MET),
        ("down", 10, Assurance.MISSED),
        ("down", 41, Assurance.HIT_AND_MISS),
        ("neither", 100, None),
        ("up", None, None),
    ],
)
def test_assurance_is_that_of_the_published_tests(
    direction: str, target: float | None, assurance: Assurance | None
) -> None:
    """tests/testthat/test-ptd_calculate_assurance_type.R of NHSRplotthedots."""
    assert a_chart([*BEFORE], direction=direction, target=target).assurance == assurance


def test_the_way_that_is_good_decides_what_a_signal_means() -> None:
    values = [*BEFORE, 90.0]
    meanings = {
        way: a_chart(values, direction=way).points[-1].meaning for way in ("up", "down", "neither")
    }
    assert meanings == {
        "up": Meaning.IMPROVEMENT,
        "down": Meaning.CONCERN,
        "neither": Meaning.HIGHER,
    }


SERIES = st.lists(
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3)), min_size=1, max_size=60
)


@given(SERIES, st.integers(0, 60), st.sampled_from(["up", "down", "neither"]))
def test_every_chart_is_kept_drawn_and_told(
    values: list[float], changed: int, direction: str
) -> None:
    series = months(values)
    day = series[changed][0] if changed < len(series) else None
    chart = chart_of(series, direction=direction, changed_on=day, target=values[0])
    kept = chart_as_json(chart)
    again = chart_in(json.loads(json.dumps(kept)))
    assert chart_as_json(again) == kept
    assert [point.meaning for point in again.points] == [point.meaning for point in chart.points]
    bounds = [0, *(phase.end for phase in chart.phases)]
    assert not chart.phases or bounds[-1] == len(values)
    assert [phase.start for phase in chart.phases] == bounds[:-1]
    for width in (NARROW, 680):
        drawing = drawing_of(chart, "A measure", "%", width=width)
        for shape in drawing.shapes:
            for name, value in shape.attributes:
                if name in {"x", "x1", "x2", "cx"}:
                    assert -60 <= float(value) <= drawing.width
                if name in {"y", "y1", "y2", "cy"}:
                    assert -12 <= float(value) <= drawing.height + 6
    assert all(sentence.endswith(".") for sentence in summary_of(chart, "%"))


def test_the_file_stands_alone_and_says_what_it_shows() -> None:
    root = ET.fromstring(chart_svg(a_chart([*BEFORE, *AFTER], changed=7), 'Seen "<at once>"', "%"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.findtext(f"{space}title") == 'Seen "<at once>"'
    assert "an improvement" in (root.findtext(f"{space}desc") or "")
    assert {each.tag.removeprefix(space) for each in root.iter()} == {
        "svg", "title", "desc", "line", "text", "polyline", "circle",
    }  # fmt: skip
    assert not any("style" in each.attrib for each in root.iter())


def test_marks_differ_in_shape_as_well_as_colour() -> None:
    def mark(direction: str) -> str:
        shapes = drawing_of(a_chart([*BEFORE, 90.0], direction=direction), "", "").shapes
        paths = [dict(shape.attributes) for shape in shapes if shape.tag == "path"]
        return paths[0]["d"].split(" ")[1]

    assert len({mark("up"), mark("down"), mark("neither")}) == 3


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9))
def test_ticks_enclose_what_is_drawn(low: float, length: float) -> None:
    marks = ticks(low, low + length)
    assert 2 <= len(marks) <= 9
    if low + length > low and length > abs(low) * 1e-6:
        assert marks[0] <= low + length * 1e-6
        assert marks[-1] >= low + length * (1 - 1e-6)
        steps = [after - before for before, after in pairwise(marks)]
        assert max(steps) == pytest.approx(min(steps), rel=1e-3)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (41.25, "%", "41.2%"),
        (1234.5, "£", "£1,234"),
        (-3, "£", "−£3"),
        (0.125, "", "0.12"),
        (12, "days", "12 days"),
    ],
)
def test_figures_are_told_in_their_unit(value: float, unit: str, words: str) -> None:
    assert in_unit(value, unit) == words
