from __future__ import annotations

import json
import sys
from typing import Any

from plaudit.judging.engines.allocation.refusal import BadInput


def parse(source: bytes) -> Any:
    """Return what the JSON text holds. Raises BadInput with the line of what is not JSON."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise BadInput(f"Line {line} is not UTF-8 text.") from None
    try:
        return json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"Line {error.lineno}, column {error.colno} is not JSON: {error.msg}."
        ) from None
    except RecursionError:
        raise BadInput("The file is nested too deeply to be a problem.") from None
    except ValueError:
        digits = sys.get_int_max_str_digits()
        raise BadInput(f"The file holds a number of more than {digits:,} digits.") from None


def _without_repeats(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        seen: set[str] = set()
        for key, _ in members:
            if key in seen:
                raise BadInput(f"The key {shown(key)} stands twice in one object{_of(found)}.")
            seen.add(key)
    return found


def _of(found: dict[str, Any]) -> str:
    return f", that of {shown(found['id'])}" if "id" in found else ""


def shown(value: object) -> str:
    """A value as a sentence can quote it, on one line and not too long."""
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    text = "".join(each if each.isprintable() else "?" for each in text)
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"
