"""Where a citation in an answer leads, for `components/text_blocks.html`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from plaudit.entries.engines.citations import Citation

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence that may be cited. `reading` is where its pages can be read, or ""."""

    number: int
    title: str
    reading: str
    page_count: int | None

    def page_of(self, citation: Citation) -> int | None:
        """Return the page to open; None when the file has no such page, or cannot be opened page by page."""
        page = citation.page if self.reading else None
        return page if page and (self.page_count is None or page <= self.page_count) else None

    def href(self, citation: Citation) -> str:
        """Return the address of the page that is cited, or the place of the evidence on this page."""
        page = self.page_of(citation)
        return f"{self.reading}#page={page}" if page else f"#e{self.number}"


def cited_evidence(
    pieces: Iterable[dict[str, Any]], reading: Callable[[dict[str, Any]], str]
) -> dict[int, Cited]:
    """Return the snapshot's pieces by number. `reading` gives where a PDF can be read page by page."""
    return {
        piece["number"]: Cited(
            piece["number"],
            piece["title"],
            reading(piece) if piece.get("content_type") == PDF else "",
            piece.get("page_count"),
        )
        for piece in pieces
    }
