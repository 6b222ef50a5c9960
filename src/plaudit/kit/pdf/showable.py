"""Text that the typesetter's fonts can show. PDF/UA forbids the empty box of a missing letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

# What our own fonts and those inside the typst wheel (Libertinus, New Computer Modern, DejaVu Sans Mono) hold.
_COVERED = """
20-7E A0-AC AE-2FF 370-377 37A-37F 384-38A 38C 38E-3A1 3A3-482 48A-4FF 510-513 51A-51D 531-556 559-58A
5D0-5EA 606-60C 61B 61F 621-63A 640-64A 660-66D 674 679-67B 67E-680 686 691 698 6A9 6AF 6BE 6CC 6F0-6F9
10D0-10FF 1D00-1DBF 1E00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4
1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-200A 2010-2027 202F-2040 2042 2044-2052
2054-205F 2070-2071 2074-208E 2090-209C 20A0-20C0 2100-211E 2120 2122 2124 2126-2151 2153-2184 2189
2190-23FF 2460-2606 2609-262F 2638-268B 2701-2704 2706-2709 270C-2714 2717-2726 272A-274B 274D 274F-2752
2756 2758-275E 2761-277F 2794 2798-27AF 27B1-27FF FB00-FB06 FFFD
"""
_CLASS = "".join(
    f"\\U{int(first, 16):08X}-\\U{int(last or first, 16):08X}"
    for first, _, last in (piece.partition("-") for piece in _COVERED.split())
)
_KEPT = "\n\u00ad\u200b"
_LONGEST_RUN = 40
_NOT_SHOWN = re.compile(rf"[^{_CLASS}\u0300-\u036f{_KEPT}]")
_TOO_LONG = re.compile(rf"[^\s{_KEPT}]{{{_LONGEST_RUN + 1}}}")
_DIGEST = re.compile("[0-9a-f]{64}")


def showable(text: str) -> str:
    """Return `text` with every character shown or, where no font has it, spelt out: "[grinning face]".

    Control characters and those that turn the direction of writing are taken out. A run of more than 40
    characters without a space gets places where a line may end, unless it is a digest, which people copy.
    """
    composed = unicodedata.normalize("NFC", text)
    return _breakable(_NOT_SHOWN.sub(_spelt_out, composed))


def showable_data(data: Any) -> Any:
    """Return plain JSON data with all its strings made showable, keys aside."""
    if isinstance(data, str):
        return showable(data)
    if isinstance(data, Mapping):
        return {key: showable_data(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [showable_data(value) for value in data]
    return data


def _spelt_out(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\t":
        return " "
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"}:
        return ""
    name = unicodedata.name(character, "")
    if not name or name.startswith(("CJK", "HANGUL")):
        return f"[U+{ord(character):04X}]"
    return f"[{name.lower()}]"


def _breakable(text: str) -> str:
    if not _TOO_LONG.search(text) or _DIGEST.fullmatch(text):
        return text
    pieces, run = [], 0
    for character in text:
        run = 0 if character.isspace() or character in _KEPT else run + 1
        if run > _LONGEST_RUN and not unicodedata.combining(character):
            pieces.append("\u200b")
            run = 1
        pieces.append(character)
    return "".join(pieces)
