from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection

from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.plan import EmptySeats, Pair, planned

PANELS = ("art", "film")

Edition = tuple[dict[str, str], dict[str, set[str]], set[Pair], int, set[Pair]]
"""Entries with their panels, readers with theirs, conflicts, readers per entry, pairs kept."""


@st.composite
def small_editions(draw: st.DrawFn) -> Edition:
    """Up to four entries and four judges on two panels, with conflicts and seats already taken."""
    panels = st.sampled_from(PANELS)
    entries = {f"e{number}": draw(panels) for number in range(draw(st.integers(0, 4)))}
    judges = {
        f"j{number}": draw(st.sets(panels, min_size=1)) for number in range(draw(st.integers(0, 4)))
    }
    pairs = [(judge, entry) for judge in judges for entry in entries]
    some = st.sets(st.sampled_from(pairs), max_size=6) if pairs else st.just(set())
    conflicts = draw(some)
    kept = draw(some) - conflicts
    kept = {(judge, entry) for judge, entry in kept if entries[entry] in judges[judge]}
    return entries, judges, conflicts, draw(st.integers(1, 3)), kept


def choices(edition: Edition) -> list[list[frozenset[str]]]:
    """Every way to fill each entry's seats as far as they can be filled."""
    entries, judges, conflicts, demand, kept = edition
    ways = []
    for entry, panel in entries.items():
        held = {judge for judge, read in kept if read == entry}
        able = [
            judge
            for judge, panels in judges.items()
            if panel in panels and (judge, entry) not in conflicts and judge not in held
        ]
        wanted = min(max(demand - len(held), 0), len(able))
        ways.append([frozenset(one) for one in itertools.combinations(able, wanted)])
    return ways


def best_loads(edition: Edition) -> tuple[int, int]:
    """The least greatest load and the least sum of squared loads, by trying everything."""
    start = loads_of(edition, set())
    tried = []
    for way in itertools.product(*choices(edition)):
        loads = dict(start)
        for judge in itertools.chain(*way):
            loads[judge] += 1
        tried.append((max(loads.values(), default=0), sum(load**2 for load in loads.values())))
    return min(tried)[0], min(squares for _, squares in tried)


def loads_of(edition: Edition, pairs: Collection[Pair]) -> Counter[str]:
    """How many entries each judge has, with those kept."""
    return Counter(
        dict.fromkeys(edition[1], 0) | Counter(judge for judge, _ in {*edition[4], *pairs})
    )


def checked(pairs: Collection[Pair]) -> dict[str, set[str]]:
    readers: dict[str, set[str]] = {}
    for judge, entry in pairs:
        readers.setdefault(entry, set()).add(judge)
    return readers


@settings(max_examples=400, deadline=None)
@given(small_editions())
def test_every_seat_that_can_be_filled_is_filled_and_loads_are_as_even_as_can_be(edition) -> None:
    found = planned(*edition)
    readers = checked(found.pairs)
    assert not found.pairs & edition[2]
    assert not found.pairs & edition[4]
    for entry, ways in zip(edition[0], choices(edition), strict=True):
        assert frozenset(readers.get(entry, set())) in ways
    loads = loads_of(edition, found.pairs)
    assert max(loads.values(), default=0) == best_loads(edition)[0]
    assert sum(load**2 for load in loads.values()) == best_loads(edition)[1]


@settings(max_examples=200, deadline=None)
@given(small_editions(), st.randoms())
def test_the_order_of_the_input_changes_nothing(edition, random) -> None:
    entries, judges, conflicts, demand, kept = edition
    expected = planned(*edition)
    shuffled = {name: entries[name] for name in random.sample(sorted(entries), len(entries))}
    readers = {name: judges[name] for name in random.sample(sorted(judges), len(judges))}
    found = planned(shuffled, readers, list(conflicts), demand, list(kept))
    assert found.pairs == expected.pairs
    assert set(found.empty) == set(expected.empty)


@settings(max_examples=200, deadline=None)
@given(small_editions())
def test_doing_it_again_adds_nothing(edition) -> None:
    entries, judges, conflicts, demand, kept = edition
    first = planned(*edition)
    again = planned(entries, judges, conflicts, demand, kept | first.pairs)
    assert again.pairs == frozenset()
    assert again.empty == first.empty


def test_forty_entries_and_six_judges_share_evenly_and_mix() -> None:
    entries = {f"e{number:02}": "art" for number in range(40)}
    judges = {f"j{number}": {"art"} for number in range(6)}
    found = planned(entries, judges, set(), 3, set())
    assert set(Counter(judge for judge, _ in found.pairs).values()) == {20}
    trios = {frozenset(trio) for trio in checked(found.pairs).values()}
    assert len(trios) > 10


def test_it_says_why_an_entry_is_short() -> None:
    entries = {"e1": "film", "e2": "film"}
    judges = {"j1": {"film"}, "j2": {"film"}}
    found = planned(entries, judges, {("j1", "e1")}, 3, set())
    assert found.empty == (
        EmptySeats("e1", "film", missing=2, conflicted=1, panel_size=2),
        EmptySeats("e2", "film", missing=1, conflicted=0, panel_size=2),
    )


def test_who_left_the_panel_keeps_what_they_have_and_gets_no_more() -> None:
    entries = {"e1": "film", "e2": "film"}
    found = planned(entries, {"j2": {"film"}}, set(), 1, {("j1", "e1")})
    assert found.pairs == {("j2", "e2")}


def test_more_judges_than_are_asked_for_now_all_stay() -> None:
    kept = {("j1", "e1"), ("j2", "e1")}
    found = planned({"e1": "film"}, {"j1": {"film"}, "j2": {"film"}}, set(), 1, kept)
    assert found.pairs == frozenset()
    assert found.empty == ()


def test_a_large_edition_takes_well_under_a_second() -> None:
    entries = {f"e{number:04}": f"p{number % 25}" for number in range(1000)}
    judges = {f"j{number:03}": {f"p{number % 25}"} for number in range(150)}
    conflicts = {(f"j{number % 150:03}", f"e{number:04}") for number in range(0, 1000, 7)}
    found = planned(entries, judges, conflicts, 3, set())
    assert len(found.pairs) == 3000
    loads = Counter(judge for judge, _ in found.pairs)
    assert max(loads.values()) - min(loads.values()) <= 1
