from __future__ import annotations

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.carry import keep_carried, say_what_is_new, start_from_earlier
from plaudit.entries.carried import earlier_entries, side_by_side, stale_criteria
from plaudit.entries.cautions import cautions_of
from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import AnswerUpdate, Entry, UpdateSource
from plaudit.entries.snapshot import snapshot_of
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.people.models import Membership, MembershipRole
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

NOW = {"Ambition": ["Why?"], "Outcomes": ["What changed?"], "Spread": ["Where else?"]}


def earlier_entry() -> Entry:
    texts = {"Ambition": "Why we began.", "Outcome": "Fewer fell.", "Involvement": "All of us."}
    return a_complete_entry(texts=texts, partners=(an_organisation("Harbour Council"),))


def begun() -> Entry:
    earlier = earlier_entry()
    return start_from_earlier(
        a_category(sections=NOW), earlier, by=earlier.started_by, at=WHILE_OPEN
    )


def test_words_and_organisations_come_over_and_answers_are_stale() -> None:
    entry = begun()
    earlier = entry.carried_from
    assert earlier is not None
    assert (entry.title, entry.summary) == (earlier.title, earlier.summary)
    assert list(entry.partners.values_list("organisation", "role", "position")) == list(
        earlier.partners.values_list("organisation", "role", "position")
    )
    rows = entry.answers.select_related("criterion__criterion")
    assert {(each.criterion.name, each.text, each.is_stale) for each in rows} == {
        ("Ambition", "Why we began.", True),
        ("Outcomes", "Fewer fell.", True),
        ("Spread", "", False),
    }
    sources = AnswerUpdate.objects.filter(answer__entry=entry).values_list("source", flat=True)
    assert set(sources) == {UpdateSource.CARRIED}
    assert sum("earlier entry" in each.sentence for each in cautions_of(entry)) == 2


def test_a_stale_answer_is_settled_by_saving_or_by_saying_that_it_holds() -> None:
    entry = begun()
    by = entry.started_by
    ambition, outcomes = (
        entry.category.criteria.get(criterion__name=n) for n in ("Ambition", "Outcomes")
    )
    save_answer(entry, ambition, by=by, at=WHILE_OPEN, text="Why we go on.", version=1)
    assert stale_criteria(entry) == {outcomes.pk}
    keep_carried(entry, outcomes.pk, by=by, at=WHILE_OPEN)
    assert stale_criteria(entry) == set()


def test_what_is_new_is_asked_for_before_submitting() -> None:
    entry = begun()
    asked = "Say what is new since the entry you started from."
    assert asked in [each.sentence for each in missing_parts(entry)]
    say_what_is_new(entry, "  Three more towns.\r\n", by=entry.started_by, at=WHILE_OPEN)
    assert asked not in [each.sentence for each in missing_parts(entry)]
    assert snapshot_of(Entry.objects.get(pk=entry.pk))["what_is_new"] == "Three more towns."
    other = an_entry()
    with pytest.raises(Refused, match="not started from"):
        say_what_is_new(other, "x", by=other.started_by, at=WHILE_OPEN)


def test_the_same_form_starts_one_entry() -> None:
    earlier, category, key = earlier_entry(), a_category(sections=NOW), new_identifier()
    first, second = (
        start_from_earlier(category, earlier, by=earlier.started_by, at=WHILE_OPEN, key=key)
        for _ in range(2)
    )
    assert first == second
    assert Entry.objects.count() == 2


def test_one_starts_from_ones_own_and_as_awards_lead_from_the_organisations() -> None:
    earlier = earlier_entry()
    lead = earlier.partners.get(role="lead").organisation
    joint = earlier.partners.get(role="joint").organisation
    leads, works, elsewhere, ended = a_person(), a_person(), a_person(), a_person()
    for person, organisation, role, more in (
        (leads, lead, MembershipRole.AWARDS_LEAD, {}),
        (works, lead, MembershipRole.MEMBER, {}),
        (elsewhere, joint, MembershipRole.AWARDS_LEAD, {}),
        (ended, lead, MembershipRole.AWARDS_LEAD, {"ended_at": WHILE_OPEN}),
    ):
        Membership.objects.create(
            organisation=organisation, person=person, role=role, granted_at=WHILE_OPEN, **more
        )
    reach = [
        list(earlier_entries(each)) for each in (earlier.started_by, leads, works, elsewhere, ended)
    ]
    assert reach == [[earlier], [earlier], [], [], []]
    with pytest.raises(Refused, match="do not work on that entry"):
        start_from_earlier(a_category(), earlier, by=works, at=WHILE_OPEN)


def test_two_entries_are_laid_side_by_side_by_what_is_asked() -> None:
    entry = begun()
    assert entry.carried_from is not None
    parts = list(side_by_side(snapshot_of(entry.carried_from), snapshot_of(entry)))
    assert [(each.name, each.before, each.now) for each in parts[2:]] == [
        ("Ambition", "Why we began.", "Why we began."),
        ("Outcomes", "Fewer fell.", "Fewer fell."),
        ("Spread", "", ""),
        ("Involvement", "All of us.", ""),
    ]
