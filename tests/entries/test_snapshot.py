from __future__ import annotations

import json
from decimal import Decimal

import pytest

from plaudit.entries.snapshot import digest_of, snapshot_of
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import a_category, an_eligibility_question

pytestmark = pytest.mark.django_db


def test_a_snapshot_has_all_that_judges_read_in_order() -> None:
    category = a_category()
    an_eligibility_question(category)
    category.criteria.update(weight=Decimal("12.50"), weight_unit="percent", word_limit=400)
    lead, partner = an_organisation("Northmoor Trust"), an_organisation("Open Door", "charity")
    entry = a_complete_entry(category, lead=lead, partners=(partner,))
    snapshot = snapshot_of(entry)
    assert list(snapshot) == [
        "format",
        "reference",
        "edition",
        "category",
        "title",
        "summary",
        "organisations",
        "eligibility",
        "answers",
        "what_is_new",
        "photo",
        "evidence",
    ]
    assert [(each["name"], each["role"]) for each in snapshot["organisations"]] == [
        ("Northmoor Trust", "lead"),
        ("Open Door", "joint"),
    ]
    assert [each["name"] for each in snapshot["answers"]] == ["Ambition", "Outcome", "Involvement"]
    first = snapshot["answers"][0]
    assert (first["weight"], first["weight_unit"], first["word_limit"]) == (12.5, "percent", 400)
    assert first["prompts"] == ["What was the need?", "What did you set out to change?"]
    assert snapshot["eligibility"][0]["is_yes"] is True


def test_no_person_is_named_in_a_snapshot() -> None:
    owner = a_person("Zebedee Quill", email="zebedee.quill@example.org")
    text = json.dumps(snapshot_of(a_complete_entry(owner=owner)))
    for sentinel in ("Zebedee", "Quill", "example.org", str(owner.pk)):
        assert sentinel not in text


def test_a_digest_is_the_same_after_the_database_has_kept_the_snapshot() -> None:
    category = a_category()
    category.criteria.update(weight=Decimal("33.33"), weight_unit="points")
    text = "Ünïcode – “quotes”, 😀, a/b \\ and\nlines.\t"
    entry = a_complete_entry(category, texts={"Outcome": text}, title="Ça va 😀")
    submission = a_submission(entry)
    submission.refresh_from_db()
    assert digest_of(submission.snapshot) == submission.digest == digest_of(snapshot_of(entry))


def test_a_digest_does_not_depend_on_the_order_of_keys_and_sees_every_letter() -> None:
    assert digest_of({"a": 1, "b": "x"}) == digest_of({"b": "x", "a": 1})
    assert digest_of({"a": 1, "b": "x"}) != digest_of({"a": 1, "b": "y"})
