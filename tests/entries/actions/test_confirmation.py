from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.confirmation import confirm_part
from plaudit.entries.actions.partner import add_partner, remove_partner
from plaudit.entries.actions.partner_request import ask_again, ask_partner, replace_link
from plaudit.entries.actions.submission import submit_entry
from plaudit.entries.cautions import cautions_of
from plaudit.entries.completeness import missing_parts
from plaudit.entries.confirmations import standings_of
from plaudit.entries.models import (
    ContributorLevel,
    Entry,
    Partner,
    PartnerConfirmation,
    PartnerRequest,
)
from plaudit.entries.parts import parts_of
from plaudit.entries.reading import reading_of
from plaudit.entries.sharing import request_with
from plaudit.entries.substance import substance_digest
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_complete_entry, a_contributor
from tests.factories.people import an_organisation
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

DAY = dt.timedelta(days=1)


def a_joint_entry(**edition: object) -> Entry:
    category = a_category(edition=an_edition(**edition))
    return a_complete_entry(category, partners=(an_organisation("Harbour Housing", "charity"),))


def the_joint_partner(entry: Entry) -> Partner:
    return entry.partners.select_related("entry", "organisation").get(role="joint")


def asked(entry: Entry, at: dt.datetime = WHILE_OPEN) -> PartnerRequest:
    partner = the_joint_partner(entry)
    return ask_partner(
        partner, name="Ada Vale", email="Ada@example.org", by=entry.started_by, at=at
    )


def answered(
    request: PartnerRequest, *, facts: bool = True, note: str = "", at: dt.datetime = WHILE_OPEN
) -> PartnerConfirmation:
    substance = substance_digest(reading_of(request.partner.entry, at))
    return confirm_part(
        request, facts_are_right=facts, credit_is_right=True, substance=substance, note=note, at=at
    )


def rewritten(entry: Entry, text: str, at: dt.datetime = WHILE_OPEN) -> None:
    answer = entry.answers.order_by("pk").first()
    assert answer is not None
    save_answer(
        entry, answer.criterion, by=entry.started_by, at=at, text=text, version=answer.version
    )


def standing(entry: Entry) -> str:
    by_role = {each.partner.role: each for each in standings_of(entry, parts_of(entry))}
    return by_role["joint"].standing


