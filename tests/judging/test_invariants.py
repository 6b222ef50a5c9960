from __future__ import annotations

import pytest

from plaudit.entries.models import Partner, PartnerRole
from plaudit.judging.invariants import INVARIANTS
from plaudit.judging.models import Judge, PanelMember, Score, TermsAcceptance
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import a_judge, all_confirmed, allocated, an_assignment
from tests.factories.people import an_organisation
from tests.factories.programmes import a_category

pytestmark = pytest.mark.django_db


def breaches() -> list[str]:
    return [sentence for check in INVARIANTS for sentence in check()]


def test_a_panel_that_judged_breaks_nothing() -> None:
    category = a_category()
    judges = [a_judge(category) for _ in range(3)]
    for _ in range(3):
        a_submitted_entry(category)
    allocated(category.edition)
    for judge in judges:
        all_confirmed(judge)
    assert breaches() == []


def test_each_breach_is_found() -> None:
    assignment = an_assignment(a_submitted_entry())
    judge = assignment.judge
    all_confirmed(judge)
    Score.objects.filter(scorecard__assignment=assignment).first().delete()
    assert "lacks a score" in "".join(breaches())
    Partner.objects.create(
        entry=assignment.entry, organisation=judge.employer, role=PartnerRole.JOINT, position=9
    )
    assert "is in conflict and not recused" in "".join(breaches())
    PanelMember.objects.all().delete()
    assert "not on the panel" in "".join(breaches())
    Judge.objects.filter(pk=judge.pk).update(employer=an_organisation())
    assert "employer that is not among" in "".join(breaches())
    TermsAcceptance.objects.filter(judge=judge)._raw_delete("default")
    assert "without terms or declaration" in "".join(breaches())
