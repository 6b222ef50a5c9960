"""Contacts: who to ask, what about, by telephone or e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.model import BriefContact
from plaudit.programmes.brief.signals.contact_details import (
    EMAIL,
    PHONE,
    find_email,
    find_phone,
    has_contact_details,
    is_person,
)

_VERB = re.compile(
    r",?\s*\b(?:(?:please|you can|do|simply|just)\s+)*(?:contact|call|ring|phone|"
    r"telephone|e-?mail|speak (?:to|with)|talk to|get in touch with|write to|ask "
    r"for|ask|reach(?: out to)?|message)\b:?\s*",
    re.IGNORECASE,
)
_DETAIL_WORDS = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|e-?mail|email|direct(?: line| dial)?|"
    r"call|ring|on|at|or|via|by|t|e|m|p)\b\.?\s*[:.]?\s*(?=$|[,;|()–—-]|\s)",
    re.IGNORECASE,
)
_PERSON_WITHIN = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?)\.? )?[A-Z][\w'’-]+(?: (?:(?:de|van|"
    r"von|der|la|le|du|da|bin|al) )?[A-Z][\w'’-]*){1,3}"
)
_LINK_WORDS = re.compile(
    r"\b(?:send|an|here|click|link|message|us|today|directly|our|the|in the first "
    r"instance)\b",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(r"^(.+?)\s*(?:,|\s[–—-]|\()\s*(.+?)\)?$")
_DESK = re.compile(r"(?:the |our )?awards? (?:team|desk|office)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:(?:the|our|your|a|an|this|that|any)\b|[a-z]+\b.*\()(?!.*\b(?:office|team|desk|secretariat|organi[sz]ers?)\b)"
)
_PLEA = re.compile(
    r"(?:stuck|(?:still )?unsure|not sure|confused|lost|problems?|need (?:a hand|some help|help)|"
    r"got a question|a question|to talk it over|ask a question|call|phone)",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|enquir\w+|inquir\w+|help|stuck|unsure|problems?|contact|get in touch|"
    r"more information|awards? (?:team|office|desk))\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:(?:for|about|on|regarding|if you have|to discuss|got|have|with|and|any|"
    r"more|further|a|or)\s+)+",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:(?:contact )?name|role|position|job title|contact(?: person)?)\s*:\s*(?=[A-Z])",
    re.IGNORECASE,
)
"""The keys of a card's lines ("Name: …", "Role: …")."""


@dataclass(slots=True)
class _Parts:
    purpose: str = ""
    name: str = ""
    phone: str | None = None
    email: str | None = None


def parse_contact(text: str, purpose: str = "") -> BriefContact | None:
    """The contact one line holds, or None when it has no telephone, no e-mail and no name to ask for."""
    parts = _Parts(phone=find_phone(text), email=find_email(text))
    rest = EMAIL.sub(" ", text)
    rest = PHONE.sub(" ", rest) if parts.phone else rest
    verb = _VERB.search(rest)
    if verb and _tidy(rest[verb.end() :]):
        parts.purpose = rest[: verb.start()]
        parts.name = _tidy(rest[verb.end() :])
        if not parts.purpose and " for " in parts.name:
            parts.name, _, parts.purpose = parts.name.partition(" for ")
    else:
        _split_fields(rest, parts)
    parts.name, role = _name_and_role(_tidy(parts.name))
    parts.name = re.sub(r"\s+(?:us|me|them)$", "", parts.name)
    if re.search(r"\d", parts.name) or parts.name in ("us", "me"):
        parts.name = ""
    parts.purpose = _purpose(parts.purpose) or _purpose(role) or _purpose(purpose)
    if _DESK.fullmatch(parts.name):
        parts.purpose, parts.name = _purpose(re.sub(r"^(?:the|our) ", "", parts.name)), ""
    elif _NO_NAME.match(parts.name):
        parts.name = ""
    parts.name = parts.name.title() if parts.name.isupper() and " " in parts.name else parts.name
    if not (parts.phone or parts.email or (verb and is_person(parts.name))):
        return None
    return BriefContact(parts.purpose, parts.name, parts.phone, parts.email)


def parse_contacts(text: str, purpose: str = "") -> list[BriefContact]:
    """The contacts of one line: "Ada Quill (ada@quill.example) or Bo Lund, 01632 960 001" holds two."""
    whole = parse_contact(text, purpose)
    for joiner in (r";\s+|,?\s+(?:or|and)\s+", r"(?<=[.;])\s+(?=[A-Z])"):
        parts = re.split(joiner, text)
        if len(parts) > 1 and all(has_contact_details(part) for part in parts):
            each = [parse_contact(part, purpose) for part in parts]
            people = [one for one in each if one is not None and is_person(one.name)]
            if len(people) == len(parts):
                return people
    return [whole] if whole is not None else []


def offers_help(text: str) -> bool:
    """Whether a line beside other matter is a contact of the awards: a person, or a desk that takes questions."""
    if len(text) > 300 or not has_contact_details(text):
        return False
    contact = parse_contact(text)
    if contact is None:
        return False
    return is_person(contact.name) or bool(_OFFERS.search(text))


