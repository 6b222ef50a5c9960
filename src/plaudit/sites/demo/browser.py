from __future__ import annotations

from django.http import HttpResponse


def without_kept_pages(response: HttpResponse) -> HttpResponse:
    """Have the browser forget the public pages it kept: they tell of another day or another reader."""
    response["Clear-Site-Data"] = '"cache"'
    return response
