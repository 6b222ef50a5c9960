"""A refused form that travels in the pages, so that it can be sent again: the server keeps nothing of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from plaudit.people.rules import own_path

FIELD = "kept"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBER = re.compile(r"-(\d{1,3})-")  # of a line among several alike: "line-0-amount"
SHOWN_FIELDS_AT_MOST = 60
NEVER_SHOWN = {
    TOKEN, FIELD, "code", "password", "key", "version", "opened", "seen", "substance", "next",
}  # fmt: skip


@dataclass(frozen=True)
class KeptForm:
    """Where a form was sent, all its fields in order, the names of its files, and the page it stood on."""

    address: str
    fields: list[tuple[str, str]]
    files: list[str]
    came_from: str

    @property
    def packed(self) -> str:
        """Return it as the value of one hidden field."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def typed(self) -> list[tuple[str, str]]:
        """Return what a person typed into it."""
        return typed_among(self.fields)


def kept_form(request: HttpRequest) -> KeptForm:
    """Return the form that was sent, without the token that would not hold a second time."""
    source = urlsplit(request.headers.get("Referer", ""))
    return KeptForm(
        address=request.get_full_path(),
        fields=[(name, value) for name, value in _pairs(request) if name != TOKEN],
        files=[file.name for _, files in request.FILES.lists() for file in files if file.name],
        came_from=own_path(source.path if source.netloc == request.get_host() else ""),
    )


def carried_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that the page just left carried along, or None when there is none that can be read."""
    try:
        packed = json.loads(request.POST.get(FIELD, ""))
        form = KeptForm(
            address=own_path(str(packed["address"])),
            fields=[(str(name), str(value)) for name, value in packed["fields"]],
            files=[str(name) for name in packed["files"]],
            came_from=own_path(str(packed["came_from"])),
        )
        form.packed.encode()  # half a character, which JSON can spell, no page can show
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return form if form.address else None


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the names and values of what a person typed into a refused form, in order; no machine's marks."""
    carried = carried_form(request)
    return carried.typed if carried else typed_among(_pairs(request))


def typed_among(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return those fields that a person typed, named for reading."""
    typed = [
        (NUMBER.sub(_counted, name), value)
        for field, value in fields
        for name in [IDENTIFIER.sub("", field).rstrip("-")]
        if name not in NEVER_SHOWN and _is_typed(value.strip())
    ]
    return typed[:SHOWN_FIELDS_AT_MOST]


def _pairs(request: HttpRequest) -> list[tuple[str, str]]:
    listed: list[tuple[str, list[Any]]] = list(request.POST.lists())
    return [(name, str(value)) for name, values in listed for value in values]


def _is_typed(value: str) -> bool:
    """Whether it can be somebody's: more than a letter, or a digit such as a score, and no identifier."""
    return (len(value) > 1 or value.isdigit()) and not IDENTIFIER.fullmatch(value)


def _counted(number: re.Match[str]) -> str:
    return f" {int(number[1]) + 1} "
