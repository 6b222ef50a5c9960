"""Gives entries to judges: the best plan there is, with a proof. Pure: arrays and dataclasses, no database.

    problem = read_problem(parse(source))
    found = allocate(problem)
    print(as_json(found))

`docs/judging/allocation.md` says what it does; `docs/engineering/allocation.md` how and why it is right.
"""

from plaudit.judging.engines.allocation.engine import Allocation, allocate
from plaudit.judging.engines.allocation.problem import Name, Problem
from plaudit.judging.engines.allocation.reading import parse, read_plan, read_problem
from plaudit.judging.engines.allocation.refusal import BadInput
from plaudit.judging.engines.allocation.report import as_json
from plaudit.judging.engines.allocation.shortfall import Shortfall, shortfalls

__all__ = [
    "Allocation",
    "BadInput",
    "Name",
    "Problem",
    "Shortfall",
    "allocate",
    "as_json",
    "parse",
    "read_plan",
    "read_problem",
    "shortfalls",
]
