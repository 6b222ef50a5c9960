from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.citations import (
    Fault,
    Piece,
    check_citations,
    citations_in,
    marked_text,
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Fewer falls [E1].", [(1, None, None)]),
        ("Fewer falls [E2 p4].", [(2, 4, 4)]),
        ("[E2, p. 4]", [(2, 4, 4)]),
        ("[e2 pp4-6]", [(2, 4, 6)]),
        ("[E2 pp. 4–6]", [(2, 4, 6)]),
        ("[ E12 page 30 ]", [(12, 30, 30)]),
        ("[E3 slide 9]", [(3, 9, 9)]),
        ("[E4 p]", [(4, None, None)]),
        ("[E1, E3]", [(1, None, None), (3, None, None)]),
        ("[E1 p2; E3 and E4, p. 5]", [(1, 2, 2), (3, None, None), (4, 5, 5)]),
        ("[E1] then [E2]", [(1, None, None), (2, None, None)]),
        ("[[E1]]", [(1, None, None)]),
        ("E1, (E2), [Example], [E], [E1 is good], [E1 p and], [E1\n", []),
        ("[E1234]", []),
        ("", []),
    ],
)
def test_what_counts_as_a_citation(
    text: str, cited: list[tuple[int, int | None, int | None]]
) -> None:
    assert [(one.number, one.page, one.last_page) for one in citations_in(text)] == cited


def test_one_alone_takes_its_bracket_and_several_leave_it_as_text() -> None:
    assert [(piece.text, piece.citation is not None) for piece in marked_text("A [E1] b")] == [
        ("A ", False),
        ("[E1]", True),
        (" b", False),
    ]
    assert [(piece.text, piece.citation is not None) for piece in marked_text("[E1, E3 p2]")] == [
        ("[", False),
        ("E1", True),
        (", ", False),
        ("E3 p2", True),
        ("]", False),
    ]


def test_text_without_citations_is_one_piece() -> None:
    assert marked_text("<b>Plain</b>") == [Piece("<b>Plain</b>")]
    assert marked_text("") == []


@given(st.text(alphabet="[]eE123 pP.,-;\n&and", max_size=80))
def test_pieces_always_make_up_the_text(text: str) -> None:
    assert "".join(piece.text for piece in marked_text(text)) == text


def test_what_leads_nowhere_and_what_nobody_cites_are_told() -> None:
    report = check_citations(
        {
            "Ambition": "Yes [E1], no [E9], [E2 p3].",
            "Outcome": "[E1 p2] [E2 p4] [E2 pp2-9] [E2 p0]",
        },
        [1, 2, 3],
        {1: None, 2: 3},
    )
    assert [(one.key, one.words, one.fault) for one in report.dangling] == [
        ("Ambition", "[E9]", Fault.NO_EVIDENCE),
        ("Outcome", "[E1 p2]", Fault.NO_PAGES),
        ("Outcome", "[E2 p4]", Fault.PAST_THE_END),
        ("Outcome", "[E2 pp2-9]", Fault.PAST_THE_END),
        ("Outcome", "[E2 p0]", Fault.PAST_THE_END),
    ]
    assert report.uncited == [3]


def test_a_page_of_a_removed_piece_is_no_evidence() -> None:
    report = check_citations({"a": "[E4 p1]"}, [], {4: 9})
    assert [one.fault for one in report.dangling] == [Fault.NO_EVIDENCE]
