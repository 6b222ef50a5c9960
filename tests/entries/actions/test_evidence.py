from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from plaudit.entries.actions.evidence import (
    MOST_EVIDENCE,
    EvidenceConflict,
    add_evidence,
    move_evidence_up,
    remove_evidence,
)
from plaudit.entries.actions.measure import add_measure, change_measure
from plaudit.entries.actions.testimonial import change_testimonial
from plaudit.entries.actions.value import LineFacts, change_value
from plaudit.entries.models import Contributor, ContributorLevel, Entry, Evidence, EvidenceKind
from plaudit.entries.parts import parts_of
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from tests.factories.entries import an_entry
from tests.factories.evidence import (
    a_measure,
    a_series,
    a_testimonial,
    a_value,
    measure_facts,
    no_consent,
    spoken_facts,
    value_facts,
)
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_JUDGING, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def listed(entry: Entry) -> list[tuple[int, str]]:
    return [(part.number, part.title) for part in parts_of(entry).evidence]


def test_numbers_are_given_once_even_after_removal() -> None:
    entry = an_entry()
    one, two = a_measure(entry, "One"), a_measure(entry, "Two")
    remove_evidence(two, by=entry.started_by, at=WHILE_OPEN)
    remove_evidence(two, by=entry.started_by, at=WHILE_OPEN)
    three = a_testimonial(entry, "Three")
    assert (one.number, two.number, three.number) == (1, 2, 3)
    assert listed(entry) == [(1, "One"), (3, "Three")]


def test_pieces_move_up_among_their_kind_and_keep_their_numbers() -> None:
    entry = an_entry()
    a_measure(entry, "One")
    a_value(entry, "Cost")
    three = a_measure(entry, "Three")
    for _ in range(3):
        move_evidence_up(three, by=entry.started_by, at=WHILE_OPEN)
    assert listed(entry) == [(3, "Three"), (2, "Cost"), (1, "One")]


def test_one_key_makes_one_piece() -> None:
    entry, key = an_entry(), new_identifier()
    add_measure(entry, "One", measure_facts(), by=entry.started_by, at=WHILE_OPEN, key=key)
    with pytest.raises(Refused, match="saved already"):
        add_measure(entry, "One", measure_facts(), by=entry.started_by, at=WHILE_OPEN, key=key)
    assert listed(entry) == [(1, "One")]


def test_who_may_not_write_adds_changes_and_removes_nothing() -> None:
    entry = an_entry()
    piece, reader = a_measure(entry), a_person()
    Contributor.objects.create(entry=entry, person=reader, level=ContributorLevel.READ)
    for by, at in (
        (reader, WHILE_OPEN),
        (a_person(), WHILE_OPEN),
        (entry.started_by, WHILE_JUDGING),
    ):
        with pytest.raises(Refused):
            add_measure(entry, "Mine", measure_facts(), by=by, at=at)
        with pytest.raises(Refused):
            change_measure(piece, "Mine", measure_facts(), by=by, at=at, version=1)
        with pytest.raises(Refused):
            remove_evidence(piece, by=by, at=at)
        with pytest.raises(Refused):
            move_evidence_up(piece, by=by, at=at)
    assert listed(entry) == [(1, "Seen within 24 hours")]


def test_an_entry_holds_sixty_pieces_at_most() -> None:
    entry = an_entry()
    Evidence.objects.bulk_create(
        Evidence(
            entry=entry, number=n, position=n, kind="attachment", title="x",
            added_by=entry.started_by,
        )
        for n in range(1, MOST_EVIDENCE + 1)
    )  # fmt: skip
    with pytest.raises(Refused, match="60 pieces"):
        add_evidence(entry, EvidenceKind.MEASURE, "More", by=entry.started_by, at=WHILE_OPEN)
    Evidence.objects.all().delete()


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_is_asked_for(title: str) -> None:
    entry = an_entry()
    with pytest.raises(Refused):
        a_measure(entry, title)
    assert not Evidence.objects.exists()


