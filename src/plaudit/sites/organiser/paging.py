from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 50


def paged(request: HttpRequest, rows: Any) -> Page[Any]:
    """Return the page of rows that the address asks for, 50 long; the nearest one there is."""
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))


def rest_of_query(request: HttpRequest) -> str:
    """Return the address's other parameters, encoded, for links to other pages of the list."""
    query = request.GET.copy()
    query.pop("page", None)
    query.pop("said", None)
    return query.urlencode()
