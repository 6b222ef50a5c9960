"""A snapshot as the data of the template `submission.typ`."""

from __future__ import annotations

from typing import Any

from plaudit.entries.engines.citations import marked_text
from plaudit.entries.typesetting.evidence import evidence_pieces
from plaudit.kit.paragraphs import in_paragraphs

WORDS_A_MINUTE = 230
Receipt = list[tuple[str, str]]


def document_of(
    snapshot: dict[str, Any], *, receipt: Receipt | None = None, photo: str = ""
) -> dict[str, Any]:
    """Return what the PDF says: what judges read; with a receipt also the answers on eligibility.

    `photo` is the name of the photo's file beside the template, or empty.
    """
    evidence = evidence_pieces(snapshot)
    known = frozenset(piece["number"] for piece in evidence)
    return {
        "title": snapshot["title"] or f"Untitled entry {snapshot['reference']}",
        "reference": snapshot["reference"],
        "category": snapshot["category"]["name"],
        "edition": snapshot["edition"]["name"],
        "organisations": [
            {
                "name": one["name"],
                "leads": one["role"] == "lead" and len(snapshot["organisations"]) > 1,
                "credit": one["credit_line"],
            }
            for one in snapshot["organisations"]
        ],
        "summary": _blocks(snapshot["summary"], known),
        "photo": {"file": photo, "alt": "Photo sent with the entry"} if photo else None,
        "sections": [_section(answer, known) for answer in snapshot["answers"]],
        "evidence": evidence,
        "eligibility": _eligibility(snapshot) if receipt else [],
        "receipt": receipt or [],
    }


def _section(answer: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {
        "name": answer["name"],
        "note": _weight(answer),
        "prompts": answer["prompts"],
        "blocks": _blocks(answer["text"], known),
    }


def _blocks(text: str, known: frozenset[str]) -> list[dict[str, Any]]:
    return [
        {"is_list": block.is_list, "lines": [_pieces(line, known) for line in block.lines]}
        for block in in_paragraphs(text)
    ]


def _pieces(line: str, known: frozenset[str]) -> list[dict[str, str]]:
    """Return the line cut at its citations; those of evidence that is there name it."""
    pieces = []
    for piece in marked_text(line):
        cited = f"E{piece.citation.number}" if piece.citation else ""
        pieces.append({"text": piece.text} | ({"cites": cited} if cited in known else {}))
    return pieces


def _weight(answer: dict[str, Any]) -> str:
    if answer["weight"] is None:
        return ""
    unit = "%" if answer["weight_unit"] == "percent" else " points"
    return f"{answer['weight']:g}{unit}"


def _eligibility(snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    said = {True: "Yes", False: "No", None: "Not answered"}
    return [(asked["question"], said[asked["is_yes"]]) for asked in snapshot["eligibility"]]
