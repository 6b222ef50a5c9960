"""An XmR chart as shapes: the page draws them in HTML, `chart_svg` as a file that stands alone.

A mark's shape says what its colour says. Colours are presentation attributes, so that they need no style
sheet; the classes let a page replace them in the dark and in print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from plaudit.entries.engines.charts.figures import Chart, Meaning, Step
from plaudit.entries.engines.charts.scales import Scale, labelled, ticks
from plaudit.entries.engines.charts.wording import (
    MEANINGS,
    in_unit,
    short_days,
    summary_of,
)

WIDE, NARROW, LEAST_WIDE = 680, 340, 500
INK, SOFT, LINE = "#1b1f2a", "#585d68", "#d9d6cc"
COLOURS = {
    Meaning.CHANCE: SOFT,
    Meaning.IMPROVEMENT: "#1565a0",
    Meaning.CONCERN: "#b34700",
    Meaning.HIGHER: "#5b3a92",
    Meaning.LOWER: "#5b3a92",
}
STRONG = "caption pl-chart__caption--strong"
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Shape:
    """An SVG element: its tag, its attributes in order, and the text in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of `width` by `height`, with what they show in words."""

    width: int
    height: int
    title: str
    description: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    chart: Chart
    unit: str
    is_wide: bool
    x: Scale
    y: Scale
    marks: list[float]

    @property
    def size(self) -> int:
        return 13 if self.is_wide else 12


def drawing_of(chart: Chart, title: str, unit: str, *, width: int = WIDE) -> Drawing:
    """Return the drawing of a chart. Below `LEAST_WIDE` it is set for a telephone, without figures on its lines."""
    height = 340 if width >= LEAST_WIDE else 280
    sheet = _sheet(chart, unit, width, height)
    shapes = (
        *_grid(sheet),
        *_days(sheet),
        *_phases(sheet),
        *_target(sheet),
        *_change(sheet),
        *_values(sheet),
        *_key(sheet, height),
    )
    return Drawing(width, height, title, " ".join(summary_of(chart, unit)), shapes)


def chart_svg(chart: Chart, title: str = "", unit: str = "") -> str:
    """Return the chart as an SVG file that needs nothing else: no style sheet, no script."""
    drawing = drawing_of(chart, title, unit)
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {drawing.width} {drawing.height}",
            "width": str(drawing.width),
            "height": str(drawing.height),
            "role": "img",
            "font-family": FONT,
        },
    )
    ET.SubElement(root, "title").text = drawing.title
    ET.SubElement(root, "desc").text = drawing.description
    for shape in drawing.shapes:
        ET.SubElement(root, shape.tag, dict(shape.attributes)).text = shape.text or None
    return ET.tostring(root, encoding="unicode")


def _sheet(chart: Chart, unit: str, width: int, height: int) -> _Sheet:
    is_wide = width >= LEAST_WIDE
    values = [point.value for point in chart.points]
    bounds = [each for phase in chart.phases for each in (phase.limits.lower, phase.limits.upper)]
    bounds += values + ([chart.target] if chart.target is not None else [])
    low = min(bounds)
    if min(values) >= 0:
        low = max(0.0, low)
    marks = ticks(low, max(bounds), 6 if is_wide else 5)
    wide = max(len(in_unit(mark, unit if unit in {"%", "£"} else "")) for mark in marks)
    left = 12 + 7.2 * wide
    right = width - (108 if is_wide and chart.phases else 14)
    days = [point.day.toordinal() for point in chart.points]
    return _Sheet(
        chart,
        unit,
        is_wide,
        Scale(days[0], days[-1], left + 8, right - 8),
        Scale(marks[0], marks[-1], height - 62, 24),
        marks,
    )


def _shape(tag: str, name: str, text: str = "", /, **attributes: str | float) -> Shape:
    pairs = [("class", f"pl-chart__{name}")] if name else []
    pairs += [
        (
            key.replace("_", "-"),
            value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0"),
        )
        for key, value in attributes.items()
    ]
    return Shape(tag, tuple(pairs), text)


def _line(name: str, x1: float, y1: float, x2: float, y2: float, **more: str | float) -> Shape:
    return _shape("line", name, x1=x1, y1=y1, x2=x2, y2=y2, **more)


def _text(name: str, x: float, y: float, text: str, size: int, **more: str | float) -> Shape:
    more.setdefault("fill", SOFT)
    return _shape("text", name, text, x=x, y=y, font_size=size, **more)


def _grid(sheet: _Sheet) -> Iterator[Shape]:
    left, right = sheet.x.start - 8, sheet.x.end + 8
    unit = sheet.unit if sheet.unit in {"%", "£", "$", "€"} else ""
    for mark in sheet.marks:
        y = sheet.y.at(mark)
        yield _line("grid", left, y, right, y, stroke=LINE)
        label = in_unit(mark, unit)
        yield _text("label", left - 6, y + 4, label, sheet.size, text_anchor="end")


def _days(sheet: _Sheet) -> Iterator[Shape]:
    points, names = sheet.chart.points, short_days(sheet.chart)
    room = sheet.x.end - sheet.x.start
    most = max(2, int(room // (8.5 * max(map(len, names)))))
    floor = sheet.y.start
    for index in labelled([point.day for point in points], most):
        x = sheet.x.at(points[index].day.toordinal())
        yield _line("tick", x, floor, x, floor + 5, stroke=SOFT)
        yield _text("label", x, floor + 19, names[index], sheet.size, text_anchor="middle")


def _phases(sheet: _Sheet) -> Iterator[Shape]:
    points = sheet.chart.points
    for phase in sheet.chart.phases:
        left = sheet.x.at(points[phase.start].day.toordinal()) - 6
        right = sheet.x.at(points[phase.end - 1].day.toordinal()) + 6
        for name, value in _levels(phase.limits.lower, phase.limits.mean, phase.limits.upper):
            if value < sheet.y.low:
                continue
            y = sheet.y.at(value)
            dashes = {} if name == "mean" else {"stroke_dasharray": "5 4"}
            colour = INK if name == "mean" else SOFT
            yield _line(name, left, y, right, y, stroke=colour, stroke_width=1.5, **dashes)
    if sheet.is_wide and sheet.chart.phases:
        yield from _captions(sheet)


def _levels(lower: float, mean: float, upper: float) -> tuple[tuple[str, float], ...]:
    return ("upper", upper), ("mean", mean), ("lower", lower)


def _captions(sheet: _Sheet) -> Iterator[Shape]:
    limits = sheet.chart.phases[-1].limits
    last = -100.0
    for name, value in _levels(limits.lower, limits.mean, limits.upper):
        if value < sheet.y.low:
            continue
        y = max(sheet.y.at(value) + 4, last + 15)
        last = y
        word = {"upper": "Upper limit", "mean": "Mean", "lower": "Lower limit"}[name]
        unit = sheet.unit if len(sheet.unit) < 2 else ""
        yield _text("caption", sheet.x.end + 14, y, f"{word} {in_unit(value, unit)}", 12)


def _target(sheet: _Sheet) -> Iterator[Shape]:
    target = sheet.chart.target
    if target is None:
        return
    y, left = sheet.y.at(target), sheet.x.start - 8
    yield _line(
        "target", left, y, sheet.x.end + 8, y,
        stroke=INK, stroke_width=1.5, stroke_dasharray="1.5 4", stroke_linecap="round",
    )  # fmt: skip
    unit = sheet.unit if len(sheet.unit) < 2 else ""
    words = f"Target {in_unit(target, unit)}"
    yield _text(STRONG, left + 4, y - 5, words, 12, fill=INK)


def _change(sheet: _Sheet) -> Iterator[Shape]:
    chart = sheet.chart
    if chart.changed_on is None:
        return
    days = [point.day for point in chart.points]
    if not days[0] < chart.changed_on <= days[-1]:
        return
    after = next(day for day in days if day >= chart.changed_on).toordinal()
    before = max(day for day in days if day < chart.changed_on).toordinal()
    x = sheet.x.at((after + before) / 2)
    yield _line("change", x, sheet.y.end - 20, x, sheet.y.start, stroke=INK, stroke_width=1)
    is_late = x > (sheet.x.start + sheet.x.end) / 2
    words = "Change: new limits" if chart.step == Step.RECALCULATED else "Change"
    yield _text(
        STRONG, x + (-5 if is_late else 5), sheet.y.end - 11, words, 12,
        fill=INK, text_anchor="end" if is_late else "start",
    )  # fmt: skip


def _values(sheet: _Sheet) -> Iterator[Shape]:
    points = sheet.chart.points
    places = [(sheet.x.at(point.day.toordinal()), sheet.y.at(point.value)) for point in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield _shape("polyline", "line", points=path, fill="none", stroke=SOFT, stroke_width=1.25)
    for point, (x, y) in zip(points, places, strict=True):
        yield _mark(point.meaning, x, y)


def _mark(meaning: Meaning, x: float, y: float) -> Shape:
    name, colour = f"mark pl-chart__mark--{meaning}", COLOURS[meaning]
    if meaning == Meaning.CHANCE:
        return _shape("circle", name, cx=x, cy=y, r=3.4, fill=colour)
    if meaning == Meaning.IMPROVEMENT:
        path = f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"
    elif meaning == Meaning.CONCERN:
        path = f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z"
    else:
        way = 1 if meaning == Meaning.HIGHER else -1
        path = f"M{x:.1f} {y - 6 * way:.1f}l6 {10 * way}h-12z"
    return _shape("path", name, d=path, fill=colour)


def _key(sheet: _Sheet, height: int) -> Iterator[Shape]:
    """Yield what the marks mean: only those that are there, chance last."""
    there = {point.meaning for point in sheet.chart.points}
    x, y = sheet.x.start - 2, height - 14.0
    for meaning in reversed(Meaning):
        if meaning in there:
            words = MEANINGS[meaning] if sheet.is_wide else MEANINGS[meaning].split(",")[0]
            yield _mark(meaning, x, y - 4)
            yield _text("caption", x + 11, y, words, 12)
            x += 30 + 6.4 * len(words)
