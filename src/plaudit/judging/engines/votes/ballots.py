"""Ballot files: who stands, and how many people ranked them how.

Three forms are read, told apart by their first line:

- *lines*: one ballot a line, `Ann > Bea = Cy > Di`, with `3: ` before it for three people of one mind; an
  optional first line `candidates: Ann, Bea, Cy, Di` names who stands, in any order;
- *BLT*, as election software writes it: `candidates seats`, withdrawn candidates as negative numbers, ballots
  `count first second … 0`, a `0`, then names in quotes and a title;
- *PrefLib* (.soc, .soi, .toc, .toi): `# ALTERNATIVE NAME 1: Ann` and `count: 1,{2,3},4`.

Lines that begin with `#` are comments otherwise. A candidate whom a ballot leaves out is ranked nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_CANDIDATES = 10_000
MOST_COUNT = 10**12
_BLT_HEAD = re.compile(r"^\s*(\d+)\s+(\d+)\s*$")
_COUNTED = re.compile(r"^\s*(\d+)\s*:\s*(.*)$")
_MISCOUNTED = re.compile(r"^\s*([-+]?[\d.,]+)\s*:")
_OTHER_MARK = re.compile(r"[,;|\t]")
_PREFLIB_ORDER = re.compile(r"^\s*(\d+|\{[^{}]*\})(\s*,\s*(\d+|\{[^{}]*\}))*\s*,?\s*$")
_NAMED = re.compile(r"^#\s*ALTERNATIVE NAME\s+(\d+)\s*:\s*(.*)$", re.IGNORECASE)


class UnreadableBallots(ValueError):
    """The file cannot be counted. The message names the line and says why."""


@dataclass(frozen=True)
class Ballot:
    """`count` people ranked the candidates so: first the best; those of one tuple are ranked alike."""

    ranks: tuple[tuple[str, ...], ...]
    count: int = 1

    @property
    def is_strict(self) -> bool:
        """Whether no two candidates are ranked alike."""
        return all(len(alike) == 1 for alike in self.ranks)


@dataclass(frozen=True)
class Profile:
    """Who stands, sorted by name so that nothing depends on the order of a file, and the ballots."""

    candidates: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    seats: int | None = None
    title: str = ""
    blank: int = 0

    @property
    def total(self) -> int:
        """How many people ranked somebody."""
        return sum(ballot.count for ballot in self.ballots)


def profile_of(
    candidates: Iterable[str],
    ballots: Iterable[Ballot],
    *,
    seats: int | None = None,
    title: str = "",
) -> Profile:
    """Return the profile with equal ballots added up. Raises UnreadableBallots where a ballot cannot be."""
    standing = sorted(candidates)
    if len(set(standing)) != len(standing):
        raise UnreadableBallots("A candidate stands twice.")
    if not standing:
        raise UnreadableBallots("There is no candidate.")
    counts: dict[tuple[tuple[str, ...], ...], int] = {}
    known, blank = set(standing), 0
    for ballot in ballots:
        ranked = [name for alike in ballot.ranks for name in alike]
        if len(set(ranked)) != len(ranked):
            raise UnreadableBallots("A ballot ranks a candidate twice.")
        if not known.issuperset(ranked):
            raise UnreadableBallots("A ballot ranks somebody who does not stand.")
        if ballot.count < 1:
            raise UnreadableBallots("A ballot is counted less than once.")
        if not ranked:
            blank += ballot.count
            continue
        key = tuple(tuple(sorted(alike)) for alike in ballot.ranks if alike)
        counts[key] = counts.get(key, 0) + ballot.count
    merged = tuple(Ballot(ranks, counts[ranks]) for ranks in sorted(counts))
    return Profile(tuple(standing), merged, seats=seats, title=title, blank=blank)


def read_ballots(text: str) -> Profile:
    """Read a ballot file in any of the three forms. Raises UnreadableBallots, naming the line."""
    lines = text.lstrip("\ufeff").replace("\x00", "").splitlines()
    first = next((line for line in lines if line.strip()), "")
    if any(_NAMED.match(line) for line in lines):
        return _read_preflib(lines)
    content = next((line for line in lines if line.strip() and not line.startswith("#")), first)
    if _BLT_HEAD.match(content):
        return _read_blt(lines)
    return _read_lines(lines)


def _read_lines(lines: Sequence[str]) -> Profile:
    standing: list[str] | None = None
    ballots: list[Ballot] = []
    first_named: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.casefold().startswith("candidates:"):
            if standing is not None or ballots:
                raise UnreadableBallots(f"Line {number}: candidates are named once, first of all.")
            standing = _names(stripped.partition(":")[2].split(","), number)
            continue
        ballots.append(_ballot_in(stripped, number))
        for name in (name for alike in ballots[-1].ranks for name in alike):
            first_named.setdefault(name, number)
    if standing is None:
        _refuse_other_marks(lines, ballots)
        return profile_of(first_named, ballots)
    for name, number in first_named.items():
        if name not in standing:
            raise UnreadableBallots(
                f"Line {number}: “{name}” is ranked and is not named as a candidate."
            )
    return profile_of(standing, ballots)


def _refuse_other_marks(lines: Sequence[str], ballots: Sequence[Ballot]) -> None:
    """Refuse lists of names that no ">" parts: each would be taken for one candidate of a long name."""
    if any(len(ballot.ranks) > 1 for ballot in ballots):
        return
    for number, line in enumerate(lines, start=1):
        if not line.startswith("#") and (mark := _OTHER_MARK.search(line.strip())):
            raise UnreadableBallots(
                f"Line {number}: “>” stands between names, not “{mark[0]}”; or say first of all who stands, "
                "with “candidates: …”."
            )


def _ballot_in(line: str, number: int) -> Ballot:
    counted = _COUNTED.match(line)
    if counted is None and (wrong := _MISCOUNTED.match(line)):
        raise UnreadableBallots(f"Line {number}: “{wrong[1][:20]}” does not count people.")
    count = _people(counted[1], number) if counted else 1
    ranks = tuple(
        tuple(_names(alike.split("="), number))
        for alike in (counted[2] if counted else line).split(">")
    )
    _refuse_twice(ranks, number)
    return Ballot(ranks, count)


def _read_preflib(lines: Sequence[str]) -> Profile:
    names: dict[int, str] = {}
    for number, line in enumerate(lines, start=1):
        if found := _NAMED.match(line):
            names[_whole(found[1], number)] = " ".join(found[2].split()) or found[1]
    if len(set(names.values())) != len(names):
        raise UnreadableBallots(f"Two alternatives have the same name, “{_twice(names.values())}”.")
    ballots = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        counted = _COUNTED.match(line)
        if counted is None:
            raise UnreadableBallots(f"Line {number}: a count and a colon begin a ballot.")
        if counted[2].strip() and not _PREFLIB_ORDER.match(counted[2]):
            raise UnreadableBallots(f"Line {number}: “{counted[2][:40]}” is not an order.")
        ranks = tuple(_preflib_ranks(counted[2], names, number))
        _refuse_twice(ranks, number)
        ballots.append(Ballot(ranks, _people(counted[1], number)))
    return profile_of(names.values(), ballots)


def _preflib_ranks(text: str, names: dict[int, str], number: int) -> Iterable[tuple[str, ...]]:
    for part in re.findall(r"\{[^{}]*\}|[^,{}]+", text):
        alike = [each.strip() for each in part.strip("{} ").split(",") if each.strip()]
        found = []
        for each in alike:
            key = _whole(each, number)
            if key not in names:
                raise UnreadableBallots(f"Line {number}: there is no alternative {key}.")
            found.append(names[key])
        if found:
            yield tuple(found)


def _read_blt(lines: Sequence[str]) -> Profile:
    rows = [
        (number, line.partition("#")[0].strip())
        for number, line in enumerate(lines, start=1)
        if line.partition("#")[0].strip()
    ]
    head = _BLT_HEAD.match(rows[0][1])
    if head is None:
        raise UnreadableBallots(f"Line {rows[0][0]}: two numbers begin a BLT file.")
    candidates, seats = _whole(head[1], rows[0][0]), _whole(head[2], rows[0][0])
    if candidates > MOST_CANDIDATES:
        raise UnreadableBallots(f"At most {MOST_CANDIDATES:,} candidates can stand.")
    withdrawn: set[int] = set()
    ballots: list[tuple[int, list[list[int]]]] = []
    place = 1
    while place < len(rows) and rows[place][1] != "0":
        number, row = rows[place]
        place += 1
        if row.startswith("-"):
            withdrawn |= {-_signed(each, number) for each in row.split()}
            continue
        ballots.append(_blt_ballot(row, number, candidates))
    quoted = [" ".join(row.strip('"').split()) for _, row in rows[place + 1 :]]
    if place >= len(rows) or len(quoted) < candidates:
        raise UnreadableBallots("The file ends before all candidates are named.")
    names = dict(enumerate(quoted[:candidates], start=1))
    if len(set(names.values())) != candidates:
        raise UnreadableBallots(f"Two candidates have the same name, “{_twice(quoted)}”.")
    made = [
        Ballot(
            tuple(
                tuple(names[key] for key in alike if key not in withdrawn)
                for alike in ranks
                if any(key not in withdrawn for key in alike)
            ),
            count,
        )
        for count, ranks in ballots
    ]
    standing = [name for key, name in names.items() if key not in withdrawn]
    title = quoted[candidates] if len(quoted) > candidates else ""
    return profile_of(standing, made, seats=seats, title=title)


def _blt_ballot(row: str, number: int, candidates: int) -> tuple[int, list[list[int]]]:
    parts = row.split()
    if parts[0].startswith("("):  # an identifier that some programs write before the count
        parts = parts[1:]
    if len(parts) < 2 or parts[-1] != "0":
        raise UnreadableBallots(f"Line {number}: a ballot is a count, its candidates and a 0.")
    ranks = [
        [_whole(key, number) for key in part.split("=")] for part in parts[1:-1] if part != "-"
    ]
    for key in (key for alike in ranks for key in alike):
        if not 1 <= key <= candidates:
            raise UnreadableBallots(f"Line {number}: there is no candidate {key}.")
    _refuse_twice(ranks, number)
    return _people(parts[0], number), ranks


def _names(parts: Iterable[str], number: int) -> list[str]:
    names = [" ".join(part.split()) for part in parts]
    if not all(names):
        raise UnreadableBallots(f"Line {number}: a name is missing.")
    if len(set(names)) != len(names):
        raise UnreadableBallots(f"Line {number}: a name stands there twice.")
    return names


def _twice(names: Iterable[str]) -> str:
    """Return the first name that comes again."""
    found = list(names)
    return next(name for place, name in enumerate(found) if name in found[:place])


def _refuse_twice(ranks: Iterable[Iterable[object]], number: int) -> None:
    ranked = [key for alike in ranks for key in alike]
    if len(set(ranked)) != len(ranked):
        raise UnreadableBallots(f"Line {number}: a candidate is ranked twice.")


def _people(text: str, number: int) -> int:
    count = _whole(text, number)
    if count < 1:
        raise UnreadableBallots(f"Line {number}: a ballot is counted at least once.")
    return count


def _whole(text: str, number: int) -> int:
    value = _signed(text, number)
    if not 0 <= value <= MOST_COUNT:
        raise UnreadableBallots(
            f"Line {number}: {text[:20]} is not a number that can be used here."
        )
    return value


def _signed(text: str, number: int) -> int:
    try:
        if len(text) > 20 or not text.isascii():
            raise ValueError
        return int(text)
    except ValueError:
        raise UnreadableBallots(f"Line {number}: “{text[:20]}” is not a whole number.") from None
