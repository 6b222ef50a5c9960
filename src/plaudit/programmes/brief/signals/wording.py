"""Does this text ask something of an entrant? Is it a label, a sentence, a question?"""

from __future__ import annotations

import re
from functools import lru_cache

from plaudit.programmes.brief.measures import take_measures

_ASKS = re.compile(
    r"^(?:please\s+|briefly\s+|clearly\s+|also\s+|then\s+|finally,?\s+|and\s+|in "
    r"your own words,?\s+|if (?:applicable|relevant|possible),?\s+|"
    r"(?:in|using)\s+(?:no more than|up to|under|a maximum "
    r"of)?\s*[\d,]+\s+words,?\s+|where (?:possible|relevant|applicable),?\s+)*"
    r"(?:describe|explain|demonstrate|provide|show|give|evidence|outline|tell us|"
    r"set out|summarise|summarize|detail|include|identify|"
    r"highlight|illustrate|state|list|share|discuss|explore|quantify|indicate|"
    r"clarify|justify|present|report|reflect|consider|"
    r"define|compare|address|articulate|prove|convince|name|say|specify|supply|"
    r"attach|use|walk us|take us|talk us|help us|let us know|"
    r"make the case|comment|expand|elaborate|analyse|assess|evaluate|cite|refer|"
    r"select|choose|confirm|introduce|sum up|paint|draw|"
    r"point|write|submit evidence|ensure|measure|document|account for|set the scene|"
    r"cover|focus|pick|take the|walk the|bring|estimate|display|trace|map|recount|relate|record|"
    r"calculate|recall|mention|add|note|itemise|break down|sketch|review|tell the|sum|celebrate|"
    r"chart|benchmark|back up|critique)\b(?!\s*:?$)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:(?:and|but|so|also),?\s+)?(?:how|what|why|who|whom|whose|which|when|where|"
    r"did|does|do|is|are|was|were|has|have|had|can|could|"
    r"will|would|should|to what extent|in what ways?|in which|for whom|over what|by "
    r"how|at what|with whom|on what)\b",
    re.IGNORECASE,
)
_EXPECTS = re.compile(
    r"^(?:(?:the\s+)?(?:judges?|judging panel|panel|assessors?|jury)\s+(?:will|"
    r"would|are|want|expect|look|like|should)|"
    r"(?:clear|strong|robust|demonstrable|tangible|measurable|compelling|convincing|"
    r"quantifiable|credible|documented|any|good|"
    r"quantitative|qualitative)?\s*(?:evidence|proof|demonstration|examples?|testimonials?|data)\b|"
    r"(?:the\s+)?(?:extent|degree)\s+to\s+which|(?:your|the)\s+(?:entry|submission|"
    r"nomination|application)\s+(?:should|must|needs)|"
    r"(?:entries|entrants|nominees|nominations|applicants|submissions|finalists|"
    r"candidates)\s+(?:should|must|will|need)|"
    r"the\s+(?:quality|strength|clarity|depth|scale|effectiveness|rigour|relevance|level|originality)\s+of\b|"
    r"the\s+(?:difference|impact|contribution)\s+(?:the|it|your|made|on)\b|"
    r"a\s+(?:clear|strong|short|brief|description|summary|statement|demonstrable|"
    r"commitment|track record|measurable)|"
    r"demonstrat\w+|evidenc\w+|showing|how\b|whether\b|ability to|commitment to|you "
    r"(?:should|must|will need to))",
    re.IGNORECASE,
)
_NAMES_AWARD = re.compile(
    r"^(?!.*[.:;,]\s).{3,80}\b(?<!this )(?<!the )(?<!our )(?<!an )(?:of the year|award|prize|medal)"
    r"(?: 20\d\d)?$",
    re.IGNORECASE,
)
"""How an award's name ends, which may begin as a request does ("Data Team of the Year")."""
_TELLS = re.compile(
    r"\b(?:you|your|please|should|judges?|we (?:want|look|would)|the (?:entry|nominee|entrant|applicant)|"
    r"(?:describe|explain|demonstrate|show|tell))\b",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.?!;,]['\"”’)]*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def is_question(text: str) -> bool:
    """Whether the text ends as a question."""
    return text.rstrip(" \"”’')").endswith("?")


@lru_cache(maxsize=8192)
def asks(text: str) -> bool:
    """Whether the text asks an entrant for something: a question, an instruction, or what judges expect."""
    if is_question(text):
        return True
    if _NAMES_AWARD.search(text):
        return False
    short = len(text.split()) <= 3
    return not short and bool(_ASKS.match(text) or _QUESTION.match(text) or _EXPECTS.match(text))


def asks_anywhere(text: str) -> bool:
    """Whether any sentence of the text asks for something, or tells entrants what to do."""
    return any(
        asks(sentence) or _TELLS.search(sentence) for sentence in re.split(r"(?<=[.?!])\s+", text)
    )


@lru_cache(maxsize=8192)
def is_label(text: str, *, words: int = 9) -> bool:
    """Whether the text reads as a title: short, no full stop, no request. Weights and limits are put aside."""
    bare = take_measures(text).text.rstrip(" :–-")
    if not bare or len(bare) > 80 or len(bare.split()) > words:
        return False
    if _TERMINAL.search(bare) or bare[0].islower() or not _WORD.search(bare):
        return False
    return not (asks(bare) or re.search(r"https?://|www\.|@|[.?!] [A-Z]", bare))


def is_capitals(text: str) -> bool:
    """Whether the words of the text are in capitals throughout."""
    letters = [c for c in take_measures(text).text if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


def is_sentence(text: str) -> bool:
    """Whether the text is at least one whole sentence."""
    return len(text.split()) >= 5 and bool(re.search(r"[.?!]['\"”’)]*$", text))


def first_sentence(text: str) -> str:
    """The text up to its first full stop, question mark or exclamation mark."""
    return re.split(r"(?<=[.?!])\s+(?=[A-Z“\"'])", text, maxsplit=1)[0]


_LEADS_IN = re.compile(
    r"^(?:this|these|those|it|you|we|your|start|begin|finally|lastly|then|next|in particular|in your|here|again|"
    r"(?:be|make) sure|do|don.t|try|aim|think|especially|ideally)\b.*\s\S+:$|"
    r"\b(?:about|set out|including|include|included|such as|cover|covering|mention|show|describe|explain|with|on|"
    r"to|for|by|that|of|are|is|following|below|particular|example|these|consider|tell us|address|say|give|provide|"
    r"how|must|should|may|can|need to)\s*:$",
    re.IGNORECASE,
)


def leads_in(text: str) -> bool:
    """Whether a line ending in a colon runs on into the list below it ("Finally, set out:")."""
    return len(text.split()) > 1 and bool(_LEADS_IN.search(text))
