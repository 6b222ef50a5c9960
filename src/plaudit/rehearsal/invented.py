"""Names, organisations and prose for a rehearsal, drawn by chance. None of it is anybody's."""

from __future__ import annotations

import random

from plaudit.people.models import OrganisationKind

FIRST = (
    "Aurelio", "Bettina", "Corwin", "Dilys", "Emeka", "Fionnuala", "Gwilym", "Hanneke", "Ilse", "Joaquín",
    "Katarzyna", "Lucasta", "Mbali", "Niamh", "Oswin", "Priscilla", "Quillan", "Ragnhild", "Søren", "Tamsin",
    "Ulla", "Verity", "Winston", "Xanthe", "Yevgenia", "Zoltán",
)  # fmt: skip
LAST = (
    "Ashgrove", "Bellweather", "Cotterstock", "Dunmallard", "Easterbrook", "Farthingale", "Goldsworthy-Ito",
    "Hollinrake", "Inkpenny", "Jarrowgate", "Kettlesing", "Łuczak-Moor", "Merriwick", "Nettlefold", "O’Drisceoil",
    "Pennyfather", "Quennelly", "Ravenscar", "Saltonstow", "Thistleton", "Underwood-Nkemelu", "Vellacott",
)  # fmt: skip
PLACES = (
    "Aldermere", "Brindlewick", "Carrowdale", "Dunstowe", "Elverham", "Fennick", "Garsbridge", "Hartlemoor",
    "Ickleby", "Jarnley", "Kelsworth", "Lanterby", "Mossbarrow", "Nethercombe", "Oxwell", "Pellbrook",
)  # fmt: skip
KINDS = {
    OrganisationKind.NHS_PROVIDER: "{} Community NHS Trust",
    OrganisationKind.INTEGRATED_CARE_BOARD: "{} and the Far Valleys Integrated Care Board",
    OrganisationKind.PRIMARY_CARE: "{} Primary Care Network",
    OrganisationKind.COUNCIL: "{} Borough Council",
    OrganisationKind.CHARITY: "Friends of {}",
    OrganisationKind.SOCIAL_ENTERPRISE: "{} Together CIC",
    OrganisationKind.UNIVERSITY: "University of {}",
    OrganisationKind.GOVERNMENT_BODY: "National Agency for {} Affairs",
}
OPENINGS = (
    "In the first year",
    "Before we began",
    "By last spring",
    "On an ordinary Monday",
    "After two false starts",
)
WHO = (
    "the night team",
    "both surgeries",
    "forty volunteers",
    "the carers’ group",
    "our three partners",
    "residents",
)
DID = (
    "counted",
    "rebuilt",
    "halved",
    "shared",
    "gave up",
    "argued about",
    "measured",
    "wrote down",
)
WHAT = (
    "the waiting list", "every missed visit", "the forms – all nineteen of them", "the rota", "a baseline of 38%",
    "the cost per person (£94)", "what patients call “the maze”", "the Sunday clinic", "naïve targets",
)  # fmt: skip
WHY = (
    "and readmissions fell from 14% to 9%", "so that nobody told a story twice", "although the bus stopped at six",
    "and staff stayed: turnover went from 22% to 8%", "which the panel of residents had asked for",
    "at a saving of £61,000 a year", "and 7 in 10 would recommend it 🙂",
)  # fmt: skip


def person_name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def organisation(number: int) -> tuple[str, OrganisationKind]:
    """Return the name and kind of the organisation with this number, no two names alike."""
    kinds = list(KINDS)
    kind = kinds[number % len(kinds)]
    place = PLACES[(number // len(kinds)) % len(PLACES)]
    round_ = number // (len(kinds) * len(PLACES))
    return KINDS[kind].format(f"{place} {'North' * (round_ > 0)}{round_ or ''}".strip()), kind


def sentence(chance: random.Random) -> str:
    return (
        f"{chance.choice(OPENINGS)} {chance.choice(WHO)} {chance.choice(DID)} "
        f"{chance.choice(WHAT)}, {chance.choice(WHY)}."
    )


def paragraphs(chance: random.Random, sentences: int) -> str:
    """Return that many sentences in paragraphs of three, with the line ends that browsers send."""
    said = [sentence(chance) for _ in range(sentences)]
    return "\r\n\r\n".join(" ".join(said[start : start + 3]) for start in range(0, sentences, 3))


def title(chance: random.Random, number: int) -> str:
    return f"{chance.choice(PLACES)} {chance.choice(('together', 'at home', 'by night', 'first', 'in step'))} {number}"