def mails(kind: str) -> list[str]:
    return sorted(OutboxMessage.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_a_partner_is_asked_confirms_and_is_asked_again_after_a_change() -> None:
    entry = a_joint_entry()
    assert standing(entry) == "not_asked"
    request = asked(entry)
    assert standing(entry) == "waiting"
    assert mails("partner-request") == ["ada@example.org"]
    said = answered(request)
    assert standing(entry) == "confirmed"
    assert said.snapshot["title"] == entry.title
    assert mails("partner-said") == [entry.started_by.email]
    rewritten(entry, "  " + entry.answers.order_by("pk")[0].text.replace(" ", "\n"))
    assert standing(entry) == "confirmed", "white space is no change of substance"
    rewritten(entry, "Something else altogether.")
    assert standing(entry) == "asked_again"
    answered(request)
    assert standing(entry) == "confirmed"
    assert PartnerConfirmation.objects.count() == 2


def test_a_request_for_change_needs_a_note_and_stands_until_another_word() -> None:
    entry = a_joint_entry()
    request = asked(entry)
    with pytest.raises(Refused, match="put right"):
        answered(request, facts=False)
    answered(request, facts=False, note="We visited 90 homes, not 900.")
    assert standing(entry) == "wants_change"
    rewritten(entry, "We visited 90 homes.")
    assert standing(entry) == "wants_change"
    answered(request)
    assert standing(entry) == "confirmed"


def test_what_was_not_read_cannot_be_confirmed() -> None:
    entry = a_joint_entry()
    request = asked(entry)
    read = substance_digest(reading_of(entry, WHILE_OPEN))
    rewritten(entry, "Changed meanwhile.")
    with pytest.raises(Refused, match="changed while you were reading"):
        confirm_part(
            request, facts_are_right=True, credit_is_right=True, substance=read, at=WHILE_OPEN
        )
    assert standing(entry) == "waiting"


def test_the_same_word_twice_is_one_row() -> None:
    request = asked(a_joint_entry())
    assert answered(request) == answered(request)
    assert PartnerConfirmation.objects.count() == 1


def test_a_link_goes_out_once_a_day_and_a_replaced_one_is_dead() -> None:
    entry = a_joint_entry()
    request = asked(entry)
    with pytest.raises(Refused, match="today"):
        ask_again(request, by=entry.started_by, at=WHILE_OPEN + dt.timedelta(hours=2))
    ask_again(request, by=entry.started_by, at=WHILE_OPEN + DAY)
    assert mails("partner-request") == ["ada@example.org"] * 2
    newer = replace_link(request, by=entry.started_by, at=WHILE_OPEN + DAY)
    assert newer.token != request.token
    with pytest.raises(Refused, match="replaced"):
        answered(PartnerRequest.objects.get(pk=request.pk), at=WHILE_OPEN + DAY)
    other = ask_partner(
        the_joint_partner(entry),
        name="Bo",
        email="bo@example.org",
        by=entry.started_by,
        at=WHILE_OPEN,
    )
    open_ones = PartnerRequest.objects.filter(replaced_at=None)
    assert [each.pk for each in open_ones] == [other.pk]


def test_the_link_dies_when_judging_closes_and_readers_cannot_ask() -> None:
    entry = a_joint_entry()
    request = asked(entry)
    with pytest.raises(Refused, match="worked until"):
        answered(request, at=AFTER_JUDGING)
    reader = a_contributor(entry, level=ContributorLevel.COMMENT)
    with pytest.raises(Refused, match="not change it"):
        ask_again(request, by=reader, at=WHILE_OPEN + DAY)


def test_after_closing_the_submission_is_what_is_read() -> None:
    entry = a_joint_entry()
    request = asked(entry)
    submit_entry(entry, by=entry.started_by, at=WHILE_OPEN, key=new_identifier())
    rewritten(entry, "Written after submitting.", at=WHILE_OPEN)
    opened = request_with(request.token)
    assert opened is not None
    said = answered(opened, at=WHILE_JUDGING)
    assert "Written after submitting." not in str(said.snapshot)


def test_where_the_edition_blocks_a_submission_waits_for_every_partner() -> None:
    entry = a_joint_entry(confirmations_block=True)
    assert [part.sentence for part in missing_parts(entry)] == [
        "Harbour Housing has not been asked to confirm its part."
    ]
    assert cautions_of(entry) == []
    request = asked(entry)
    with pytest.raises(Refused, match="has not confirmed its part yet"):
        submit_entry(entry, by=entry.started_by, at=WHILE_OPEN, key=new_identifier())
    answered(request)
    submit_entry(entry, by=entry.started_by, at=WHILE_OPEN, key=new_identifier())


def test_where_it_warns_submitting_asks_again_at_most_once_a_day() -> None:
    entry = a_joint_entry()
    assert [each.sentence for each in cautions_of(entry)] == [
        "Harbour Housing has not been asked to confirm its part."
    ]
    request = asked(entry)
    answered(request)
    rewritten(entry, "New words.")
    assert [each.sentence for each in cautions_of(entry)] == [
        "Harbour Housing confirmed an earlier version. The entry has changed since."
    ]
    submit_entry(entry, by=entry.started_by, at=WHILE_OPEN, key=new_identifier())
    assert len(mails("partner-request")) == 1, "one went out that day already"
    rewritten(entry, "Newer words.")
    submit_entry(entry, by=entry.started_by, at=WHILE_OPEN + DAY, key=new_identifier())
    assert len(mails("partner-request")) == 2


def test_a_partner_that_leaves_and_returns_is_asked_anew_and_its_word_is_kept() -> None:
    entry = a_joint_entry()
    answered(asked(entry))
    partner = the_joint_partner(entry)
    remove_partner(partner, by=entry.started_by, at=WHILE_OPEN)
    assert PartnerConfirmation.objects.get().partner_id is None
    add_partner(entry, partner.organisation, by=entry.started_by, at=WHILE_OPEN)
    assert standing(entry) == "not_asked"
