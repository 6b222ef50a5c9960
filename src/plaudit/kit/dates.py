"""Dates and times in words, always in a named zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

ZONE_NAMES = {"Europe/London": "UK time"}


def clock_time(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return "14:02" in the zone."""
    return instant.astimezone(zone).strftime("%H:%M")


def day(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return "Friday 12 March 2027" in the zone."""
    local = instant.astimezone(zone)
    return f"{local:%A} {local.day} {local:%B} {local.year}"


def short_day(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return "12 March 2027" in the zone."""
    local = instant.astimezone(zone)
    return f"{local.day} {local:%B} {local.year}"


def hour(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return "5pm", "midday", "midnight", "5:30pm" or, with seconds, "5:30:05pm" in the zone."""
    local = instant.astimezone(zone)
    if (local.minute, local.second) == (0, 0) and local.hour in (0, 12):
        return "midnight" if local.hour == 0 else "midday"
    half = "am" if local.hour < 12 else "pm"
    text = str(local.hour % 12 or 12)
    if local.minute or local.second:
        text += f":{local.minute:02d}"
    if local.second:
        text += f":{local.second:02d}"
    return text + half


def zone_name(zone: ZoneInfo) -> str:
    """Return the zone's name for people: "UK time", or the city it is named after."""
    return ZONE_NAMES.get(zone.key, zone.key.rsplit("/", 1)[-1].replace("_", " ") + " time")


def moment(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return "5pm on Friday 12 March 2027 (UK time)"."""
    return f"{hour(instant, zone)} on {day(instant, zone)} ({zone_name(zone)})"


def minute_moment(instant: dt.datetime, zone: ZoneInfo) -> str:
    """Return the same to the minute, for logs that people read: "2:58am on Sunday 22 November 2026 (UK time)"."""
    return moment(instant.replace(second=0, microsecond=0), zone)
