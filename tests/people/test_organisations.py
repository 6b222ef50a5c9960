from __future__ import annotations

import pytest

from plaudit.kit.verdict import Refused
from plaudit.people.actions.organisation import register_organisation
from plaudit.people.models import Organisation
from plaudit.people.queries import find_organisation, organisation_named, search_organisations
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def register(name: str, kind: str = "charity") -> Organisation:
    return register_organisation(name=name, kind=kind, by=a_person(), at=WHILE_OPEN)


def test_a_new_organisation_is_registered_clean() -> None:
    organisation = register("  Open \n Door\x00 Trust ")
    assert (organisation.name, organisation.kind) == ("Open Door Trust", "charity")


def test_the_same_name_or_alias_in_any_case_is_the_same_organisation() -> None:
    first = an_organisation(
        "Fenmarsh Borough Council", "council", aliases=["FBC", "Fenmarsh Council"]
    )
    for name in ("fenmarsh borough COUNCIL", "fbc", " Fenmarsh  council"):
        assert register(name, "company") == first
    assert Organisation.objects.count() == 1


def test_part_of_an_alias_is_another_organisation() -> None:
    an_organisation("Fenmarsh Borough Council", "council", aliases=["FBC North"])
    assert organisation_named("FBC") is None
    assert register("FBC").name == "FBC"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", "charity"), (" – ", "charity"), ("x" * 201, "charity"), ("Fine", "club")],
)
def test_bad_names_and_kinds_are_refused(name: str, kind: str) -> None:
    with pytest.raises(Refused):
        register(name, kind)


def test_search_finds_by_words_of_name_and_alias_and_puts_beginnings_first() -> None:
    north = an_organisation("Northmoor Trust", aliases=["NMT"])
    open_door = an_organisation("Open Door (Northmoor)")
    an_organisation("Fenmarsh 100% Trust")
    assert search_organisations("north") == [north, open_door]
    assert search_organisations("nmt") == [north]
    assert search_organisations("door northmoor") == [open_door]
    assert search_organisations(" \x00 ") == []
    assert [each.name for each in search_organisations("100%")] == ["Fenmarsh 100% Trust"]
    assert search_organisations("_") == []


def test_search_stops_at_its_limit() -> None:
    for _ in range(4):
        an_organisation()
    assert len(search_organisations("northmoor", limit=3)) == 3


def test_an_organisation_is_found_by_its_identifier_and_by_nothing_else() -> None:
    organisation = an_organisation()
    assert find_organisation(str(organisation.pk)) == organisation
    assert find_organisation("no identifier") is None
