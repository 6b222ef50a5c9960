"""What the server's library writes when several copies of an answer are edited apart: for the pages' own tests.

`python -m tests.live.document_vectors` writes it anew into document_vectors.json; what pages write stays there.
"""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path
from typing import Any

from pycrdt import Doc, Text

FILE = Path(__file__).with_suffix(".json")
WORLDS, STEPS = 30, 25
PIECES = ("a", "bc", "warm homes ", "😀", "\n", "é", "£3.5m", "the same words again ")


def vectors() -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text())
    return read


def from_server() -> list[dict[str, Any]]:
    """Return worlds of three authors by the server's library: every update, and the text they make together."""
    return [_world(random.Random(seed)) for seed in range(1, WORLDS + 1)]


def _world(chance: random.Random) -> dict[str, Any]:
    docs: list[Doc[Text]] = [
        Doc(client_id=author) for author in (7, 2**40 + 11, chance.randrange(100, 2**31))
    ]
    texts = [doc.get("text", type=Text) for doc in docs]
    updates: list[bytes] = []
    for _ in range(STEPS):
        number = chance.randrange(3)
        doc, text = docs[number], texts[number]
        before = doc.get_state()
        if updates and chance.random() < 0.3:
            doc.apply_update(chance.choice(updates))
            continue
        with doc.transaction():
            _edit(text, chance)
        updates.append(doc.get_update(before))
    for update in updates:
        docs[0].apply_update(update)
    return {"updates": [base64.b64encode(each).decode() for each in updates], "text": str(texts[0])}


def _edit(text: Text, chance: random.Random) -> None:
    """Replace up to four characters; places are counted in bytes."""
    said = str(text)
    start = chance.randrange(len(said) + 1)
    end = min(len(said), start + chance.choice((0, 0, 1, 4)))
    first, last = len(said[:start].encode()), len(said[:end].encode())
    if last > first:
        del text[first:last]
    text.insert(first, chance.choice(PIECES))


if __name__ == "__main__":
    FILE.write_text(
        json.dumps({**vectors(), "server": from_server()}, ensure_ascii=False, indent=1) + "\n"
    )
