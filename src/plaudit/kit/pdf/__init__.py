"""Tagged PDFs (PDF/UA-1) from a Typst template and plain data. What people typed is only ever data."""

from plaudit.kit.pdf.typesetting import typeset

__all__ = ["typeset"]
