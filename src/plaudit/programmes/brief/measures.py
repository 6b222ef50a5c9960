"""Weights, word limits and "not scored" marks: found, and taken out of the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.model import WeightUnit

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_RANGE = rf"(?:(?:{_NUMBER})\s*(?:-|–|—|to)\s*)?"
_PERCENT = re.compile(rf"(?<![\d.]){_RANGE}({_NUMBER})\s*(?:%|per\s?cent\b)", re.IGNORECASE)
_POINTS = re.compile(
    rf"(?<![\d.]){_RANGE}({_NUMBER})[\s-]*(?:points?|pts?|marks?)\b", re.IGNORECASE
)
_POINTS_AFTER = re.compile(
    rf"\b(?:points?|marks?|score|scored|maximum score|max "
    rf"score)(?:\s+available)?\s*(?:[:=–-]|out of|/)\s*{_RANGE}({_NUMBER})\b"
    r"(?!\s*(?:%|words?))",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"(?:\bout of\s+|(?<![\w/])/\s?)({_NUMBER})\b", re.IGNORECASE)
_BARE_WEIGHT = re.compile(
    rf"\bweight(?:ing|ed)?\s*(?:[:=–-]|of|is)?\s*({_NUMBER})\b(?!\s*(?:%|per|words?|"
    rf"points?|marks?))",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<![\d.]){_RANGE}({_NUMBER}|\d \d{{3}})(?:[\s-]*words?\b|w\b(?=\W*(?:max\w*\W*)?$))",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(?:(a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (thousand|hundred)"
    r"(?:(?:,? and |,? )(five hundred|fifty|twenty-five|seventy-five))?|(fifty|seventy-five|twenty-five|twenty|"
    r"thirty|forty|sixty))(?=[\s-]+words?\b)",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "hundred": 100, "thousand": 1000, "five hundred": 500, "twenty": 20,
    "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy-five": 75,
}  # fmt: skip
_TIMES = re.compile(r"(?<![\w.])[x×]\s?([1-9])\b", re.IGNORECASE)
_WORDS_AFTER = re.compile(
    rf"\b(?:(?:max(?:imum)?\.?\s+)?word(?:s)?[\s-]*(?:limit|count|guide|guidance|"
    rf"maximum|max|length|allowance)?"
    rf"\s*(?:[:=–-]|\bis\b|\bof\b)?\s*\(?(?:max(?:imum)?\.?:?\s*|up "
    rf"to\s*)?)({_NUMBER})\b(?!\s*(?:%|char|point|mark))",
    re.IGNORECASE,
)
_CHARACTERS = re.compile(
    rf"({_NUMBER})\s*(?:characters?|chars?)\b(?:\s*(?:\(?(?:including|incl\.?|"
    rf"inc\.?)\s+spaces\)?))?",
    re.IGNORECASE,
)
UNSCORED = re.compile(
    r"\b(?:not\s+(?:be\s+)?(?:scored|assessed|marked|judged|graded|weighted|"
    r"evaluated)|un-?(?:scored|marked|assessed|weighted)|non-?scored|"
    r"(?:for\s+)?(?:information|background|context|"
    r"reference)(?:al)?\s+(?:purposes\s+)?only|(?:does|do|will)\s+not\s+(?:count|"
    r"form\s+part\s+of|contribute)|"
    r"carr(?:y|ies)\s+no\s+(?:marks|points|weight(?:ing)?|score)|no\s+(?:marks|"
    r"score|points|weighting)\b|0\s+(?:marks|points))",
    re.IGNORECASE,
)
IS_UNSCORED = re.compile(
    rf"\b(?:this|these|they|it|which|(?:answers?|section|question|evidence|documents|materials|"
    rf"files|information)\b.{{0,30}})\s*(?:is|are|will|does|do|carries|"
    rf"carry)?\s*(?:be\s+)?{UNSCORED.pattern}",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:weight(?:ing|ed|age)?s?|worth|max(?:imum)?|min(?:imum)?|up|to|of|the|"
    r"total|overall|scor(?:e|es|ed|ing)|available|"
    r"marks?|points?|pts?|each|per|approx(?:imately)?|about|around|word|words|"
    r"limit(?:ed)?|allowance|count|and|or|section|this|is|are|carries|answers?|"
    r"please|your|should|be|for|guide|guidance|no|not|more|less|fewer|than|longer|"
    r"exceed|exceeding|out|in|length|response|responses|question|"
    r"criterion|criteria|must|only|a|an|it|at|will|with|under|over|within|"
    r"percentage|allocation|judges?|judged|mark|"
    r"recommended|suggested|optional|required|mandatory|compulsory|keep|write|"
    r"character|characters|chars|including|"
    r"spaces|by|entry|entries|information|purposes|so|does|do|scores|any|have|has|contribute|count|"
    r"towards?|final|awarded|allocated|assessed|we|ask|that|you|can|may|as|which|"
    r"accounts? for|makes? up)\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\s*(?:\.{3,}|…{2,}|_{3,})\s*(?=\d)")
_MEASURES = (
    _PERCENT,
    _POINTS,
    _POINTS_AFTER,
    _WORDS,
    _WORDS_AFTER,
    _CHARACTERS,
    UNSCORED,
    _OUT_OF,
    _BARE_WEIGHT,
    _TIMES,
)
_BRACKETED = re.compile(r"\s*[(\[{]([^()\[\]{}]{1,160})[)\]}]")
_ASIDE = re.compile(
    r"\s*(?:[,;]|\b(?:or|plus|excluding|including|not including|and)\b)\s*", re.IGNORECASE
)
_NOT_WORDS = re.compile(r"[\W\d_]+")
_SEPARATOR = re.compile(r"\s*(?:[|–—;·•:]|,(?!\d{3})|\s-\s|\s/\s|\t|\.\s)\s*")
_GLUED = re.compile(r"(?<=[A-Za-z)])(\d{1,3})\s?(%|marks?|points?|pts)\s*$", re.IGNORECASE)
_TRAILING_WEIGHT = re.compile(
    rf"\s(?:(?:{_NUMBER})\s*(?:%|marks|points|pts)|/\s?\d{{1,3}}|[x×]\s?[1-9])\s*$", re.IGNORECASE
)
_PART_OF_SENTENCE = re.compile(
    r"\b(?:by|of|to|than|is|at|from|over|least|about)\s*$", re.IGNORECASE
)
_UNIT_NAME = re.compile(
    r"\s*[|–—;·•:,(-]+\s*(?:weight(?:ing|age)?s?|word (?:limit|count)|max(?:imum)?(?: (?:words|marks|points|score))?|"
    r"marks|points|score|value|worth|length)$",
    re.IGNORECASE,
)
_LEADING_LIMIT = re.compile(
    r"^\s*[(\[]?([^:–—|()\[\]]{4,40}?)[)\]]?\s*(?::|[|–—]|\s-\s)\s*(?=[A-Za-z“\"'‘])"
)
LEADING_WEIGHT = re.compile(
    rf"^\s*(?:{_NUMBER})\s*(?:%|marks?|points?)\s*(?:[|–—:-]|\bfor\b)?\s*(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A text with its measures lifted out; `text` is what remains, empty when it held nothing else."""

    text: str
    weight: float | None = None
    weight_unit: WeightUnit | None = None
    word_limit: int | None = None
    is_scored: bool = True
    has_character_limit: bool = False

    @property
    def holds_a_measure(self) -> bool:
        """Whether any weight, limit or mark was found."""
        return (
            self.weight is not None
            or self.word_limit is not None
            or not self.is_scored
            or self.has_character_limit
        )

    def joined(self, other: Measured) -> Measured:
        """These measures, and where there is none, the other's; the text stays."""
        from_other = self.weight is None
        return replace(
            self,
            weight=other.weight if from_other else self.weight,
            weight_unit=other.weight_unit if from_other else self.weight_unit,
            word_limit=other.word_limit if self.word_limit is None else self.word_limit,
            is_scored=self.is_scored and other.is_scored,
            has_character_limit=self.has_character_limit or other.has_character_limit,
        )


