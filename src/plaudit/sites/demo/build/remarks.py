"""What judges write beside their scores."""

from __future__ import annotations

import random

HIGH = {
    "Purpose": (
        "The need is plain from the first line, and so is who agreed to meet it.",
        "A baseline, a target and a date. I wish that everybody began like this.",
    ),
    "Results": (
        "Strong figures against an honest baseline; the missed target makes me trust the others.",
        "The comparison is fair and the change is large.",
    ),
    "Reach": (
        "Others have taken it up without being asked, which says most.",
        "Generous with what went wrong.",
    ),
    "Worth": (
        "The arithmetic can be followed, and it stands.",
        "Good to see staff counted among those who gain.",
    ),
    "Voices": (
        "People who use the service hold real power here.",
        "One decision reversed by residents: the best proof.",
    ),
}
LOW = {
    "Purpose": (
        "I would have liked to know how things stood before.",
        "The aim is clear; the target is not.",
    ),
    "Results": (
        "Numbers without a comparison are hard to weigh.",
        "Promising, and early. Two wards are not yet a result.",
    ),
    "Reach": (
        "Interest from others is not yet use by others.",
        "Say who was not reached, and why.",
    ),
    "Worth": (
        "Costs are given, savings hoped for.",
        "I could not find what the money would have bought instead.",
    ),
    "Voices": ("A suggestion box is a start.", "It seems that people were told rather than asked."),
}
OVERALL_HIGH = (
    "A pleasure to read: modest in tone, exact in its figures, and easy to copy.",
    "I read this twice, the second time to steal from it.",
    "Clear, frank and complete. The section on results could serve as a model.",
)
OVERALL_LOW = (
    "A good idea that needs another year of figures. I hope to see it again.",
    "There is real work behind this. Tell us where it began and what it changed, in numbers.",
    "Warmly written. The claims run ahead of the evidence in places.",
)


def remark_on(criterion: str, value: int, chance: random.Random) -> str:
    """Return a sentence fit for the score, or nothing, as judges do."""
    if chance.random() < 0.35:
        return ""
    return chance.choice((HIGH if value >= 7 else LOW).get(criterion, ("",)))


def verdict_on(merit: int, chance: random.Random) -> str:
    return chance.choice(OVERALL_HIGH if merit >= 7 else OVERALL_LOW)
