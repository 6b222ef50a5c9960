from __future__ import annotations

import datetime as dt
import importlib
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import Entry
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.queries.judges import current_round
from plaudit.judging.queries.stack import assignments_of
from plaudit.kit.clock import frozen_at, real_now
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category, Edition
from plaudit.results.queries import awards_released, ranking
from plaudit.sites.demo.cast import DIRECTOR, JUDGE_WITH_CONFLICT, ROLES
from plaudit.sites.demo.edition import demo_edition
from plaudit.sites.demo.reading import let_others_score

TODAY = real_now()  # what the command goes by
APPS = ("messages", "programmes", "entries", "judging", "results", "enquiries")

pytestmark = pytest.mark.django_db


def _breaches() -> list[str]:
    modules = [importlib.import_module(f"plaudit.{app}.invariants") for app in APPS]
    return [
        sentence for each in modules for invariant in each.INVARIANTS for sentence in invariant()
    ]


def test_the_demo_has_something_on_every_page(client: Client) -> None:
    """One story, since building takes seconds: what is there, who sees what, and judging it to the end."""
    _built_once()
    with frozen_at(TODAY):
        last, this = Edition.objects.order_by("opens_at")
        _every_state_is_there(this)
        assert {award.outcome for award in awards_released(last, TODAY)} >= {
            "winner",
            "joint_winner",
            "finalist",
        }
        assert not awards_released(this, TODAY)
        assert _breaches() == []
        _every_role_has_a_home(client)
    _judged_to_the_end(this)


def _built_once() -> None:
    out = StringIO()
    call_command("build_demo", stdout=out)
    assert "Built the demo programme" in out.getvalue()
    entries = set(Entry.objects.values_list("pk", flat=True))
    call_command("build_demo", stdout=StringIO())
    assert set(Entry.objects.values_list("pk", flat=True)) == entries
    assert demo_edition() is not None


def _every_state_is_there(edition: Edition) -> None:
    assert edition.opens_at < TODAY < edition.closes_at
    assert Counter(edition.entries.values_list("status", flat=True)) == {
        "submitted": 8,
        "draft": 6,
        "withdrawn": 1,
    }
    drafts = edition.entries.filter(status="draft").order_by("title")
    missing = {draft.title: [part.sentence for part in missing_parts(draft)] for draft in drafts}
    assert missing["Warm homes, named streets"] == []
    assert any(
        "Suppliers may be partners" in sentence for sentence in missing["Insight for every ward"]
    )
    assert any("over its limit" in sentence for sentence in missing["Second Spring"])
    assert len(missing[""]) > 5
    assert Category.objects.filter(edition=edition, is_new=True).count() == 1
    assert Organisation.objects.count() > 35


def _every_role_has_a_home(client: Client) -> None:
    for role in ROLES:
        response = client.post(f"/demo/roles/{role.slug}/session/", follow=True)
        assert response.status_code == 200, role.slug


def _judged_to_the_end(edition: Edition) -> None:
    """Move to judging: the conflict is kept from its judge, and the other judges score when asked."""
    at = edition.judging_opens_at + dt.timedelta(days=1)
    with frozen_at(at):
        round_ = current_round(edition, at)
        assert round_ is not None
        report = allocate_entries(round_, by=Person.objects.get(email=DIRECTOR.email), at=at)
        assert report.is_complete, report.shortfalls
        judge = edition.judges.get(person__email=JUDGE_WITH_CONFLICT.email)
        seen = {letter.title for letter in assignments_of(judge, round_)}
        assert seen
        assert not seen & {"One night team for three boroughs", "Steady on the stairs"}
        assert let_others_score(edition, at) > 0
        assert let_others_score(edition, at) == 0
        category = edition.categories.get(name="Fair Access Award")
        assert [place.scores.count >= 2 for place in ranking(category, round_)] == [True, True]
        assert _breaches() == []
