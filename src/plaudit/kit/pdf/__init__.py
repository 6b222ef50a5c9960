"""Tagged PDFs (PDF/UA-1) from a Typst template and plain data. What people typed is only ever data."""

from pathlib import Path

from plaudit.kit.pdf.typesetting import typeset

INVOICE = Path(__file__).parent / "invoice.typ"

__all__ = ["INVOICE", "typeset"]
