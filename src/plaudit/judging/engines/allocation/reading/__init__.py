"""Reads a problem from JSON. What is wrong is refused with the line or the item named."""

from plaudit.judging.engines.allocation.reading.document import read_problem
from plaudit.judging.engines.allocation.reading.plan import read_plan
from plaudit.judging.engines.allocation.reading.text import parse

__all__ = ["parse", "read_plan", "read_problem"]
