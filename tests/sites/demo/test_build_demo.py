from __future__ import annotations

import datetime as dt
import importlib
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import Entry
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.queries.judges import current_round
from plaudit.judging.queries.stack import assignments_of
from plaudit.kit.clock import frozen_at, real_now
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category, Edition
from plaudit.results.queries import awards_released, ranking
from plaudit.sites.demo.cast import DIRECTOR, ENTRANT, JUDGE_WITH_CONFLICT, PROGRAMME_SLUG, ROLES
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
        awards = Edition.objects.filter(programme__slug=PROGRAMME_SLUG)
        last, this = awards.order_by("opens_at")
        _every_state_is_there(this)
        assert {award.outcome for award in awards_released(last, TODAY)} >= {
            "winner",
            "joint_winner",
            "finalist",
        }
        assert not awards_released(this, TODAY)
        assert _breaches() == []
        _every_role_has_a_home(client)
        _fees_can_be_seen_and_cost_nothing_elsewhere(client)
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


def _fees_can_be_seen_and_cost_nothing_elsewhere(client: Client) -> None:
    charged = Edition.objects.get(fee_terms__isnull=False)
    assert charged.programme.slug == "second-look"
    assert sorted(
        (made.method, made.total, sum(made.payments.values_list("amount", flat=True)))
        for made in charged.settlements.all()
    ) == [("free", 0, 0), ("order", 12_000, 6_000)]
    client.force_login(Person.objects.get(email=ENTRANT.email))
    van = charged.entries.get(title="The library van, second route")
    due = client.get(f"/entries/{van.pk}/fee/", {"code": "second20"})
    assert "£96.00" in due.content.decode()  # £100 for a council, a fifth off, and VAT
    settled = charged.settlements.get(method="order").entry
    page = client.get(f"/entries/{settled.pk}/fee/").content.decode()
    assert "£60.00 of it is paid, £60.00 still owed." in page
    invoice = client.get(f"/entries/{settled.pk}/fee/invoice")
    assert (invoice.status_code, invoice["Content-Type"]) == (200, "application/pdf")
    client.force_login(Person.objects.get(email=DIRECTOR.email))
    payments = client.get(reverse("organiser_payments", args=[charged.pk])).content.decode()
    assert "£60.00" in payments
    _rows_read_as_cards_on_a_phone(client, charged)


def _rows_read_as_cards_on_a_phone(client: Client, charged: Edition) -> None:
    """There a cell stands under no heading, so it carries its own: each the same as its column's."""
    this = demo_edition()
    for route, edition in (
        ("organiser_entries", this),
        ("organiser_judging", this),
        ("organiser_results", this),
        ("organiser_payments", charged),
    ):
        assert edition is not None
        page = html.document_fromstring(client.get(reverse(route, args=[edition.pk])).content)
        [table] = page.find_class("pl-table--stacks")
        headings = [each.text_content() for each in table.xpath("thead//th")[1:]]
        rows = [
            [cell.get("data-label") for cell in row.xpath("td")] for row in table.xpath("tbody/tr")
        ]
        assert rows, route
        assert rows == [headings] * len(rows), route


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