def _split_fields(rest: str, parts: _Parts) -> None:
    """Sorts the fields of "Entries: Name, role | …" into a purpose and a name."""
    head, colon, tail = rest.partition(":")
    if colon and not _DETAIL_WORDS.fullmatch(head.strip() + " ") and _tidy(tail):
        parts.purpose, rest = head, tail
    fields = [
        field
        for piece in re.split(r"[|;\n\t]|\s[–—-]+\s|,(?=\s)|[()<>]", rest)
        if (field := _tidy(piece))
    ]
    names = [field for field in fields if is_person(field)]
    others = [field for field in fields if field not in names]
    if names:
        parts.name = names[0]
        parts.purpose = parts.purpose or ", ".join(others + names[1:])
    elif parts.purpose:
        parts.name = ", ".join(fields)
    else:
        _name_in_prose(", ".join(fields), parts)


def _name_in_prose(text: str, parts: _Parts) -> None:
    """Finds a name in running words: "To enter, send your story to Delphine Marsh"."""
    name = next((m[0] for m in _PERSON_WITHIN.finditer(text) if is_person(m[0])), "")
    parts.name = name
    before = text.partition(name)[0] if name else text
    parts.purpose = re.split(r"[,.]\s", before)[0] if name else before


def _tidy(text: str) -> str:
    bare = squeeze(_DETAIL_WORDS.sub(" ", text))
    bare = re.sub(r"\(\s*\)|<\s*>|\[\s*\]", " ", bare)
    bare = re.sub(r"\s*[,;|–—-]\s*(?=[,;|–—-]|$)", "", squeeze(bare))
    return bare.strip(" .,;:|–—-<>()[]/·•")


def _name_and_role(text: str) -> tuple[str, str]:
    """A person's name found in the text, and what stands beside it."""
    if not is_person(text):
        for match in _PERSON_WITHIN.finditer(text):
            if is_person(match[0]):
                beside = _tidy(
                    _LINK_WORDS.sub(" ", text[: match.start()] + " " + text[match.end() :])
                )
                return match[0], beside
    parted = _ROLE_AFTER.match(text)
    if parted and is_person(parted[1].strip()):
        return parted[1].strip(), parted[2].strip()
    text = re.sub(r"\s+(?:with any|if you|for (?:any|more|further)|and |or |to )\b.*$", "", text)
    return text, ""


def _purpose(text: str) -> str:
    if re.search(r"\b(?:drop|send|give) (?:us|me) (?:a|an)\b", text, re.IGNORECASE):
        return ""
    bare = _FOR.sub("", squeeze(text).strip(" .,;:|–—-?!()"))
    bare = re.sub(
        r"^send\b.{0,40}\bto (?:the )?|^send .{0,30} words$", "", bare, flags=re.IGNORECASE
    )
    bare = re.sub(r"^(?:please )?(?:send|email|address) |\s(?:to|at|on|for|from)$|\s*/$", "", bare)
    bare = bare[:1].upper() + bare[1:]
    if len(bare.split()) > 9 or re.search(r"\d words\b", bare):
        return ""
    if re.fullmatch(r"(?:or|and|to|at|by|please|\W)*", bare, re.IGNORECASE):
        return ""
    if _PLEA.fullmatch(bare):
        return ""
    if bare.isupper() and len(bare) > 5:
        bare = bare.lower()
    return bare[:1].upper() + bare[1:]


def read_contacts(
    blocks: Sequence[Block], purpose: str = ""
) -> list[tuple[BriefContact, tuple[Block, ...]]]:
    """The contacts of a passage: one a line, or one for each card of short lines."""
    found: list[tuple[BriefContact, tuple[Block, ...]]] = []
    card: list[Block] = []
    for block in blocks:
        if card and ((block.gap > 0 and _is_complete(card)) or _starts_anew(card, block)):
            found.extend(_from_card(card, purpose))
            card = []
        card.append(block)
    found.extend(_from_card(card, purpose))
    return found


def is_card(blocks: Sequence[Block]) -> bool:
    """Whether some lines are nothing but people, what they do, and how to reach them."""
    if not any(has_contact_details(block.text) for block in blocks):
        return False
    return all(
        has_contact_details(block.text)
        or (
            not block.is_item
            and len(block.text.split()) <= 6
            and not block.text.endswith((".", "?", ":"))
        )
        or (block.text.endswith(":") and bool(_OFFERS.search(block.text)))
        for block in blocks
    ) and (has_contact_details(blocks[0].text) or is_person(blocks[0].text))


def _is_complete(card: Sequence[Block]) -> bool:
    return any(has_contact_details(block.text) for block in card)


def _starts_anew(card: Sequence[Block], block: Block) -> bool:
    """A line that is a contact by itself, or follows the details of the one before."""
    if not _is_complete(card):
        return has_contact_details(block.text) and len(block.text.split()) > 6
    held = " ".join(b.text for b in card)
    email, phone = find_email(block.text), find_phone(block.text)
    if not email and not phone:
        return True
    bare = _tidy(PHONE.sub(" ", EMAIL.sub(" ", block.text)))
    return bool(bare) or bool(email and find_email(held)) or bool(phone and find_phone(held))


def _from_card(card: Sequence[Block], purpose: str) -> list[tuple[BriefContact, tuple[Block, ...]]]:
    if not card:
        return []
    while (
        len(card) > 1 and len(card[0].text.split()) > 12 and not has_contact_details(card[0].text)
    ):
        card = card[1:]
    texts = [_FIELD.sub("", block.text) for block in card]
    text = " | ".join(texts) if len(card) > 1 else card[0].text
    return [(contact, tuple(card)) for contact in parse_contacts(text, purpose)]