def _number(text: str) -> float:
    value = float(text.replace(",", "").replace(" ", ""))
    return int(value) if value == int(value) else value


def find_weight(text: str) -> tuple[float, WeightUnit | None] | None:
    """The weight in a text known to state one, or None. A bare "Weighting: 20" has no unit."""
    if match := _PERCENT.search(text):
        return (_number(match[1]), "percent") if _number(match[1]) <= 100 else None
    for pattern in (_POINTS, _POINTS_AFTER, _OUT_OF):
        if match := pattern.search(text):
            return _number(match[1]), "points"
    if match := _BARE_WEIGHT.search(text):
        return _number(match[1]), None
    if match := _TIMES.search(text):
        return _number(match[1]), None
    return None


def in_figures(text: str) -> str:
    """The text with word counts that are spelt out ("five hundred words") written in figures."""
    return _SPELT.sub(_figure, text) if "word" in text or "WORD" in text else text


def _figure(match: re.Match[str]) -> str:
    count, unit, rest, small = (part and part.lower() for part in match.groups())
    if small:
        return str(_NUMBER_WORDS[small])
    return str(_NUMBER_WORDS[count] * _NUMBER_WORDS[unit] + (_NUMBER_WORDS[rest] if rest else 0))


def find_word_limit(text: str) -> int | None:
    """The largest word count in the text ("200 to 300 words" is 300), or None."""
    text = in_figures(text)
    match = _WORDS.search(text) or _WORDS_AFTER.search(text)
    if not match:
        return None
    limit = int(_number(match[1]))
    return limit if 5 <= limit <= 100_000 else None


