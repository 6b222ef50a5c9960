"""Who keeps the register of organisations. Rooms above say so when the site starts.

People know nothing of programmes, whose teams do the work; so `programmes` adds its rule here, once, in its
`AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Callable

from plaudit.people.models import Person

Rule = Callable[[Person], bool]
_RULES: list[Rule] = []


def add_keepers(rule: Rule) -> None:
    """Let whoever `rule` holds for keep the register."""
    if rule not in _RULES:
        _RULES.append(rule)


def is_keeper(person: Person) -> bool:
    """Whether any of the rules holds for the person."""
    return any(rule(person) for rule in _RULES)
