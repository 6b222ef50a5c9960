"""Word's automatic numbering: which paragraphs are list items, how deep, with which marker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from plaudit.programmes.brief.block import Marker

_FORMATS = {
    "bullet": Marker.BULLET,
    "decimal": Marker.NUMBER,
    "decimalZero": Marker.NUMBER,
    "lowerLetter": Marker.LETTER,
    "upperLetter": Marker.LETTER,
    "lowerRoman": Marker.ROMAN,
    "upperRoman": Marker.ROMAN,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph's place in a list."""

    level: int
    marker: Marker


@dataclass(slots=True)
class Numbering:
    """The formats of a document's lists, by list and level, and the lists its styles carry."""

    formats: dict[tuple[str, int], Marker] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of_document(cls, document: Any) -> Numbering:
        """Reads the numbering part and the styles; a document without lists gives an empty one."""
        found = cls()
        for style in document.styles.element.iter(qn("w:style")):
            number = style.find(f".//{qn('w:numPr')}")
            if number is not None:
                found.styles[style.get(qn("w:styleId"))] = _place(number)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return found
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            source = abstract.get(link.get(qn("w:val"))) if link is not None else None
            for level in source.iter(qn("w:lvl")) if source is not None else ():
                shape = level.find(qn("w:numFmt"))
                marker = _FORMATS.get(
                    shape.get(qn("w:val")) if shape is not None else "", Marker.BULLET
                )
                found.formats[number.get(qn("w:numId")), int(level.get(qn("w:ilvl")))] = marker
        return found

    def of(self, properties: Any, style_id: str | None) -> Listed | None:
        """The paragraph's place in a list, from its own properties or its style; None when in none."""
        number = properties.find(qn("w:numPr")) if properties is not None else None
        place = _place(number) if number is not None else self.styles.get(style_id or "")
        if place is None or place[0] == "0":
            return None
        return Listed(place[1], self.formats.get(place, Marker.BULLET))


def _place(number: Any) -> tuple[str, int]:
    identity, level = number.find(qn("w:numId")), number.find(qn("w:ilvl"))
    return (
        identity.get(qn("w:val")) if identity is not None else "",
        int(level.get(qn("w:val"))) if level is not None else 0,
    )
