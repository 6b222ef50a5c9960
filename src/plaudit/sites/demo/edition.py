from __future__ import annotations

from plaudit.programmes.models import Edition
from plaudit.programmes.queries import published_editions
from plaudit.sites.demo.cast import PROGRAMME_SLUG


def demo_edition() -> Edition | None:
    """Return the newest edition of the demo's programme, or None before it is built."""
    return published_editions().filter(programme__slug=PROGRAMME_SLUG).first()
