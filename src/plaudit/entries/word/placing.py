"""Which text of a Word file answers which criterion: by its markers, and by headings where these are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from plaudit.entries.word.form import END, NAMESPACE, TAG, Form
from plaudit.entries.word.lookalikes import without_lookalikes
from plaudit.entries.word.package import data_parts, main_part
from plaudit.entries.word.reading import Block, blocks_in
from plaudit.kit.verdict import Refused

CHANGED = "Lines of the form that were changed"
LOOKS_OURS = "Left out of “{name}”: this looks like a question of the form"
MOST_LINES = 500
_REFERENCE = re.compile(r"^Reference ([A-Z]{1,6}\d*[A-Z]?-\d{4,})$")
_LIMIT = re.compile(
    r"up to [\d,]+ words|no word limit"
)  # of whatever number: limits may change meanwhile
_WITH_LIMIT = re.compile(
    r"[\s(\[,:–—-]+(?:(?:up to|max(?:imum|\.)?)\s)?\d[\d,]* words(?: max(?:imum|\.)?)?[)\]]?$"
)  # what people put behind a heading
_NUMBERING = re.compile(r"^(?:[-•*]\s+|\d{1,2}[.)]\s+|[a-z][.)]\s+)")


@dataclass(slots=True)
class Placed:
    """What the file says to one criterion. `version`: the answer's that it was written against; None: unknown."""

    key: str
    lines: list[str] = field(default_factory=list)
    version: int | None = None

    @property
    def text(self) -> str:
        """Return the lines as a text, without the empty ones around it."""
        return "\n".join(line.rstrip() for line in self.lines).strip("\n")


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What a file holds. `unknown` are parts that belong to no criterion: (heading, text)."""

    answers: dict[str, Placed]
    unknown: list[tuple[str, str]]
    is_marked: bool


@dataclass(frozen=True, slots=True)
class _Data:
    """What the file says of itself: by criterion the versions and names, and the form's lines, as they were."""

    entry: str | None = None
    reference: str | None = None
    versions: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def read_form(content: bytes, form: Form) -> ReadForm:
    """Return what the Word file says to each of the form's criteria.

    The file must have been made for this entry, as far as it says for which. Raises Refused.
    """
    blocks = blocks_in(main_part(content))
    data = _data(data_parts(content))
    entry, reference = data.entry, data.reference
    if entry is None:
        reference = next((m[1] for b in blocks if (m := _REFERENCE.match(b.text.strip()))), None)
    if (entry is not None and entry != form.entry) or reference not in {None, form.reference}:
        other = f"entry {reference}" if reference else "another entry"
        raise Refused(
            f"This file belongs to {other}, and this is {form.reference}. Nothing was read from it."
        )
    answers, unknown = _placed(blocks, form, data)
    if not answers:
        raise Refused(
            "None of the headings of this form are in the file, so nothing could be placed. "
            "Download the form again and copy your text into it."
        )
    if entry is None and not any(_marker(block.tag)[0] for block in blocks):
        unknown += _lookalikes(answers, form)
    return ReadForm(answers, unknown, is_marked=entry is not None)


def _lookalikes(answers: dict[str, Placed], form: Form) -> list[tuple[str, str]]:
    """Take lines that look like the form's questions out of the answers, and return them by their sections."""
    told = []
    for section in form.sections:
        if placed := answers.get(section.key):
            placed.lines, left = without_lookalikes(placed.lines, section.prompts)
            if left:
                told.append((LOOKS_OURS.format(name=section.name), "\n".join(left)))
    return told


