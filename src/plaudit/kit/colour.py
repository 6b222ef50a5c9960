"""Whether one colour can be read on another, and the nearest that can.

Contrast is the contrast ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"Nearest" keeps the hue and moves lightness in Oklab (Björn Ottosson, "A perceptual color space
for image processing", 2020). Colours are written "#rrggbb" or "#rgb".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

DEFAULT_ACCENT = "#1F5C4A"
PAPER = "#FBFAF7"
DARK_PAPER = "#14171F"
WHITE = "#FFFFFF"
MINIMUM = 4.5

# Shares of the accent in the mixtures of frontend/styles/_tokens.scss.
WASH_SHARE = 0.07
DARK_SHARE = 0.45
DARK_WASH_SHARE = 0.22

Triple = tuple[float, float, float]

_WRITTEN = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True)
class AccentVerdict:
    """Whether a colour may be an edition's accent; if not, why, and the nearest that may."""

    ok: bool
    reasons: tuple[str, ...]
    suggestion: str


def contrast_ratio(one: str, other: str) -> float:
    """Return the ratio of the colours' luminances, from 1.0 to 21.0.

    Raises ValueError for what is no colour.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixture(colour: str, other: str, share: float) -> str:
    """Return `share` of the colour with the rest of the other, as CSS `color-mix(in srgb, …)` does."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _written([share * a + (1 - share) * b for a, b in pairs])


def nearest_passing(colour: str, background: str, minimum: float = MINIMUM) -> str:
    """Return the colour if it reaches `minimum` on the background, else the nearest of its hue.

    Raises ValueError where neither black nor white would reach it.
    """
    if contrast_ratio(colour, background) >= minimum:
        return colour
    ends = [
        end
        for end in (0.0, 1.0)
        if contrast_ratio(_at_lightness(colour, end), background) >= minimum
    ]
    if not ends:
        raise ValueError(f"No colour reaches {minimum}:1 on {background}.")
    start = _oklab(colour)[0]
    found = [
        _moved(colour, end, lambda candidate: contrast_ratio(candidate, background) >= minimum)
        for end in ends
    ]
    return min(found, key=lambda candidate: abs(_oklab(candidate)[0] - start))


def check_accent(colour: str) -> AccentVerdict:
    """Judge an accent wherever words meet it, each at 4.5:1.

    On paper, on its own tint, under white words, and as the dark theme lights it.
    """
    if not _WRITTEN.fullmatch(colour):
        reason = f"Write the colour as # and six figures or letters, such as {DEFAULT_ACCENT}."
        return AccentVerdict(False, (reason,), DEFAULT_ACCENT)
    reasons = _failings(colour)
    suggestion = (
        _moved(colour, 0.0, lambda candidate: not _failings(candidate)) if reasons else colour
    )
    return AccentVerdict(not reasons, reasons, suggestion)


def _failings(colour: str) -> tuple[str, ...]:
    dark = mixture(colour, WHITE, DARK_SHARE)
    uses = (
        ("links on the page", colour, PAPER),
        ("words on its own tint", colour, mixture(colour, PAPER, WASH_SHARE)),
        ("white words on buttons", WHITE, colour),
        ("links in the dark theme", dark, mixture(colour, DARK_PAPER, DARK_WASH_SHARE)),
        ("words on buttons in the dark theme", DARK_PAPER, dark),
    )
    return tuple(
        f"Too pale for {use}: {contrast_ratio(text, ground):.1f}:1, and {MINIMUM}:1 is needed."
        for use, text, ground in uses
        if contrast_ratio(text, ground) < MINIMUM
    )


def _moved(colour: str, end: float, passes: Callable[[str], bool]) -> str:
    """Halve the way from the colour's lightness, which fails, to the end, which passes."""
    failing, passing = _oklab(colour)[0], end
    while abs(failing - passing) > 0.0005:
        middle = (failing + passing) / 2
        if passes(_at_lightness(colour, middle)):
            passing = middle
        else:
            failing = middle
    return _at_lightness(colour, passing)


def _channels(colour: str) -> Triple:
    if not _WRITTEN.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour such as {DEFAULT_ACCENT}.")
    figures = colour[1:] if len(colour) == 7 else "".join(2 * figure for figure in colour[1:])
    red, green, blue = (int(figures[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02X}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> Triple:
    red, green, blue = map(_linear, _channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear_from_oklab(lightness: float, a: float, b: float) -> Triple:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _at_lightness(colour: str, lightness: float) -> str:
    """Return the colour's hue at the lightness, with as much of its chroma as a screen can show there."""
    _, a, b = _oklab(colour)
    for step in range(100, -1, -1):
        linear = _linear_from_oklab(lightness, a * step / 100, b * step / 100)
        if all(-0.0005 <= channel <= 1.0005 for channel in linear):
            return _written(_encoded(max(0.0, channel)) for channel in linear)
    return "#000000" if lightness < 0.5 else "#FFFFFF"
