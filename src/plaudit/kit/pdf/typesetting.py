"""Running Typst. The template is ours; data and pictures are files beside it that it reads."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from plaudit.kit.pdf.showable import showable_data


class NotTypeset(RuntimeError):
    """The document could not be made. The message is for the log."""


def typeset(
    template: Path,
    data: Mapping[str, Any],
    *,
    files: Mapping[str, bytes] | None = None,
    at: dt.datetime | None = None,
    image_format: str = "",
) -> bytes:
    """Return the template filled with the data, as a PDF after PDF/UA-1.

    The template reads the data by `json("data.json")`, and `files` by their names: no text of a person is
    ever part of the markup. `at` is the time that the file says it was made; the same data at the same time
    gives the same bytes. `image_format` "png" gives the first page as a picture. Raises NotTypeset.
    """
    with tempfile.TemporaryDirectory(prefix="plaudit-pdf-") as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(template.read_bytes())
        (root / "data.json").write_text(json.dumps(showable_data(data)), encoding="utf-8")
        for name, content in (files or {}).items():
            (root / Path(name).name).write_bytes(content)
        return _compiled(root, at, image_format)


def _compiled(root: Path, at: dt.datetime | None, image_format: str) -> bytes:
    compiler = typst.Compiler(root / "main.typ", root=root, font_paths=_fonts())
    try:
        made = compiler.compile(
            format="png" if image_format == "png" else "pdf",
            pdf_standards=[] if image_format else ["ua-1"],
            timestamp=int(at.timestamp()) if at else None,
        )
    except typst.TypstError as error:
        raise NotTypeset(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # a fault in the typesetter, not in us
            raise NotTypeset(str(error)) from error
        raise
    pages = made if isinstance(made, list) else [made]
    if not pages or pages[0] is None:
        raise NotTypeset("nothing was made")
    return bytes(pages[0])


@cache
def _fonts() -> typst.Fonts:
    """Return our own fonts, where they have been built, and those of the wheel; never the machine's."""
    folder = Path(settings.PDF_FONTS)
    paths = [str(folder)] if folder.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
