"""The exchange as a page meets it: over HTTP, from a web server that runs."""

from __future__ import annotations

import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from plaudit.entries.actions.answer import LONGEST_TEXT, save_answer
from plaudit.entries.models import Contributor, ContributorLevel, Entry
from plaudit.entries.tokens import Token, read_token, signed
from plaudit.kit.clock import now, real_now
from plaudit.live.wire import read_answer, written_exchange
from tests.factories.entries import a_contributor
from tests.factories.people import a_person
from tests.live.conftest import HOUR, Server, a_token, an_open_entry, running
from tests.live.pages import Page

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_invariants_hold"),
]

MINUTE = dt.timedelta(minutes=1)


class Desk:
    """A page open on the entry's first answer."""

    def __init__(self, server: Server, entry: Entry, token: str) -> None:
        self.server, self.token, self.page = server, token, Page()
        self.answer = entry.answers.earliest("pk")

    def post(self, body: bytes) -> tuple[int, Any]:
        status, told, _ = self.server.ask(
            "POST", f"/live/answers/{self.answer.pk}", body, self.token
        )
        self.page.hear(status, told)
        return status, read_answer(told)[0] if status == 200 else json.loads(told)

    def exchange(self) -> tuple[int, Any]:
        return self.post(self.page.request())

    def types(self, text: str) -> tuple[int, Any]:
        self.page.insert(1, text)
        return self.exchange()

    def stored(self) -> str:
        self.answer.refresh_from_db()
        return self.answer.text


def a_desk(server: Server, entry: Entry, level: str = ContributorLevel.WRITE) -> Desk:
    return Desk(server, entry, a_token(entry, a_contributor(entry, level=level)))


def test_a_save_is_acknowledged_with_what_the_page_shows(server: Server) -> None:
    entry = an_open_entry()
    desk = Desk(server, entry, a_token(entry))
    status, told = desk.types("Fourteen homes – dry at last.")
    desk.answer.refresh_from_db()
    assert (status, desk.answer.text, desk.answer.version) == (200, str(desk.page), 1)
    assert desk.answer.saved_by_id == entry.started_by_id
    assert dt.datetime.fromisoformat(told.pop("saved_at")) == desk.answer.saved_at
    state = bytes(desk.page.shared.get_state())
    assert base64.b64decode(told.pop("state")) == state
    assert {key: told[key] for key in ("version", "words", "limit", "saved_by", "status")} == {
        "version": 1,
        "words": 5,
        "limit": None,
        "saved_by": entry.started_by.display_name,
        "status": "draft",
    }
    (update,) = desk.answer.updates.all()
    assert (update.source, update.person_id, update.at) == (
        "typed",
        entry.started_by_id,
        desk.answer.saved_at,
    )


def test_the_same_request_twice_is_one_save(server: Server) -> None:
    desk = a_desk(server, an_open_entry())
    desk.page.insert(0, "Once.")
    body = desk.page.request()
    assert [desk.post(body)[1]["version"] for _ in range(3)] == [1, 1, 1]
    assert desk.stored() == "Once."


def test_two_pages_see_each_others_words_and_what_is_posted_without_scripts(server: Server) -> None:
    entry = an_open_entry()
    one, other = a_desk(server, entry), a_desk(server, entry)
    one.types("Damp homes")
    other.types("Cold rooms. ")
    one.exchange()
    assert str(one.page) == str(other.page) == one.stored()
    answer = one.answer
    save_answer(
        entry,
        answer.criterion,
        by=entry.started_by,
        at=now(),
        text=answer.text + " And mould.",
        version=answer.version,
    )
    one.exchange()
    assert str(one.page).endswith(" And mould.")


def test_an_update_that_rests_on_a_lost_one_is_asked_for_again(server: Server) -> None:
    desk = a_desk(server, an_open_entry())
    desk.page.insert(0, "One ")
    state = bytes(desk.page.shared.get_state())
    desk.page.insert(1, "two ")
    late = bytes(desk.page.shared.get_update(state))
    status, told = desk.post(written_exchange(bytes(desk.page.shared.get_state()), late))
    assert (status, told["kind"], desk.stored()) == (409, "incomplete", "")
    assert desk.exchange()[0] == 200
    assert desk.stored() == "One two "