def test_a_measure_keeps_what_was_given_exactly() -> None:
    entry = an_entry()
    a_measure(entry, baseline=Decimal("0.123456"), result=Decimal(99999999999999), target=None)
    (part,) = parts_of(entry).evidence
    assert (part.details["baseline"], part.details["result"], part.details["target"]) == (
        "0.123456",
        "99999999999999",
        None,
    )


def test_a_change_names_the_version_it_was_made_against() -> None:
    entry = an_entry()
    piece = a_measure(entry)
    by = entry.started_by
    change_measure(piece, "Theirs", measure_facts(), by=by, at=WHILE_OPEN, version=1)
    with pytest.raises(EvidenceConflict) as conflict:
        change_measure(piece, "Mine", measure_facts(), by=by, at=WHILE_OPEN, version=1)
    assert (conflict.value.version, listed(entry)) == (2, [(1, "Theirs")])
    remove_evidence(piece, by=by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="took this evidence off"):
        change_measure(piece, "Mine", measure_facts(), by=by, at=WHILE_OPEN, version=2)


@pytest.mark.parametrize(
    "wrong",
    [{"direction": "sideways"}, {"baseline": Decimal(10**15)}, {"source": "x" * 301}],
)
def test_facts_that_cannot_be_kept_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        a_measure(an_entry(), **wrong)


def test_consent_is_recorded_with_who_wrote_it_down() -> None:
    entry = an_entry()
    piece = a_testimonial(entry, **no_consent())
    said, by = piece.testimonial, entry.started_by
    assert (said.consent_recorded_by, said.consent_recorded_at) == (None, None)
    facts = spoken_facts()
    change_testimonial(piece, "T", facts, by=by, at=WHILE_OPEN, version=1)
    said.refresh_from_db()
    assert (said.consent_recorded_by, said.consent_recorded_at) == (by, WHILE_OPEN)
    later = WHILE_OPEN + dt.timedelta(hours=1)
    change_testimonial(piece, "Title", facts, by=by, at=later, version=2)
    said.refresh_from_db()
    assert said.consent_recorded_at == WHILE_OPEN
    change_testimonial(piece, "T", spoken_facts(**no_consent()), by=by, at=later, version=3)
    said.refresh_from_db()
    assert (said.consented_on, said.consent_recorded_by) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": " \n"},
        {"words": "x" * 3001},
        {"audience": "all"},
        {"consent_from": ""},
        {"consented_on": None},
        {"consented_on": dt.date(2099, 1, 1)},
    ],
)
def test_half_a_consent_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        a_testimonial(an_entry(), **wrong)


def test_staff_time_is_hours_times_the_rate() -> None:
    entry = an_entry()
    piece = a_value(entry)
    lines = [(line.kind, line.amount) for line in piece.value.lines.all()]
    assert lines == [
        ("staff", Decimal("32500.00")),
        ("cost", Decimal(7500)),
        ("cash", Decimal(60000)),
        ("capacity", Decimal(20000)),
    ]
    one = [LineFacts("cost", "Vans", Decimal(5), Decimal(5), Decimal(10))]
    change_value(piece, "T", value_facts(lines=one), by=entry.started_by, at=WHILE_OPEN, version=1)
    (line,) = piece.value.lines.all()
    assert (line.position, line.description, line.hours, line.amount) == (1, "Vans", None, 10)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lines": []},
        {"lines": [LineFacts("cost", "x", None, None, Decimal(1))] * 31},
        {"lines": [LineFacts("cost", "", None, None, Decimal(1))]},
        {"lines": [LineFacts("gift", "x", None, None, Decimal(1))]},
        {"lines": [LineFacts("cost", "x", None, None, None)]},
        {"lines": [LineFacts("cost", "x", None, None, Decimal(-1))]},
        {"lines": [LineFacts("staff", "x", Decimal(1), None, None)]},
        {"months": 0},
    ],
)
def test_lines_that_cannot_be_summed_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        a_value(an_entry(), **wrong)


def test_the_parts_of_an_entry_take_one_query(django_assert_num_queries: object) -> None:
    entry = an_entry()
    a_measure(entry, series=a_series())
    a_value(entry)
    a_testimonial(entry)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(parts_of(entry).evidence) == 3