@lru_cache(maxsize=8192)
def is_only_measures(text: str) -> bool:
    """Whether nothing but weights, limits, scoring marks and the small words around them is left."""
    text = in_figures(text)
    if not any(measure.search(text) for measure in _MEASURES):
        return False
    rest = UNSCORED.sub(" ", text)
    rest = _PERCENT.sub(" ", rest)
    rest = _WORDS.sub(" ", _TIMES.sub(" ", rest))
    rest = _FILLER.sub(" ", rest)
    return not _NOT_WORDS.sub("", rest)


@lru_cache(maxsize=8192)
def read_measures(text: str) -> Measured:
    """The measures of a text that holds nothing else."""
    weight = find_weight(_WORDS.sub(" ", text))
    return Measured(
        text="",
        weight=weight[0] if weight else None,
        weight_unit=weight[1] if weight else None,
        word_limit=find_word_limit(text),
        is_scored=not UNSCORED.search(text),
        has_character_limit=bool(_CHARACTERS.search(text)),
    )


@lru_cache(maxsize=8192)
def take_measures(text: str) -> Measured:
    """Lifts measures from brackets and from the start or end of a heading, item or sentence.

    Figures inside a sentence ("costs fell by 20%") stay where they are.
    """
    if not any(c.isdigit() for c in text) and not UNSCORED.search(text) and not _SPELT.search(text):
        return Measured(text)
    text = _LEADERS.sub(" – ", text)
    if is_only_measures(_BRACKETED.sub(" ", text) if _BRACKETED.search(text) else text) or (
        is_only_measures(text.strip("()[]{} ")) and text[0] in "([{"
    ):
        return read_measures(text)
    found = Measured(text)
    found = _from_brackets(found)
    found = _from_glued_end(found)
    found = _from_ends(found)
    found = _from_sentences(found)
    return replace(
        found, text=squeeze(found.text).rstrip(" –—-|·") if found.text != text else squeeze(text)
    )


def _from_brackets(found: Measured) -> Measured:
    text = found.text
    for match in _BRACKETED.finditer(found.text):
        if is_only_measures(match[1]):
            found = found.joined(read_measures(match[1]))
            text = text.replace(match[0], "", 1)
        elif (limit := _ASIDE.split(match[1])[0]) != match[1] and is_only_measures(limit):
            found = found.joined(read_measures(limit))
            text = text.replace(match[0], "", 1)
    return replace(found, text=text)


def _from_glued_end(found: Measured) -> Measured:
    match = _GLUED.search(found.text)
    if not match:
        return found
    return replace(found.joined(read_measures(match[0])), text=found.text[: match.start()])


def _from_ends(found: Measured) -> Measured:
    text = found.text
    if match := LEADING_WEIGHT.match(text):
        found = found.joined(read_measures(match[0]))
        text = text[match.end() :]
    if (match := _LEADING_LIMIT.match(text)) and is_only_measures(match[1]):
        found = found.joined(read_measures(match[1]))
        text = text[match.end() :]
    while separators := list(_SEPARATOR.finditer(text)):
        last = separators[-1]
        if not is_only_measures(text[last.end() :]):
            break
        found = found.joined(read_measures(text[last.end() :]))
        ending = "." if last[0].strip() == "." else ""
        text = _UNIT_NAME.sub("", text[: last.start()]) + ending
    match = _TRAILING_WEIGHT.search(text) if len(text) < 90 else None
    if match and not _PART_OF_SENTENCE.search(text[: match.start()]):
        found = found.joined(read_measures(match[0]))
        text = text[: match.start()]
    return replace(found, text=text)


def _from_sentences(found: Measured) -> Measured:
    kept = []
    for sentence in re.split(r"(?<=[.?!])\s+", found.text):
        if is_only_measures(sentence):
            found = found.joined(read_measures(sentence))
        elif IS_UNSCORED.search(sentence) and len(sentence.split()) <= 14:
            found = replace(found, is_scored=False)
        else:
            kept.append(sentence)
            if found.word_limit is None and (limit := _limit_in_sentence(sentence)):
                found = replace(found, word_limit=limit)
    return replace(found, text=" ".join(kept))


_LIMIT_PHRASE = re.compile(
    rf"\b(?:no more than|not more than|up to|max(?:imum)?(?: of)?|within|"
    rf"limit(?:ed)? (?:of|to)|in|under|not exceed(?:ing)?|approximately|"
    rf"about|around)\s+{_RANGE}({_NUMBER})\s*words\b|"
    rf"({_NUMBER})[\s-]*words?\s+(?:max(?:imum)?|limit|or (?:less|fewer))",
    re.IGNORECASE,
)


def _limit_in_sentence(sentence: str) -> int | None:
    match = _LIMIT_PHRASE.search(in_figures(sentence))
    return int(_number(match[1] or match[2])) if match else None
