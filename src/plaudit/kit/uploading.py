from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

LARGEST_ANYWHERE = 200 * 1024 * 1024


class Bounded(FileUploadHandler):
    """Drops a posted file as soon as it is larger than any page takes, so that no disk is filled by one form.

    The form then finds it empty; `was_too_large` says why. Each page has a smaller limit of its own.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.come = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.come += len(raw_data)
        if self.come > LARGEST_ANYWHERE:
            if self.request is not None:
                self.request.file_was_too_large = True  # type: ignore[attr-defined]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def was_too_large(request: Any) -> bool:
    """Whether a file of the request was dropped for its size."""
    return bool(getattr(request, "file_was_too_large", False))
