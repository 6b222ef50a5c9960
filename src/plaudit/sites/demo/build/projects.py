"""The invented projects, each a text file: `field: value` lines, then a section for each criterion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
SECTION = re.compile(r"^== (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Project:
    """What somebody wrote of a project, and how far its entry is to be taken.

    `state`: empty, half, complete, submitted, resubmitted, withdrawn, ineligible or over (its word limit).
    `merit`: 0 to 10, what a fair judge would think of it. `outcome` and `citation` are of last year's.
    """

    title: str
    summary: str
    category: str
    lead: str
    partners: tuple[str, ...]
    owner: str
    colleague: str
    state: str
    merit: int
    outcome: str
    citation: str
    answers: dict[str, str]


def projects_of(edition: str) -> list[Project]:
    """Return the projects of "this" edition or the "last", in order of their file names."""
    return [
        read_project(path.read_text())
        for path in sorted((FOLDER / "projects" / edition).glob("*.txt"))
    ]


def read_project(text: str) -> Project:
    head, *parts = SECTION.split(text)
    fields = dict(_field(line) for line in head.splitlines() if line.strip())
    names, answers = parts[0::2], (answer.strip() for answer in parts[1::2])
    return Project(
        title=fields["title"],
        summary=fields["summary"],
        category=fields["category"],
        lead=fields["lead"],
        partners=tuple(name.strip() for name in fields["partners"].split(";") if name.strip()),
        owner=fields["owner"],
        colleague=fields.get("colleague", ""),
        state=fields["state"],
        merit=int(fields["merit"]),
        outcome=fields.get("outcome", ""),
        citation=fields.get("citation", ""),
        answers=dict(zip(names, answers, strict=True)),
    )


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def rows_of(file_name: str) -> list[list[str]]:
    """Return the rows of a list such as `register.txt`, split at its bars, without its remarks."""
    lines = (FOLDER / file_name).read_text().splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return [[cell.strip() for cell in line.split("|")] for line in kept]
