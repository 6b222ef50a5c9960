from __future__ import annotations

import pytest
from django.db.models import F
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.people.folding import AllNames, Folded, Unspaced, folded, name_key
from plaudit.people.models import Organisation
from plaudit.people.queries import one_line
from tests.factories.people import an_organisation

NOTED = "'’‘ʼ´`′\"“”.,&-‐‑–—/\\()ÀéÎõüŁøĐßÆİıΣςЖЙŒﬁ½…\u00a0\u00ad\u200b\u0301 aZ9%_"
TEXTS = st.lists(
    st.text(
        st.sampled_from(NOTED)
        | st.characters(exclude_categories=("Cs", "Cn", "Co"), exclude_characters="\x00"),
        max_size=24,
    ),
    min_size=1,
    max_size=20,
)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_database_folds_as_python_does(texts: list[str]) -> None:
    Organisation.objects.all().delete()
    stored = [
        Organisation(name=f"{number}~{text}", kind="charity") for number, text in enumerate(texts)
    ]
    Organisation.objects.bulk_create(stored)
    rows = Organisation.objects.values_list("name", Folded(F("name")))
    assert dict(rows) == {each.name: folded(each.name) for each in stored}


@pytest.mark.django_db
@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_database_closes_names_up_as_python_does(texts: list[str]) -> None:
    name, *aliases = map(one_line, texts)
    Organisation.objects.all().delete()
    an_organisation(f"~{name}", aliases=aliases)
    (row,) = Organisation.objects.values_list(Unspaced(Folded(AllNames())), flat=True)
    assert row == "\n" + "\n".join(map(name_key, [f"~{name}", *aliases])) + "\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Women's and Children's", "WOMEN’S & CHILDRENʼS"),
        ("O.C.H.", "och"),
        ("MLUC-ICB", "mluc  icb"),
        ("Health‑Watch", "Healthwatch"),
        ("Café Müller", "Cafe\u0301 Muller"),
        ("Łódź/Ørsted", "lodz orsted"),
        ("St. Anne’s (Leeford)", "St Annes, Leeford"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Age 50", "Age 50+"), ("Leeford 1", "Leeford 2"), ("Ward", "Wards")]
)
def test_different_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
