from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.models import Partner, PartnerRole
from plaudit.judging.actions.interest import DeclaredInterest, declare_interests, record_interests
from plaudit.judging.actions.recusal import recuse_conflicts
from plaudit.judging.actions.terms import accept_terms
from plaudit.judging.models import Assignment, Interest, InterestKind, TermsAcceptance
from plaudit.judging.queries import assignment_for, assignments_of, conflicted_pairs, judgeship_of
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import (
    WHILE_INVITING,
    a_judge,
    a_new_judge,
    allocated,
    an_assignment,
)
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_JUDGING, a_category

pytestmark = pytest.mark.django_db
LATER = WHILE_JUDGING + dt.timedelta(hours=1)


def test_terms_are_kept_in_the_words_that_were_read() -> None:
    judge = a_new_judge(a_category())
    accept_terms(judge, by=judge.person, at=WHILE_INVITING)
    judge.edition.judge_terms = "Quite other terms."
    accept_terms(judge, by=judge.person, at=WHILE_JUDGING)
    kept = TermsAcceptance.objects.get(judge=judge)
    assert (kept.terms, kept.accepted_at) == ("Keep what you read to yourself.", WHILE_INVITING)
    with pytest.raises(Refused):
        accept_terms(judge, by=a_person(), at=WHILE_INVITING)


def test_interests_are_declared_after_the_terms_and_by_the_judge() -> None:
    judge = a_new_judge(a_category())
    with pytest.raises(Refused, match="terms"):
        declare_interests(judge, employer=None, interests=[], by=judge.person, at=WHILE_INVITING)
    accept_terms(judge, by=judge.person, at=WHILE_INVITING)
    with pytest.raises(Refused, match="Only the judge"):
        declare_interests(judge, employer=None, interests=[], by=a_person(), at=WHILE_INVITING)


def test_the_employer_is_one_of_the_interests_and_what_is_no_longer_named_ends() -> None:
    judge = a_judge(a_category())
    old, new, past = judge.employer, an_organisation(), an_organisation()
    interests = [DeclaredInterest(InterestKind.PAST_EMPLOYER, organisation=past)]
    for at in (WHILE_JUDGING, LATER):
        declare_interests(judge, employer=new, interests=interests, by=judge.person, at=at)
    standing = Interest.objects.filter(judge=judge, ended_at=None)
    assert {(one.kind, one.organisation) for one in standing} == {
        ("employer", new),
        ("past_employer", past),
    }
    assert {one.declared_at for one in standing} == {WHILE_JUDGING}
    ended = Interest.objects.get(judge=judge, ended_at__isnull=False)
    assert (ended.organisation, ended.ended_at) == (old, WHILE_JUDGING)
    assert judge.employer == new
    assert judge.declarations.count() == 3


@pytest.mark.parametrize("kind", [one for one in InterestKind if one != InterestKind.PROJECT])
def test_each_kind_of_interest_in_a_partner_is_a_conflict(kind: InterestKind) -> None:
    category = a_category()
    lead, partner = an_organisation(), an_organisation()
    entry = a_submitted_entry(category, lead=lead, partners=(partner,))
    for organisation in (lead, partner):
        interest = DeclaredInterest(kind, organisation=organisation)
        judge = a_judge(category, interests=[interest])
        assert (judge.pk, entry.pk) in conflicted_pairs(category.edition)


def test_an_interest_is_in_one_thing_of_this_edition() -> None:
    judge = a_judge(a_category())
    elsewhere = a_submitted_entry()
    for broken in (
        DeclaredInterest("other"),
        DeclaredInterest("other", organisation=an_organisation(), entry=elsewhere),
        DeclaredInterest("project", entry=elsewhere),
    ):
        with pytest.raises(Refused):
            declare_interests(judge, employer=None, interests=[broken], by=judge.person, at=LATER)


def test_a_new_employer_takes_the_entry_away_at_once_and_for_good() -> None:
    trust = an_organisation()
    assignment = an_assignment(a_submitted_entry(partners=(trust,)))
    judge = assignment.judge
    record_interests(judge, employer=trust, interests=[], by=judge.person, at=LATER)
    recused = Assignment.objects.get(pk=assignment.pk).recusal
    assert (recused.recused_by, recused.recused_at) == (None, LATER)
    assert "interest" in recused.reason
    declare_interests(judge, employer=None, interests=[], by=judge.person, at=LATER)
    assert assignment_for(judge.person, assignment.pk) is None
    assert assignments_of(judge, assignment.round) == []


def test_a_partner_added_later_hides_the_entry_before_anybody_recuses() -> None:
    assignment = an_assignment(a_submitted_entry())
    judge = assignment.judge
    assert assignment_for(judge.person, assignment.pk) == assignment
    Partner.objects.create(
        entry=assignment.entry, organisation=judge.employer, role=PartnerRole.JOINT, position=9
    )
    assert assignment_for(judge.person, assignment.pk) is None
    assert assignments_of(judge, assignment.round) == []
    assert recuse_conflicts(at=LATER) == 1
    assert recuse_conflicts(at=LATER) == 0
    assert Assignment.objects.get(pk=assignment.pk).recusal.recused_at == LATER


def test_joining_another_panel_asks_for_a_new_declaration() -> None:
    category = a_category()
    judge = a_judge(category)
    assert judgeship_of(judge.person, judge.pk).is_ready
    a_new_judge(a_category(category.edition), judge.person, at=LATER)
    assert not judgeship_of(judge.person, judge.pk).is_ready
    declare_interests(judge, employer=judge.employer, interests=[], by=judge.person, at=LATER)
    assert judgeship_of(judge.person, judge.pk).is_ready


def test_an_organisation_of_another_name_is_no_conflict() -> None:
    category = a_category()
    a_submitted_entry(category, partners=(an_organisation(),))
    judge = a_judge(category)
    round_ = allocated(category.edition)
    assert conflicted_pairs(category.edition) == set()
    assert len(assignments_of(judge, round_)) == 1
