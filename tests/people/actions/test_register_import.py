from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter

from plaudit.kit.verdict import Refused
from plaudit.people.actions.register_import import ask_to_store, bring_file, plan_of
from plaudit.people.actions.register_storing import store_import
from plaudit.people.models import Organisation, OrganisationCode, RegisterImport
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, an_edition, director_of

pytestmark = pytest.mark.django_db


def ods_row(code: str, name: str, *, postcode: str = "", closed: str = "", parent: str = "") -> str:
    cells = [""] * 27
    cells[0], cells[1], cells[9], cells[10], cells[11], cells[14] = (
        code, name, postcode, "19910401", closed, parent,
    )  # fmt: skip
    return ",".join(f'"{cell}"' for cell in cells)


def stored(content: str | bytes, name: str = "file.csv", ods_kind: str = "") -> RegisterImport:
    director = director_of(an_edition())
    data = content.encode() if isinstance(content, str) else content
    brought = bring_file(data, name, by=director, at=WHILE_OPEN, ods_kind=ods_kind)
    ask_to_store(brought, by=director, at=WHILE_OPEN)
    store_import(brought.pk, at=WHILE_OPEN)
    brought.refresh_from_db()
    return brought


def register() -> set[tuple[str, str, str]]:
    return {
        (each.organisation.name, each.scheme, each.code)
        for each in OrganisationCode.objects.select_related("organisation")
    }


def test_the_ods_layout_is_read_by_its_columns() -> None:
    counts = stored(
        "\r\n".join(
            [
                ods_row("RX1", "LEEFORD AND DEAN UNIVERSITY HOSPITALS NHS TRUST", parent="QXX"),
                ods_row("RX2", "ST ANNE'S NHS FOUNDATION TRUST", closed="20240331"),
                ods_row("", "NAMELESS"),
                "too,short",
            ]
        ),
        ods_kind="nhs_provider",
    ).counts
    assert counts == {"new": 2, "changed": 0, "unchanged": 0, "problems": 2}
    assert register() == {
        ("Leeford and Dean University Hospitals NHS Trust", "ods", "RX1"),
        ("St Anne's NHS Foundation Trust", "ods", "RX2"),
    }
    assert Organisation.objects.get(codes__code="RX2").closed_on == dt.date(2024, 3, 31)


def test_practices_of_one_name_are_told_apart_by_postcode_and_a_second_import_changes_nothing() -> (
    None
):
    file = "\n".join(
        [
            ods_row("A81001", "THE SURGERY", postcode="TS1 1AA"),
            ods_row("A81002", "THE SURGERY", postcode="TS2 2BB"),
            ods_row("A81002", "THE SURGERY", postcode="TS2 2BB"),
        ]
    )
    first = stored(file, ods_kind="primary_care")
    assert first.counts == {"new": 2, "changed": 0, "unchanged": 0, "problems": 1}
    assert register() == {
        ("The Surgery", "ods", "A81001"),
        ("The Surgery (TS2 2BB)", "ods", "A81002"),
    }
    again = stored(file, ods_kind="primary_care")
    assert (again.counts["new"], again.counts["changed"]) == (0, 0)


def test_a_table_with_headings_matches_by_name_and_adds_only_what_is_new() -> None:
    known = an_organisation("Fenmarsh Borough Council", "council", aliases=["FBC"])
    counts = stored(
        "Name,Kind,Aliases,codes,Parent,Colour\n"
        "fenmarsh borough council,Council,FBC; Fenmarsh,gss:E07000001,,red\n"
        "Fen Libraries,council,,,Fenmarsh Borough Council,\n"
        "Nobody,spaceship,,,,\n"
        "Bad code,council,,oops,Nowhere,\n"
    ).counts
    assert counts == {"new": 2, "changed": 1, "unchanged": 0, "problems": 4}
    known.refresh_from_db()
    assert known.name == "Fenmarsh Borough Council"
    assert known.aliases == ["FBC", "Fenmarsh"]
    assert Organisation.objects.get(name="Fen Libraries").parent == known
    assert register() == {("Fenmarsh Borough Council", "gss", "E07000001")}


def test_a_spreadsheet_is_read_and_problems_carry_its_row_numbers() -> None:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["name", "kind", "charity"])
        sheet.write_row(1, 0, ["Harbour Housing", "charity", 1234567])
        sheet.write_row(2, 0, ["", "charity", ""])
    director = director_of(an_edition())
    brought = bring_file(written.getvalue(), "list.xlsx", by=director, at=WHILE_OPEN)
    assert not Organisation.objects.exists(), "nothing is stored by looking"
    plan = plan_of(brought)
    assert [(each.number, each.reason) for each in plan.problems] == [
        (3, "Enter the organisation's name.")
    ]
    store_import(brought.pk, at=WHILE_OPEN)
    assert not Organisation.objects.exists(), "nothing is stored before somebody asks"
    for _ in range(2):
        ask_to_store(brought, by=director, at=WHILE_OPEN)
        store_import(brought.pk, at=WHILE_OPEN)
    assert register() == {("Harbour Housing", "charity", "1234567")}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.csv"),
        (b"colour\nred", "a.csv"),
        (b"PK\x03\x04rubbish", "a.xlsx"),
        (b"\x00\x01\x02", "a.xls"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(content: bytes, name: str) -> None:
    with pytest.raises(Refused):
        bring_file(content, name, by=director_of(an_edition()), at=WHILE_OPEN)


def test_only_keepers_bring_files() -> None:
    with pytest.raises(Refused, match="look after entries"):
        bring_file(b"name,kind\nA,charity", "a.csv", by=a_person(), at=WHILE_OPEN)


def test_a_merged_duplicate_in_a_file_leads_to_the_kept() -> None:
    kept = an_organisation("Kept Trust")
    an_organisation("Gone Trust", merged_into=kept)
    assert stored("name,kind,ods\nGone Trust,nhs_provider,RX9").counts["changed"] == 1
    assert register() == {("Kept Trust", "ods", "RX9")}


def test_rows_of_a_name_spelt_otherwise_belong_to_the_organisation_there_is() -> None:
    there = an_organisation("Copsley Women's and Children's Trust", aliases=["C.W.C."])
    counts = stored(
        "name,kind,aliases,ods,parent\n"
        "Copsley Women’s & Children’s Trust,charity,CWC,RX7,\n"
        "Harrier and Sons,company,,,COPSLEY WOMENS AND CHILDRENS TRUST\n"
        "Harrier & Sons,company,,,\n"
    ).counts
    assert counts == {"new": 1, "changed": 1, "unchanged": 0, "problems": 1}
    there.refresh_from_db()
    assert there.aliases == ["C.W.C."]
    assert register() == {(there.name, "ods", "RX7")}
    assert Organisation.objects.get(name="Harrier and Sons").parent == there


def test_one_name_spelt_twice_with_two_codes_is_two_bodies() -> None:
    content = "\r\n".join(
        [
            ods_row("RX1", "ST ANNE'S SURGERY", postcode="LE1 1AA"),
            ods_row("RX2", "ST ANNES SURGERY", postcode="LE2 2BB"),
        ]
    )
    expected = {("St Anne's Surgery", "ods", "RX1"), ("St Annes Surgery (LE2 2BB)", "ods", "RX2")}
    assert stored(content, ods_kind="primary_care").counts["new"] == 2
    assert register() == expected
    assert stored(content, ods_kind="primary_care").counts["unchanged"] == 2
    assert register() == expected
