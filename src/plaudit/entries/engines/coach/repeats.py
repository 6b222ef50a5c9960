"""Passages that stand twice: in one answer, or in two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plaudit.entries.engines.coach.hint import Hint, HintKind, hint
from plaudit.entries.engines.coach.passages import Passage, words_in

SHORTEST = 9


def repeated_passages(text: str, others: Mapping[str, str] | None = None) -> Iterator[Hint]:
    """Yield a hint for each run of nine words or more that stood before, or stands in one of `others`.

    `others` are the entry's other answers, by name. Linear in the length of all the texts.
    """
    elsewhere: dict[tuple[str, ...], str] = {}
    for name, other in (others or {}).items():
        for run in _runs(list(words_in(other))):
            elsewhere.setdefault(run, name)
    words = list(words_in(text))
    seen: dict[tuple[str, ...], int] = {}
    place = 0
    runs = _runs(words)
    while place < len(runs):
        first = seen.setdefault(runs[place], place)
        where = elsewhere.get(runs[place])
        is_here = first + SHORTEST <= place
        if not is_here and where is None:
            place += 1
            continue
        end = _end_of_run(runs, place, seen if is_here else elsewhere)
        for passed in range(place, end):
            seen.setdefault(runs[passed], passed)
        yield _hint(text, words[place], words[end + SHORTEST - 2], "" if is_here else where or "")
        place = end + SHORTEST - 1


def _runs(words: list[Passage]) -> list[tuple[str, ...]]:
    plain = [word.words.casefold() for word in words]
    return [tuple(plain[n : n + SHORTEST]) for n in range(len(plain) - SHORTEST + 1)]


def _end_of_run(
    runs: list[tuple[str, ...]], place: int, known: Mapping[tuple[str, ...], object]
) -> int:
    end = place
    while end < len(runs) and runs[end] in known:
        end += 1
    return max(end, place + 1)


def _hint(text: str, first: Passage, last: Passage, where: str) -> Hint:
    sentence = (
        f"These words also stand in “{where}”. Judges read both: say it once, where it counts most."
        if where
        else "You have said this already, further up. Say it once, where it counts most."
    )
    return hint(HintKind.REPEATED, text, first.start, last.end, sentence)
