"""A list of guests as people paste it: one a line, "Name, what they eat; what they need", or cells of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME, LONGEST_NEED = 120, 300


@dataclass(frozen=True)
class Named:
    """A guest as somebody typed them."""

    name: str
    dietary: str = ""
    access: str = ""


def named_guest(name: str, dietary: str = "", access: str = "") -> Named:
    """Return the guest with each text on one line, without control characters."""
    return Named(_line(name), _line(dietary), _line(access))


def guests_in_text(text: str) -> list[Named]:
    """Return the guests of a pasted list, in order; empty lines are left out.

    Cells of a spreadsheet come apart at tabs: name, dietary, access. Otherwise what they need is behind the first
    semicolon, and before it the name ends at the first comma, so that "no nuts, no fish" stays whole.
    """
    return [_guest(line) for line in text.splitlines() if line.strip(" \t,;")]


def is_too_long(guest: Named) -> bool:
    """Whether a text of the guest is longer than we keep."""
    needs = max(len(guest.dietary), len(guest.access))
    return len(guest.name) > LONGEST_NAME or needs > LONGEST_NEED


def _guest(line: str) -> Named:
    if "\t" in line:
        cells = [*line.split("\t"), "", ""]
        return named_guest(cells[0], cells[1], "; ".join(filter(None, map(str.strip, cells[2:]))))
    before, _, access = line.partition(";")
    name, _, dietary = before.partition(",")
    return named_guest(name, dietary, access)


def _line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