def _placed(
    blocks: Sequence[Block], form: Form, data: _Data
) -> tuple[dict[str, Placed], list[tuple[str, str]]]:
    names = _headings(form, data)
    known, lines = form.keys, _lines(form, data)
    ours, versions = {_plain(line) for line in lines}, data.versions
    changed: list[str] = []
    answers: dict[str, Placed] = {}
    unknown: list[tuple[str, list[str]]] = [("", [])]
    here: list[str] = unknown[0][1]
    begun: set[str] = set()
    for block, under in zip(blocks, _headings_over(blocks, names), strict=True):
        key, version = _marker(block.tag)
        heading = _named(block.text, names) if not key else None
        if key not in known and key and under:
            key, version = under, None  # written for another category, and asked in this one too
            if here is answers[key].lines and key not in begun:  # so far, the other's prompts
                unknown.append(("", here[:]))
                here.clear()
            begun.add(key)
        if key in known:
            answer = _answer(answers, key, versions.get(key, version))
            here = answer.lines
            here.append(block.text)
        elif heading is not None:
            here = _answer(answers, heading, versions.get(heading)).lines
        elif _is_ours(block.text, ours):
            here = _behind_end(unknown) if block.text.strip() == END else here
        elif key and here is not unknown[-1][1]:
            unknown.append(("", [block.text]))
            here = unknown[-1][1]
        elif block.is_prompt and block.text.strip():
            after = _after_prompt(block.text, lines)
            (here if after else changed).append(after or block.text)
        elif block.is_heading and block.text.strip():
            unknown.append((block.text.strip(), []))
            here = unknown[-1][1]
        else:
            here.append(block.text)
    return answers, _told([*unknown, (CHANGED if changed else "", changed)])


def _behind_end(unknown: list[tuple[str, list[str]]]) -> list[str]:
    """Begin a part that belongs nowhere, for what stands behind the end of the form."""
    unknown.append(("", []))
    return unknown[-1][1]


def _told(unknown: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Return the parts that belong nowhere, each as a text, without those that say nothing."""
    left = [(heading, "\n".join(lines).strip()) for heading, lines in unknown]
    return [(heading, text) for heading, text in left if heading or text]


def _headings(form: Form, data: _Data) -> dict[str, str]:
    """Return the key of each criterion by its name, and by the name it had when the file was made."""
    names = {_plain(section.name): section.key for section in form.sections}
    earlier = {_plain(name): key for key, name in data.names.items() if key in form.keys}
    return earlier | names


def _lines(form: Form, data: _Data) -> list[str]:
    """Return the form's own lines, as they are now and as they were when the file was made."""
    return [line for line in (*form.own_lines, *data.lines, "Untitled entry") if line.strip()]


def _headings_over(blocks: Sequence[Block], names: dict[str, str]) -> Iterator[str]:
    """Yield for each block the key of the section whose heading it stands under, or "".

    A heading reaches to the end of the first control after it, and no further than the next heading.
    """
    under, was_marked = "", False
    for block in blocks:
        is_marked = bool(_marker(block.tag)[0])
        if not is_marked and (was_marked or (block.is_heading and block.text.strip())):
            under = ""
        if not is_marked:
            under = _named(block.text, names) or under
        was_marked = is_marked
        yield under


def _named(text: str, names: dict[str, str]) -> str | None:
    """Return the key of the criterion that the line is the heading of, a limit behind its name or not."""
    plain = _plain(text)
    return names.get(plain) or names.get(_WITH_LIMIT.sub("", plain))


def _is_ours(text: str, ours: set[str]) -> bool:
    plain = _plain(text)
    return plain in ours or text.strip() == END or _LIMIT.fullmatch(plain) is not None


def _after_prompt(text: str, lines: Sequence[str]) -> str:
    """Return what was typed on one of the form's own lines, after its words."""
    longest = max((line for line in lines if text.startswith(line)), key=len, default="")
    return text[len(longest) :].strip() if longest else ""


def _answer(answers: dict[str, Placed], key: str, version: int | None) -> Placed:
    answer = answers.setdefault(key, Placed(key))
    if version is not None:
        answer.version = version
    return answer


def _plain(text: str) -> str:
    return " ".join(_NUMBERING.sub("", text.strip()).casefold().split()).rstrip(":.")


def _marker(tag: str) -> tuple[str, int | None]:
    name, _, rest = tag.partition(":")
    key, _, version = rest.partition(":")
    if name != TAG:
        return "", None
    return key, int(version) if version.isdecimal() and len(version) < 9 else None


def _data(parts: Sequence[etree._Element]) -> _Data:
    for part in parts:
        if part.tag != f"{{{NAMESPACE}}}form":
            continue
        answers = part.findall(f"{{{NAMESPACE}}}answer")
        versions = {
            str(each.get("criterion")): int(version)
            for each in answers
            if (version := str(each.get("version"))).isdecimal() and len(version) < 9
        }
        names = {str(each.get("criterion")): str(each.get("name") or "") for each in answers}
        lines = [each.text or "" for each in part.findall(f"{{{NAMESPACE}}}line")[:MOST_LINES]]
        return _Data(part.get("entry"), part.get("reference"), versions, names, lines)
    return _Data()
