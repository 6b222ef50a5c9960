"""The pages' library (frontend/yjs) and the server's: each reads what the other writes, in any order."""

from __future__ import annotations

import base64
import random

import pytest
from pycrdt import Doc, Text

from plaudit.entries.updates import require_plain_text
from tests.live.document_vectors import from_server, vectors

VECTORS = vectors()


@pytest.mark.parametrize("number", range(len(VECTORS["pages"])))
def test_what_pages_write_is_plain_and_read_as_they_mean_it(number: int) -> None:
    world = VECTORS["pages"][number]
    updates = [base64.b64decode(each) for each in world["updates"]]
    for update in updates:
        require_plain_text(update)
    for seed in range(5):
        doc: Doc[Text] = Doc()
        # Once in any order, then as sent: what rests on a change that is not there yet is sent again (409).
        for update in [*random.Random(seed).sample(updates, len(updates)), *updates]:
            doc.apply_update(update)
        assert str(doc.get("text", type=Text)) == world["text"]


def test_what_the_pages_were_tried_with_is_what_the_server_writes() -> None:
    assert VECTORS["server"] == from_server(), "see tests/live/document_vectors.py"