@pytest.mark.parametrize("level", [ContributorLevel.READ, ContributorLevel.COMMENT])
def test_who_can_only_read_may_ask_but_not_write(server: Server, level: str) -> None:
    entry = an_open_entry()
    Desk(server, entry, a_token(entry)).types("Owner's words.")
    reader = a_desk(server, entry, level)
    assert reader.exchange()[0] == 200
    assert str(reader.page) == "Owner's words."
    status, told = reader.types(" Mine too.")
    assert (status, told["kind"]) == (403, "forbidden")
    assert "not change it" in told["reason"]
    assert reader.stored() == "Owner's words."


def test_who_was_sent_away_can_do_nothing(server: Server) -> None:
    entry = an_open_entry()
    desk = a_desk(server, entry)
    desk.types("Kept.")
    Contributor.objects.filter(entry=entry).exclude(person=entry.started_by).delete()
    assert desk.types(" Not kept.")[0] == 403
    assert desk.post(written_exchange(b"\x00", b""))[0] == 403
    assert desk.stored() == "Kept."


def test_who_may_no_longer_sign_in_can_do_nothing(server: Server) -> None:
    entry = an_open_entry()
    desk = a_desk(server, entry)
    person = entry.contributors.exclude(person=entry.started_by).get().person
    person.is_active = False
    person.save()
    assert desk.types("No.")[0] == 403


def told_by(token: str, **other: Any) -> str:
    told = read_token(token)
    assert told is not None
    return signed(Token(**{**{name: getattr(told, name) for name in told.__slots__}, **other}))


def test_a_token_must_be_ours_and_not_over(server: Server) -> None:
    entry = an_open_entry()
    good = a_token(entry)
    told = read_token(good)
    assert told is not None
    over = signed(Token(told.person, told.entry, told.level, told.name, told.opened_at, real_now()))
    changed = good[:60] + ("A" if good[60] != "A" else "B") + good[61:]
    for token in ("", "x", over, changed, good[:-8], good + "AAAA"):
        desk = Desk(server, entry, token)
        status, answer = desk.types("No.")
        assert (status, answer["kind"]) == (401, "signed_out"), token
        assert desk.stored() == ""


def test_a_token_is_for_its_own_entry(server: Server) -> None:
    entry, other = an_open_entry(), an_open_entry()
    desk = Desk(server, other, a_token(entry))
    assert desk.types("No.")[0] == 404
    stranger = Desk(server, entry, a_token(entry, a_person()))
    assert stranger.types("No.")[0] == 403
    assert desk.stored() == stranger.stored() == ""
    for path in (f"/live/answers/{uuid4()}", "/live/answers/x", "/live/", f"/live/{uuid4()}"):
        assert server.ask("POST", path, b"\0\0\0\0", a_token(entry))[0] == 404


def test_after_closing_nothing_is_kept_and_everything_can_still_be_read(server: Server) -> None:
    entry = an_open_entry()
    desk = a_desk(server, entry)
    desk.types("In time.")
    edition = entry.category.edition
    edition.closes_at = now() - MINUTE
    edition.save()
    status, told = desk.types(" Late.")
    assert (status, told["kind"], desk.stored()) == (403, "closed", "In time.")
    assert told["reason"].startswith(
        f"Entries closed at {told['closed_at_text']}. Nothing was saved"
    )
    assert desk.post(written_exchange(b"\x00", b""))[0] == 200


def test_the_grace_is_for_who_had_the_form_open(server: Server) -> None:
    entry = an_open_entry(closes_at=now() - MINUTE, grace_minutes=10)
    before, after = now() - HOUR, now()
    assert Desk(server, entry, a_token(entry, at=before)).types("In the grace.")[0] == 200
    late = Desk(server, entry, a_token(entry, at=after)).types("No.")
    assert (late[0], late[1]["kind"]) == (403, "closed")


