"""The files that every page may load, gathered, named by their content and compressed.

A server that runs knows where each file lay when it started. So gathering anew takes nothing away that it may still
be asked for, and no file is ever seen half written: not by it, nor by one that starts at that moment.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import File
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from plaudit.kit.clock import real_now

KEPT_FOR = timedelta(days=7)  # since a file was last among those gathered
NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{12}\.[^/]*\Z")
WAYS_TO_SEND = ("", ".br", ".gz")


class GatheredFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Keeps what it replaces for a week, and puts each file in its place in one step."""

    def delete(self, name: str) -> None:
        """Delete the file, unless somebody may still ask for it."""
        if name != self.manifest_name and not self._is_kept(name):
            super().delete(name)

    def post_process(self, *args: Any, **options: Any) -> Iterator[Any]:
        yield from super().post_process(*args, **options)
        for name in self.hashed_files.values():
            for way in WAYS_TO_SEND:
                path = Path(self.path(name + way))
                if path.exists():
                    os.utime(path)

    def create_compressor(self, **options: Any) -> Compressor:
        return WholeFiles(**options)

    def _save(self, name: str, content: File[bytes]) -> str:
        part = super()._save(f"{name}.part", content)
        Path(self.path(part)).replace(self.path(name))
        return name.replace("\\", "/")

    def _is_kept(self, name: str) -> bool:
        path = Path(self.path(name))
        if not NAMED_BY_CONTENT.search(name) or not path.exists():
            return False
        age: float = real_now().timestamp() - path.stat().st_mtime
        return age < KEPT_FOR.total_seconds()


class WholeFiles(Compressor):  # type: ignore[misc]
    """Compresses files; what it writes appears in one step."""

    def write_data(self, path: str, data: bytes, suffix: str, stat_result: os.stat_result) -> str:
        part: str = super().write_data(path, data, f"{suffix}.part", stat_result)
        return str(Path(part).replace(path + suffix))
