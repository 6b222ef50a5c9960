"""A chart in plain English: its figures in their unit, and what it shows, sentence by sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from plaudit.entries.engines.charts.figures import Assurance, Chart, Meaning, Signal, Step

MEANINGS = {
    Meaning.CHANCE: "Chance variation",
    Meaning.IMPROVEMENT: "Improvement, more than chance",
    Meaning.CONCERN: "Concern, more than chance",
    Meaning.HIGHER: "Higher, more than chance",
    Meaning.LOWER: "Lower, more than chance",
}
SIGNALS = {
    Signal.OUTSIDE: "outside the limits",
    Signal.TREND: "in a trend of six or more",
    Signal.NEAR: "two of three near a limit",
    Signal.SHIFT: "in a run of seven or more on one side of the mean",
}
ASSURANCES = {
    Assurance.MET: "As it runs now, the target of {target} will be met every time.",
    Assurance.MISSED: "As it runs now, the target of {target} will not be met without a further change.",
    Assurance.HIT_AND_MISS: "As it runs now, the target of {target} will be met at some times and missed at others.",
}


def in_unit(value: Decimal | float, unit: str, *, is_exact: bool = False) -> str:
    """Return "41%", "£1,200" or "12 days". Unless exact, with as many places as the size asks for."""
    if is_exact:
        number = f"{value:,f}"
        number = number.rstrip("0").rstrip(".") if "." in number else number
    else:
        size = abs(float(value))
        number = f"{value:,.{0 if size >= 100 else 1 if size >= 10 else 2}f}"
        number = number.rstrip("0").rstrip(".") if "." in number else number
    number = "0" if number == "-0" else number
    sign, number = ("−", number[1:]) if number.startswith("-") else ("", number)
    if unit in {"£", "$", "€"}:
        return f"{sign}{unit}{number}"
    return f"{sign}{number}{unit}" if unit in {"", "%"} else f"{sign}{number} {unit}"


def day_in_words(day: dt.date) -> str:
    """Return "1 April 2025"."""
    return f"{day.day} {day:%B} {day.year}"


def short_days(chart: Chart) -> list[str]:
    """Return each point's day as it is labelled: "Apr 2025" where all are firsts of a month."""
    is_monthly = all(point.day.day == 1 for point in chart.points)
    return [
        f"{point.day:%b} {point.day.year}"
        if is_monthly
        else f"{point.day.day} {point.day:%b} {point.day.year}"
        for point in chart.points
    ]


def summary_of(chart: Chart, unit: str) -> list[str]:
    """Return what the chart shows, in sentences."""
    return [*_extent(chart), *_step(chart, unit), *_limits(chart, unit), *_signals(chart)] + [
        ASSURANCES[chart.assurance].format(target=in_unit(chart.target or 0, unit))
        for _ in (1,)
        if chart.assurance
    ]


def _extent(chart: Chart) -> Iterator[str]:
    count, days = len(chart.points), short_days(chart)
    yield f"{count} points from {days[0]} to {days[-1]}." if count > 1 else f"One point, {days[0]}."
    if not chart.phases:
        yield "With fewer than seven points no limits can be drawn."


def _step(chart: Chart, unit: str) -> Iterator[str]:
    if chart.changed_on is None or not chart.phases:
        return
    when, before = day_in_words(chart.changed_on), chart.phases[0].limits
    if chart.step == Step.RECALCULATED:
        after = chart.phases[1].limits
        side = "above" if after.mean > before.mean else "below"
        yield (
            f"The mean was {in_unit(before.mean, unit)} before the change on {when} and "
            f"{in_unit(after.mean, unit)} from then on{_judged(chart, is_higher=after.mean > before.mean)}."
        )
        yield (
            f"The last seven points or more all lie {side} the earlier mean, so the limits are worked out again "
            "from that day."
        )
    elif chart.changed_on > chart.points[-1].day:
        yield f"The change on {when} comes after the last point, so nothing of it can be seen here."
    elif chart.step == Step.HELD:
        yield (
            f"Since the change on {when} the points do not yet show a lasting shift from the earlier mean of "
            f"{in_unit(before.mean, unit)}, so the earlier limits are kept."
        )
    else:
        yield f"There are too few points before the change on {when} to compare with, so one set of limits is drawn."


def _judged(chart: Chart, *, is_higher: bool) -> str:
    if chart.direction == "neither":
        return ""
    is_better = is_higher == (chart.direction == "up")
    return ", an improvement" if is_better else ", which is the wrong way"


def _limits(chart: Chart, unit: str) -> Iterator[str]:
    if not chart.phases:
        return
    limits = chart.phases[-1].limits
    lower, upper = in_unit(limits.lower, unit), in_unit(limits.upper, unit)
    yield f"By chance alone, nearly every value would lie between {lower} and {upper}."
    if limits.is_trial:
        yield f"These limits come from only {limits.count} points, so they are rough."


def _signals(chart: Chart) -> Iterator[str]:
    if not chart.phases:
        return
    counts = Counter(point.signal for point in chart.points if point.signal)
    if not counts:
        within = " within each part" if len(chart.phases) > 1 else ""
        yield f"Nothing{within} is more than chance."
        return
    parts = [f"{counts[signal]} {SIGNALS[signal]}" for signal in Signal if signal in counts]
    total = sum(counts.values())
    are = "1 point shows" if total == 1 else f"{total} points show"
    yield f"{are} more than chance: {', '.join(parts)}."
    yield f"The newest point: {MEANINGS[chart.variation].lower()}."
