"""Whether somebody asks from a phone."""

from __future__ import annotations

from django.http import HttpRequest


def is_on_phone(request: HttpRequest) -> bool:
    """Whether the browser says that it is a phone's: all of them have "Mobi" in their name, and no other has.

    For what is folded at first, and for nothing that anybody needs: a script that folds it later would make all
    below it jump, and a style sheet cannot fold it.
    """
    return "Mobi" in request.headers.get("User-Agent", "")
