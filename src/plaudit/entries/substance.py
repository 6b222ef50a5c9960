"""What of an entry a partner vouches for, and what of it has changed since.

Pure: works on snapshots (`entries.snapshot`), imports no Django. The substance is the title, the summary,
the words of the answers, the organisations in their order with roles and credit lines, and the evidence.
Eligibility answers, the photo, limits, weights and white space are no part of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from plaudit.entries.engines.charts.wording import day_in_words
from plaudit.entries.engines.differences import Piece, word_differences

LABELS = {"sha256": "fingerprint of the file", "changed_on": "date of the change"}
DIRECTIONS = {"up": "up is better", "down": "down is better", "neither": "shown for context"}
NOT_SUBSTANCE = frozenset({"attachment_id", "size", "page_count", "position", "chart"})


@dataclass(frozen=True)
class Change:
    """One part of the entry that reads differently: what it is called, and its words then and now.

    `pieces` is empty where no word differs. `measures` holds the piece of evidence then and now where its
    series (dates and values) differs, of which the words then say nothing.
    """

    part: str
    pieces: list[Piece]
    measures: tuple[dict[str, Any], dict[str, Any]] | None = None


def substance_of(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return the substance of a snapshot as plain JSON, with every run of white space a single space."""
    return {
        "title": _plain(snapshot["title"]),
        "summary": _plain(snapshot["summary"]),
        "answers": [[each["criterion_id"], _plain(each["text"])] for each in snapshot["answers"]],
        "organisations": [
            [each["role"], _plain(each["name"]), _plain(each["credit_line"])]
            for each in snapshot["organisations"]
        ],
        "evidence": _plain(snapshot["evidence"]),
    }


def substance_digest(snapshot: dict[str, Any]) -> str:
    """Return the SHA-256, in hex, of the substance: equal for two snapshots that say the same."""
    text = json.dumps(substance_of(snapshot), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def changes_between(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Return each part of the entry whose substance changed, in the order in which it is read."""
    then, now = _pieces(before), _pieces(after)
    both = then.keys() & now.keys()
    series = {name for name in both if then[name].get("series") != now[name].get("series")}
    old, new = dict(_parts(before, series)), dict(_parts(after, series))
    return [
        Change(
            name,
            _differences(old.get(name, ""), new.get(name, "")),
            (then[name], now[name]) if name in series else None,
        )
        for name in [*new, *(name for name in old if name not in new)]
        if name in series or _differences(old.get(name, ""), new.get(name, ""))
    ]


def _differences(before: str, after: str) -> list[Piece]:
    return [] if _plain(before) == _plain(after) else word_differences(before, after)


def _pieces(snapshot: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return each piece of evidence by the name of its part."""
    listed = snapshot["evidence"] if isinstance(snapshot["evidence"], list) else []
    return {f"Evidence E{each['number']}": each for each in listed}


def _parts(snapshot: dict[str, Any], series_apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield name and words of each part; without the series of the pieces whose series is told apart."""
    yield "Title", snapshot["title"]
    yield "Organisations", "\n".join(_credit(each) for each in snapshot["organisations"])
    yield "Summary", snapshot["summary"]
    for answer in snapshot["answers"]:
        yield answer["name"], answer["text"]
    pieces = _pieces(snapshot)
    yield "Evidence", ", ".join(f"E{each['number']}" for each in pieces.values())
    for name, each in pieces.items():
        yield name, said_of_piece(each | {"series": []} if name in series_apart else each)


def _credit(organisation: dict[str, Any]) -> str:
    role = "lead organisation" if organisation["role"] == "lead" else "joint partner"
    credit = f": {organisation['credit_line']}" if organisation["credit_line"] else ""
    return f"{organisation['name']} ({role}){credit}"


def said_of_piece(piece: dict[str, Any]) -> str:
    """Return what a piece of evidence in a snapshot says, on one line: its title, then all else."""
    title = piece.get("title") or piece.get("name") or ""
    return " ".join(f"{title} {' '.join(_said(_plain(piece)))}".split())


def _said(value: Any, name: str = "") -> Iterator[str]:
    """Yield what a value says in words, down its lists and objects."""
    if isinstance(value, dict):
        for key, inner in sorted(value.items()):  # a database keeps keys in an order of its own
            if key not in {"number", "kind", "title", "name", "content_type"}:
                yield from _said(inner, key)
    elif name == "series" and value:
        yield f"series: {series_in_words(value)};"
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, name)
    elif value not in (None, "", True, False):
        yield _fact(name, str(value))


def series_in_words(series: list[list[str]]) -> str:
    """Return "24 values from 1 January 2024 to 1 December 2025"."""
    first, last = (day_in_words(dt.date.fromisoformat(series[end][0])) for end in (0, -1))
    return (
        f"1 value, of {first}"
        if len(series) == 1
        else f"{len(series)} values from {first} to {last}"
    )


def _fact(name: str, text: str) -> str:
    if name == "direction":
        return f"{DIRECTIONS.get(text, text)};"
    if name == "sha256":
        text = text[:12]
    label = LABELS.get(name, name.replace("_", " "))
    return f"{label}: {text};" if label else f"{text};"


def _plain(value: Any) -> Any:
    """Return the value with white space made single spaces, without what is no part of the substance."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key not in NOT_SUBSTANCE}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
