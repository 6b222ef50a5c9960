"""The numbered evidence of a snapshot, in the words of the page, for `components/evidence.html`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from plaudit.kit.paragraphs import Block, in_paragraphs
from plaudit.sites.components.reading.charts import ChartReading, chart_reading
from plaudit.sites.components.reading.measures import MeasureRow, measure_row
from plaudit.sites.components.reading.values import ValueReading, value_reading


@dataclass(frozen=True, slots=True)
class TestimonialReading:
    number: int
    title: str
    words: list[Block]
    by: str


@dataclass(frozen=True, slots=True)
class FileReading:
    """`href` is empty where the file cannot be opened."""

    number: int
    title: str
    href: str
    about: str


@dataclass(frozen=True, slots=True)
class EvidenceReading:
    measures: list[MeasureRow]
    charts: list[ChartReading]
    testimonials: list[TestimonialReading]
    values: list[ValueReading]
    files: list[FileReading]

    @property
    def is_empty(self) -> bool:
        return not (self.measures or self.testimonials or self.values or self.files)


def evidence_reading(
    pieces: Iterable[dict[str, Any]], address: Callable[[dict[str, Any]], str]
) -> EvidenceReading:
    """Return the pieces by kind. `address` gives that of an attachment's file, or ""."""
    listed = list(pieces)
    measures = [piece for piece in listed if piece["kind"] == "measure"]
    return EvidenceReading(
        measures=[measure_row(piece) for piece in measures],
        charts=[chart_reading(piece) for piece in measures if piece["chart"]],
        testimonials=[_testimonial(piece) for piece in listed if piece["kind"] == "testimonial"],
        values=[value_reading(piece) for piece in listed if piece["kind"] == "value"],
        files=[
            FileReading(piece["number"], piece["title"], address(piece), file_about(piece))
            for piece in listed
            if piece["kind"] == "attachment" and piece.get("attachment_id")
        ],
    )


def file_about(file: dict[str, Any]) -> str:
    """Return "3 pages, 1.2 MB", or the size alone."""
    size = file["size"]
    about = f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size // 1000 or 1} kB"
    pages = file.get("page_count")
    return f"{pages} page{'' if pages == 1 else 's'}, {about}" if pages else about


def attribution(piece: dict[str, Any]) -> str:
    """Return "Ama Mensah, carer, Harbour Trust", of what is known."""
    return ", ".join(piece[name] for name in ("name", "role", "organisation") if piece[name])


def _testimonial(piece: dict[str, Any]) -> TestimonialReading:
    return TestimonialReading(
        piece["number"], piece["title"], in_paragraphs(piece["words"]), attribution(piece)
    )
