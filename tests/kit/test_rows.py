"""Models read from a row are as Django makes them."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection
from django.db.transaction import atomic
from django.test.utils import CaptureQueriesContext

from plaudit.entries.statements import ENTRY
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.rows import Columns, all_rows, insert, tie
from plaudit.programmes.models import Category, Edition, Programme
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db


def test_a_model_of_a_row_is_djangos_own() -> None:
    entry = an_entry()
    (row,) = all_rows(f"SELECT 0, {ENTRY.listed} FROM entries_entry entry", [])
    read = ENTRY.read(row, 1)
    found = type(entry).objects.get(pk=entry.pk)
    assert read == found
    assert {name: getattr(read, name) for name in ENTRY.names} == {
        name: getattr(found, name) for name in ENTRY.names
    }
    assert (read._state.adding, read._state.db) == (False, "default")
    read.title = "Another title"
    read.save(update_fields=["title"])
    assert type(entry).objects.get(pk=entry.pk).title == "Another title"


def test_a_column_left_out_is_fetched_when_it_is_asked_for() -> None:
    category = an_entry().category
    columns = Columns(Category, "category", omit=("introduction",))
    (row,) = all_rows(f"SELECT {columns.listed} FROM programmes_category category", [])
    read = columns.read(row)
    assert read.get_deferred_fields() == {"introduction"}
    with CaptureQueriesContext(connection) as seen:
        assert read.introduction == category.introduction
    assert len(seen) == 1


def test_relations_that_were_read_too_are_not_fetched() -> None:
    edition = an_entry().category.edition
    read, programme = Edition.objects.get(pk=edition.pk), Programme.objects.get()
    tie(read, programme=programme)
    with CaptureQueriesContext(connection) as seen:
        assert read.programme is programme
    assert len(seen) == 0


def test_a_row_is_inserted_once() -> None:
    programme = an_entry().category.edition.programme
    insert(Programme(pk=new_identifier(), name="Second prizes", slug="second-prizes"))
    assert {each.name for each in Programme.objects.all()} == {programme.name, "Second prizes"}
    with pytest.raises(IntegrityError), atomic():
        insert(Programme(pk=programme.pk, name="Third prizes", slug="third-prizes"))
