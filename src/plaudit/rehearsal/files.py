"""A photo and a PDF, small and generated, for people to attach."""

from __future__ import annotations

import io
import random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def photo(chance: random.Random) -> SimpleUploadedFile:
    """Return a small JPEG of one colour."""
    colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
    file = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "JPEG")
    return SimpleUploadedFile("The team.jpg", file.getvalue(), "image/jpeg")


def document(pages: int) -> SimpleUploadedFile:
    """Return a PDF of empty pages."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
    ]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * pages
    return SimpleUploadedFile("Evidence.pdf", _pdf(objects), "application/pdf")


def _pdf(objects: list[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    )
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
