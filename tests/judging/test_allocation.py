from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.allocation import Allocation, EntryToRead, Pair, Reader, Shortfall, allocate

PANELS = ("art", "film")


@st.composite
def small_editions(
    draw: st.DrawFn,
) -> tuple[list[EntryToRead], list[Reader], set[Pair], int, set[Pair]]:
    """Up to four entries and four judges on two panels, with conflicts and seats already taken."""
    panels = st.sampled_from(PANELS)
    entries = [EntryToRead(f"e{number}", draw(panels)) for number in range(draw(st.integers(0, 4)))]
    judges = [
        Reader(f"j{number}", frozenset(draw(st.sets(panels, min_size=1))))
        for number in range(draw(st.integers(0, 4)))
    ]
    pairs = [(judge.id, entry.id) for judge in judges for entry in entries]
    some = st.sets(st.sampled_from(pairs), max_size=6) if pairs else st.just(set())
    conflicts = draw(some)
    kept = draw(some) - conflicts
    panel_of = {entry.id: entry.panel for entry in entries}
    panels_of = {judge.id: judge.panels for judge in judges}
    kept = {pair for pair in kept if panel_of[pair[1]] in panels_of[pair[0]]}
    return entries, judges, conflicts, draw(st.integers(1, 3)), kept


def choices(
    entries: list[EntryToRead],
    judges: list[Reader],
    conflicts: set[Pair],
    demand: int,
    kept: set[Pair],
) -> list[list[frozenset[str]]]:
    """Every way to fill each entry's seats as far as they can be filled."""
    ways = []
    for entry in entries:
        held = {judge for judge, read in kept if read == entry.id}
        able = [
            judge.id
            for judge in judges
            if entry.panel in judge.panels
            and (judge.id, entry.id) not in conflicts
            and judge.id not in held
        ]
        wanted = min(max(demand - len(held), 0), len(able))
        ways.append([frozenset(one) for one in itertools.combinations(able, wanted)])
    return ways


def best_loads(
    entries: list[EntryToRead],
    judges: list[Reader],
    conflicts: set[Pair],
    demand: int,
    kept: set[Pair],
) -> tuple[int, int]:
    """The least greatest load and the least sum of squared loads, by trying everything."""
    start = {judge.id: sum(1 for one, _ in kept if one == judge.id) for judge in judges}
    tried = []
    for way in itertools.product(*choices(entries, judges, conflicts, demand, kept)):
        loads = dict(start)
        for judge in itertools.chain(*way):
            loads[judge] += 1
        tried.append((max(loads.values(), default=0), sum(load**2 for load in loads.values())))
    return min(tried)[0], min(squares for _, squares in tried)


def checked(found: Allocation) -> dict[str, set[str]]:
    readers: dict[str, set[str]] = {}
    for judge, entry in found.pairs:
        assert judge not in readers.setdefault(entry, set())
        readers[entry].add(judge)
    return readers


@settings(max_examples=400, deadline=None)
@given(small_editions())
def test_every_seat_that_can_be_filled_is_filled_and_loads_are_as_even_as_can_be(edition) -> None:
    entries, judges, conflicts, demand, kept = edition
    found = allocate(entries, judges, conflicts, demand, kept)
    readers = checked(found)
    assert not found.pairs & conflicts
    assert not found.pairs & kept
    for entry, ways in zip(entries, choices(*edition), strict=True):
        assert frozenset(readers.get(entry.id, set())) in ways
    assert max(found.loads.values(), default=0) == best_loads(*edition)[0]
    assert sum(load**2 for load in found.loads.values()) == best_loads(*edition)[1]


@settings(max_examples=200, deadline=None)
@given(small_editions(), st.randoms())
def test_the_order_of_the_input_changes_nothing(edition, random) -> None:
    entries, judges, conflicts, demand, kept = edition
    expected = allocate(entries, judges, conflicts, demand, kept)
    random.shuffle(entries)
    random.shuffle(judges)
    assert allocate(entries, judges, list(conflicts), demand, list(kept)) == expected


@settings(max_examples=200, deadline=None)
@given(small_editions())
def test_doing_it_again_adds_nothing(edition) -> None:
    entries, judges, conflicts, demand, kept = edition
    first = allocate(entries, judges, conflicts, demand, kept)
    again = allocate(entries, judges, conflicts, demand, kept | first.pairs)
    assert again.pairs == frozenset()
    assert again.shortfalls == first.shortfalls


def test_forty_entries_and_six_judges_share_evenly_and_mix() -> None:
    entries = [EntryToRead(f"e{number:02}", "art") for number in range(40)]
    judges = [Reader(f"j{number}", frozenset({"art"})) for number in range(6)]
    found = allocate(entries, judges, set(), 3)
    assert set(found.loads.values()) == {20}
    trios = {frozenset(trio) for trio in checked(found).values()}
    assert len(trios) > 10


def test_it_says_why_an_entry_is_short() -> None:
    entries = [EntryToRead("e1", "film"), EntryToRead("e2", "film")]
    judges = [Reader("j1", frozenset({"film"})), Reader("j2", frozenset({"film"}))]
    found = allocate(entries, judges, {("j1", "e1")}, 3)
    assert found.shortfalls == (
        Shortfall("e1", "film", missing=2, conflicted=1, panel_size=2),
        Shortfall("e2", "film", missing=1, conflicted=0, panel_size=2),
    )


def test_a_large_edition_takes_well_under_a_second() -> None:
    entries = [EntryToRead(f"e{number:04}", f"p{number % 25}") for number in range(1000)]
    judges = [Reader(f"j{number:03}", frozenset({f"p{number % 25}"})) for number in range(150)]
    conflicts = {(f"j{number % 150:03}", f"e{number:04}") for number in range(0, 1000, 7)}
    found = allocate(entries, judges, conflicts, 3)
    assert len(found.pairs) == 3000
    assert max(found.loads.values()) - min(found.loads.values()) <= 1
