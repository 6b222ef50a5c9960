from __future__ import annotations

from plaudit.entries.engines.adviser import Described, closest
from plaudit.entries.engines.adviser.words import stem

HOMES = Described(
    "homes", "Healthy homes", "Warm and dry housing.", ("How did you find cold homes?",)
)
DATA = Described(
    "data", "Better together on data", "Sharing data safely.", ("Who owns the records?",)
)
PARTNERS = Described("partners", "Neighbourhood partnership", "Councils and the NHS as partners.")


def keys(title: str, summary: str) -> list[str]:
    return [each.key for each in closest(title, summary, [DATA, HOMES, PARTNERS])]


def test_the_category_that_shares_the_telling_words_comes_first() -> None:
    assert keys("Warm homes", "We dried damp housing for older people.") == ["homes"]
    assert keys("One record", "We share data between partners.") == ["data", "partners"]
    assert keys("A project", "We did it with the team.") == []


def test_reasons_are_the_projects_own_words_and_the_prompt_that_shares_them() -> None:
    (advice,) = closest("Cold homes", "Finding cold homes before winter.", [HOMES])
    assert set(advice.words) == {"cold", "homes", "finding"}
    assert advice.prompt == "How did you find cold homes?"
    assert advice.closeness == 1


def test_words_of_one_family_share_a_stem() -> None:
    assert {stem("partnership"), stem("partnerships")} == {stem("partners")}
    assert closest("x", "y", []) == []
