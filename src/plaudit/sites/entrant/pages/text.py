"""An entry as plain text, for one's own files."""

from __future__ import annotations

from typing import Any

from plaudit.sites.components.reading.plain import evidence_lines
from plaudit.sites.entrant.pages.tasks import word_count


def plain_text(snapshot: dict[str, Any]) -> str:
    """Return a snapshot of format 2 as text that can be read and pasted anywhere."""
    lines = [
        snapshot["title"] or "Untitled entry",
        f"{snapshot['category']['name']}, {snapshot['edition']['name']}",
        f"Reference {snapshot['reference']}",
        "",
        "SUMMARY",
        snapshot["summary"],
        "",
        "ORGANISATIONS",
        *(_organisation(each) for each in snapshot["organisations"]),
    ]
    for answer in snapshot["answers"]:
        lines += ["", answer["name"].upper(), *(f"  - {prompt}" for prompt in answer["prompts"])]
        lines += [f"({word_count(answer['words'], answer['word_limit'])})", "", answer["text"]]
    if snapshot["evidence"]:
        lines += ["", "EVIDENCE"]
        for piece in snapshot["evidence"]:
            lines += ["", *evidence_lines(piece)]
    return "\n".join(lines) + "\n"


def _organisation(organisation: dict[str, Any]) -> str:
    lead = " (lead)" if organisation["role"] == "lead" else ""
    credit = f": {organisation['credit_line']}" if organisation["credit_line"] else ""
    return f"{organisation['name']}{lead}{credit}"
