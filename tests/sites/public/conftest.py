from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_tries_counted() -> Iterator[None]:
    """Each test starts with every rate limit unused."""
    cache.clear()
    yield
    cache.clear()