def test_a_text_too_long_is_refused_whole_and_the_rest_goes_on(server: Server) -> None:
    desk = a_desk(server, an_open_entry())
    assert desk.types("é" * LONGEST_TEXT)[0] == 200
    status, told = desk.types("x")
    assert (status, told["kind"]) == (413, "too_long")
    assert len(desk.stored()) == LONGEST_TEXT
    huge = server.ask("POST", f"/live/answers/{desk.answer.pk}", b"x" * 3_000_000, desk.token)
    assert huge[0] == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\0",
        b"\0\0\xff\xff\0",
        written_exchange(b"\x00", b"no update"),
        written_exchange(b"\xff\xff\xff\xff\x07", b""),
        written_exchange(b"\x00", b"\x01\x01\x05\x00\x08\x01\x04text\x01" + b"\x75\x01" * 200_000),
    ],
)
def test_what_cannot_be_read_is_refused_and_does_no_harm(server: Server, body: bytes) -> None:
    desk = a_desk(server, an_open_entry())
    status, told = desk.post(body)
    assert (status, told["kind"], desk.stored()) == (400, "unreadable", "")
    assert desk.types("Well.")[0] == 200


def heard(connection: Any, until: str) -> str:
    """Read the stream until these words come."""
    text = ""
    while until not in text:
        piece = connection.recv(65536).decode()
        assert piece, f"the stream ended: {text}"
        text += piece
    return text


def test_a_page_that_listens_hears_of_words_and_of_people(server: Server) -> None:
    entry = an_open_entry()
    other = a_desk(server, entry)
    token, path = a_token(entry), f"/live/entries/{entry.pk}"
    with server.stream(f"{path}/events", token) as stream:
        assert 'event: hello\ndata: {"people":[]}' in heard(stream, "\n\n")
        other.types("Hello.")
        text = heard(stream, "event: answers")
        person = entry.contributors.exclude(person=entry.started_by).get().person
        assert f'{{"id":"{person.pk}"' in text or "event: people" in heard(stream, str(person.pk))
        told = {"answer": str(other.answer.pk), "leaves": True}
        _, body, _ = server.ask("POST", f"{path}/presence", json.dumps(told).encode(), other.token)
        assert json.loads(body) == {"people": []}
        heard(stream, 'event: people\ndata: {"people":[]}')
    save_answer(
        entry, other.answer.criterion, by=entry.started_by, at=now(), text="Posted.", version=1
    )


def test_a_posted_text_is_told_to_the_pages_that_listen(server: Server) -> None:
    entry = an_open_entry()
    answer = entry.answers.earliest("pk")
    with server.stream(f"/live/entries/{entry.pk}/events", a_token(entry)) as stream:
        heard(stream, "event: hello")
        save_answer(
            entry, answer.criterion, by=entry.started_by, at=now(), text="Two words.", version=0
        )
        text = heard(stream, "event: answers")
    told = {"id": str(answer.pk), "version": 1, "by": entry.started_by.display_name, "words": 2}
    assert json.dumps({"answers": [told]}, separators=(",", ":")) in text


def test_who_does_not_work_on_the_entry_does_not_listen(server: Server) -> None:
    entry = an_open_entry()
    token = a_token(entry, a_person())
    for method, part in (("GET", "events"), ("POST", "presence")):
        path = f"/live/entries/{entry.pk}/{part}"
        assert server.ask(method, path, b"{}" if method == "POST" else b"", token)[0] == 403
        assert server.ask(method, path.replace(str(entry.pk), str(uuid4())), b"", token)[0] == 404


def test_open_streams_do_not_hold_up_the_end(tmp_path: Path) -> None:
    entry = an_open_entry()
    began = None
    with running(tmp_path) as own:
        streams = [own.stream(f"/live/entries/{entry.pk}/events", a_token(entry)) for _ in range(4)]
        for stream in streams:
            heard(stream, "event: hello")
        began = real_now()
    assert (real_now() - began).total_seconds() < 4
    for stream in streams:
        stream.close()
