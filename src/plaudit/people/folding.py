"""When two spellings are the same name: `folded` says it in Python, `Folded` in SQL, and they agree.

Case, accents, apostrophes, quotation marks and full stops do not count; hyphens, slashes and other marks between words
are spaces; "&" is "and".
"""

from __future__ import annotations

import re
import unicodedata

from django.db.models import F, Func, TextField

_APOSTROPHE = "'"
_ACUTE = "\u00b4"
_GONE = (
    "[\u0300-\u036f\u2018-\u201f\u2032\u2035\u02b9\u02bb-\u02bd\u02c8\u00ab\u00bb"
    "\u00ad\u200b-\u200d\u2060\ufeff]+"
)
_BETWEEN = "[\u2010-\u2015\u2212\u2043\u2044\u2215\u00b7\u2022]"
_REPLACED = (
    *((mark, "") for mark in (_APOSTROPHE, '"', "`", ".")),
    *((mark, " ") for mark in "-,/;:()[]\t"),
    *zip("đłø", "dlo", strict=True),
    ("&", " and "),
)


def folded(text: str) -> str:
    """Return `text` as it is compared, word by word. There may be several spaces between words."""
    if text.isascii():
        text = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.replace(_ACUTE, _APOSTROPHE))
        text = re.sub(_BETWEEN, " ", re.sub(_GONE, "", decomposed))
        # One by one: a capital sigma that ends a word has a small letter of its own, but not in PostgreSQL.
        text = "".join(character.lower() for character in text)
    for mark, instead in _REPLACED:
        text = text.replace(mark, instead)
    return text


def folded_words(text: str) -> list[str]:
    """Return the words of `text` as they are compared."""
    return folded(text).split()


def name_key(text: str) -> str:
    """Return what is the same for two spellings of one name, spaces or none; empty when nothing can be compared."""
    return "".join(folded_words(text))


class Folded(Func):
    """`folded` of an expression without parameters, such as a column.

    By replace(), which is ten times as quick as translate() with as many characters.
    """

    output_field = TextField()

    def __init__(self, expression: F | Func) -> None:
        plain = (
            f"normalize(replace(%(expressions)s, {_quoted(_ACUTE)}, {_quoted(_APOSTROPHE)}), NFKD)"
        )
        for pattern, instead in ((_GONE, ""), (_BETWEEN, " ")):
            plain = f"regexp_replace({plain}, {_quoted(pattern)}, '{instead}', 'g')"
        is_ascii = "octet_length(%(expressions)s) = char_length(%(expressions)s)"
        sql = f"lower(CASE WHEN {is_ascii} THEN %(expressions)s ELSE {plain} END)"
        for mark, instead in _REPLACED:
            sql = f"replace({sql}, {_quoted(mark)}, '{instead}')"
        super().__init__(expression, template=sql)


class Unspaced(Func):
    """Folded text without its spaces, as `name_key` has it."""

    output_field = TextField()
    template = "replace(%(expressions)s, ' ', '')"


class AllNames(Func):
    """The name and the aliases of an organisation, each on a line of its own between line breaks."""

    output_field = TextField()
    template = "(chr(10) || array_to_string(array_prepend(%(expressions)s), chr(10)) || chr(10))"

    def __init__(self) -> None:
        super().__init__(F("name"), F("aliases"))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
