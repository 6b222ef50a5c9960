"""Reads an earlier plan, whose pairs are to be kept."""

from __future__ import annotations

from plaudit.judging.engines.allocation.problem import Name
from plaudit.judging.engines.allocation.reading.members import a_list, a_name, an_object, kind
from plaudit.judging.engines.allocation.reading.text import shown
from plaudit.judging.engines.allocation.refusal import BadInput


def read_plan(document: object) -> list[tuple[Name, Name]]:
    """Return the (entry, judge) pairs of what the command printed before, or of a bare list of pairs."""
    if isinstance(document, dict) and "assignments" not in document:
        raise BadInput("The plan to keep has no “assignments”.")
    rows = a_list(
        document if isinstance(document, list) else an_object(document, "The plan")["assignments"],
        "“assignments”",
    )
    found: list[tuple[Name, Name]] = []
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, list) or len(row) != 2:
            raise BadInput(f"“assignments” item {number} must be [entry, judge], not {kind(row)}.")
        where = f"“assignments” item {number}"
        pair = (a_name(row[0], f"{where}: the entry"), a_name(row[1], f"{where}: the judge"))
        found.append(pair)
        first = seen.setdefault((str(pair[0]), str(pair[1])), number)
        if first != number:
            raise BadInput(
                f"{where} repeats the pair of item {first}: {shown(pair[0])}, {shown(pair[1])}."
            )
    return found
