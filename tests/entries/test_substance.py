from __future__ import annotations

import copy
from typing import Any

import pytest

from plaudit.entries.engines.differences import Fate, Piece, shortened, word_differences
from plaudit.entries.substance import changes_between, said_of_piece, substance_digest

SNAPSHOT: dict[str, Any] = {
    "title": "Warm homes",
    "summary": "Damp homes made dry.",
    "organisations": [
        {
            "id": "1",
            "name": "Lead Trust",
            "kind": "nhs_provider",
            "role": "lead",
            "credit_line": "",
        },
        {
            "id": "2",
            "name": "Harbour",
            "kind": "charity",
            "role": "joint",
            "credit_line": "ran visits",
        },
    ],
    "eligibility": [{"question": "Began in 2025?", "is_yes": True}],
    "answers": [{"criterion_id": "a", "name": "Outcome", "text": "Nine homes in ten.", "words": 4}],
    "photo": None,
    "evidence": [
        {"number": 1, "kind": "attachment", "title": "Audit", "attachment_id": "x", "sha256": "aa"}
    ],
}


def changed(**path: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SNAPSHOT), **path}


@pytest.mark.parametrize(
    "same",
    [
        changed(title="  Warm\n homes "),
        changed(eligibility=[]),
        changed(photo={"sha256": "bb"}),
        changed(answers=[{**SNAPSHOT["answers"][0], "words": 5, "text": "Nine  homes\nin ten."}]),
        changed(evidence=[{**SNAPSHOT["evidence"][0], "attachment_id": "y"}]),
    ],
)
def test_what_is_no_part_of_the_substance_changes_nothing(same: dict[str, Any]) -> None:
    assert substance_digest(same) == substance_digest(SNAPSHOT)
    assert changes_between(SNAPSHOT, same) == []


@pytest.mark.parametrize(
    ("other", "part"),
    [
        (changed(title="Warm houses"), "Title"),
        (changed(summary="Damp homes made wet."), "Summary"),
        (changed(answers=[{**SNAPSHOT["answers"][0], "text": "Nine."}]), "Outcome"),
        (changed(organisations=SNAPSHOT["organisations"][:1]), "Organisations"),
        (changed(organisations=SNAPSHOT["organisations"][::-1]), "Organisations"),
        (
            changed(
                organisations=[
                    SNAPSHOT["organisations"][0],
                    {**SNAPSHOT["organisations"][1], "credit_line": "ran all visits"},
                ]
            ),
            "Organisations",
        ),
        (changed(evidence=[{**SNAPSHOT["evidence"][0], "sha256": "bb"}]), "Evidence E1"),
    ],
)
def test_each_change_of_substance_is_seen_and_named(other: dict[str, Any], part: str) -> None:
    assert substance_digest(other) != substance_digest(SNAPSHOT)
    assert [change.part for change in changes_between(SNAPSHOT, other)] == [part]


def test_differences_are_whole_words() -> None:
    assert word_differences("Nine homes in ten.", "Seven homes in ten.") == [
        Piece(Fate.REMOVED, "Nine"),
        Piece(Fate.ADDED, "Seven"),
        Piece(Fate.KEPT, "homes in ten."),
    ]


def test_long_unchanged_runs_are_shortened_beside_what_changed() -> None:
    words = " ".join(f"w{n}" for n in range(50))
    pieces = shortened(word_differences(f"{words} old", f"{words} new"), around=2)
    assert [(piece.fate, piece.text) for piece in pieces] == [
        (Fate.KEPT, "… w48 w49"),
        (Fate.REMOVED, "old"),
        (Fate.ADDED, "new"),
    ]


def test_the_order_in_which_a_database_keeps_keys_is_no_change() -> None:
    piece = {"number": 1, "kind": "measure", "title": "Falls", "unit": "falls", "baseline": "12"}
    one, other = changed(evidence=[piece]), changed(evidence=[dict(reversed(piece.items()))])
    assert changes_between(one, other) == []
    assert substance_digest(one) == substance_digest(other)


def test_each_piece_of_evidence_is_compared_for_itself() -> None:
    falls = {"number": 2, "kind": "measure", "title": "Falls", "series": [["2025-01-01", "12"]]}
    before, after = changed(), changed(evidence=[falls])
    assert [(change.part, change.pieces) for change in changes_between(before, after)] == [
        ("Evidence", [Piece(Fate.REMOVED, "E1"), Piece(Fate.ADDED, "E2")]),
        ("Evidence E2", [Piece(Fate.ADDED, "Falls series: 1 value, of 1 January 2025;")]),
        ("Evidence E1", [Piece(Fate.REMOVED, "Audit fingerprint of the file: aa;")]),
    ]
    other_way = changed(evidence=[falls, *SNAPSHOT["evidence"]])
    both = changed(evidence=[*SNAPSHOT["evidence"], falls])
    assert [change.part for change in changes_between(both, other_way)] == ["Evidence"]


def test_a_measure_is_told_in_words_and_not_by_the_names_of_its_fields() -> None:
    piece = {"title": "Wait", "direction": "down", "changed_on": "2025-07-01", "unit": "days"}
    assert (
        said_of_piece(piece) == "Wait date of the change: 2025-07-01; down is better; unit: days;"
    )


def test_a_series_that_changed_is_told_apart_from_the_words() -> None:
    falls = {"number": 2, "kind": "measure", "title": "Falls", "series": [["2025-01-01", "12"]]}
    mended = falls | {"series": [["2025-01-01", "11"]]}
    (change,) = changes_between(changed(evidence=[falls]), changed(evidence=[mended]))
    assert (change.part, change.pieces, change.measures) == ("Evidence E2", [], (falls, mended))
    renamed = mended | {"title": "Fewer falls"}
    (change,) = changes_between(changed(evidence=[falls]), changed(evidence=[renamed]))
    assert [piece.text for piece in change.pieces] == ["Falls", "Fewer falls"]
    assert change.measures == (falls, renamed)
    (change,) = changes_between(changed(evidence=[mended]), changed(evidence=[renamed]))
    assert change.measures is None
