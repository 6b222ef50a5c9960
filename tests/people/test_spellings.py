"""Finding an organisation however its name is typed."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from plaudit.people.actions.organisation import register_organisation
from plaudit.people.models import Organisation
from plaudit.people.queries import organisation_named, register_rows, search_organisations
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> dict[str, Organisation]:
    rows = [
        an_organisation("Copsley Women's and Children's NHS Trust", "nhs_provider"),
        an_organisation("Fishermen’s Widows", aliases=["FW"]),
        an_organisation("Harrier & Sons", "company"),
        an_organisation("Brackmere and Wrenlow Council", "council"),
        an_organisation("Oakcliff Hospice", aliases=["OCH"]),
        an_organisation("Mid Leeford", "integrated_care_board", aliases=["MLUC ICB"]),
        an_organisation("Café Étoile"),
        an_organisation("Well-being Wrenlow"),
        an_organisation("Clinic Board of Northmoor"),
    ]
    return {each.name: each for each in rows}


SPELLINGS = [
    ("Women’s and Children’s", "Copsley Women's and Children's NHS Trust"),
    ("womens & childrens", "Copsley Women's and Children's NHS Trust"),
    ("fishermens widows", "Fishermen’s Widows"),
    ("Fishermen's", "Fishermen’s Widows"),
    ("Harrier and Sons", "Harrier & Sons"),
    ("harrier&sons", "Harrier & Sons"),
    ("brackmere & wrenlow", "Brackmere and Wrenlow Council"),
    ("O.C.H.", "Oakcliff Hospice"),
    ("MLUC-ICB", "Mid Leeford"),
    ("mluc/icb", "Mid Leeford"),
    ("ICB", "Mid Leeford"),
    ("cafe etoile", "Café Étoile"),
    ("CAFÉ", "Café Étoile"),
    ("wellbeing", "Well-being Wrenlow"),
    ("well being", "Well-being Wrenlow"),
]


@pytest.mark.parametrize(("typed", "name"), SPELLINGS)
def test_a_name_is_found_however_it_is_typed(
    register: dict[str, Organisation], typed: str, name: str
) -> None:
    assert search_organisations(typed) == [register[name]]
    assert list(register_rows(typed)) == [register[name]]


@pytest.mark.parametrize("typed", ["+", "xyz", ".", "(", "’"])
def test_what_no_name_holds_finds_nothing(register: dict[str, Organisation], typed: str) -> None:
    assert search_organisations(typed) == []
    assert list(register_rows(typed)) == []
    assert organisation_named(typed) is None


def test_names_that_begin_with_the_text_come_first_however_it_is_typed() -> None:
    later = an_organisation("Aldmoor St. Anne’s")
    first = an_organisation("St Anne's Hospice")
    assert search_organisations("st annes") == [first, later]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Copsley Women’s and Children’s NHS Trust", "Copsley Women's and Children's NHS Trust"),
        ("Fishermens Widows", "Fishermen’s Widows"),
        ("HARRIER AND SONS", "Harrier & Sons"),
        ("O.C.H.", "Oakcliff Hospice"),
        ("MLUC-ICB", "Mid Leeford"),
        ("Wellbeing Wrenlow", "Well-being Wrenlow"),
    ],
)
def test_adding_a_name_in_another_spelling_adds_no_second_organisation(
    register: dict[str, Organisation], typed: str, name: str
) -> None:
    added = register_organisation(name=typed, kind="charity", by=a_person(), at=WHILE_OPEN)
    assert added == register[name]
    assert set(Organisation.objects.all()) == set(register.values())


def test_of_two_spellings_in_the_register_each_is_found_by_its_own() -> None:
    curly = an_organisation("St Anne’s", aliases=["The O.C.H."])
    straight = an_organisation("St Anne's", aliases=["The OCH"])
    assert organisation_named("st anne's") == straight
    assert organisation_named("the och") == straight
    assert organisation_named("ST ANNE’S") == curly
    assert organisation_named("The O.C.H.") == curly
    assert organisation_named("St Annes") == curly


def test_looking_for_an_organisation_takes_one_query(
    register: dict[str, Organisation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for typed in ("e", "Women’s & Children’s NHS"):
        with django_assert_num_queries(1):
            search_organisations(typed)
        with django_assert_num_queries(1):
            organisation_named(typed)
