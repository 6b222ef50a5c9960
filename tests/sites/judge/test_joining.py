from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from plaudit.judging.models import Interest, Judge, JudgeInvitation
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Organisation
from tests.factories.entries import a_submitted_entry, an_entry
from tests.factories.judging import (
    WHILE_INVITING,
    a_judge,
    a_new_judge,
    allocated,
    an_assignment,
    an_invitation,
)
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_JUDGING, a_category
from tests.sites.judge.conftest import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _after_entries_closed():
    with frozen_at(WHILE_INVITING):
        yield


def test_the_link_alone_answers_nothing(client, signed_in) -> None:
    person = a_person()
    invitation = an_invitation(a_category(), person)
    address = reverse("judge_invitation", args=[invitation.token])
    for browser in (client, signed_in(person), signed_in(a_person())):
        for _ in range(2):
            assert browser.get(address).status_code == 200
    unanswered = JudgeInvitation.objects.get()
    assert (unanswered.accepted_at, unanswered.declined_at) == (None, None)


def test_who_sees_which_way_to_answer(client, signed_in) -> None:
    person = a_person()
    invitation = an_invitation(a_category(), person)
    address = reverse("judge_invitation", args=[invitation.token])
    acceptance = reverse("judge_invitation_acceptance", args=[invitation.token])
    signed_out = client.get(address).content.decode()
    stranger = signed_in(a_person()).get(address).content.decode()
    invited = signed_in(person).get(address).content.decode()
    assert [acceptance in page for page in (signed_out, stranger, invited)] == [False, False, True]
    assert "Sign in to answer" in signed_out
    assert "Sign out" in stranger
    assert client.get(reverse("judge_invitation", args=["no-such-token"])).status_code == 404


def test_accepting_leads_to_the_first_task_and_declining_says_so(signed_in) -> None:
    category = a_category()
    person, other = a_person(), a_person()
    invitation, declined = an_invitation(category, person), an_invitation(category, other)
    browser = signed_in(person)
    acceptance = reverse("judge_invitation_acceptance", args=[invitation.token])
    assert "Before you read" in browser.post(acceptance, follow=True).content.decode()
    assert browser.get(reverse("judge_invitation", args=[invitation.token])).status_code == 302
    refusal = reverse("judge_invitation_refusal", args=[declined.token])
    assert "You have declined." in signed_in(other).post(refusal, follow=True).content.decode()
    assert Judge.objects.count() == 1
    stranger = signed_in(a_person()).post(acceptance)
    assert stranger.status_code == 403


def interests_of(judge: Judge) -> set[tuple[str, str]]:
    rows = Interest.objects.filter(judge=judge, ended_at=None)
    return {(one.kind, str(one.organisation or one.entry)) for one in rows}


def test_the_whole_way_from_terms_to_declaration(signed_in) -> None:
    category = a_category()
    trust = an_organisation("Northmere Hospitals Trust", aliases=["NHT"])
    university = an_organisation("Ashdown University")
    theirs = a_submitted_entry(category, title="By their employer", partners=(trust,))
    known = a_submitted_entry(category, title="They had a part in it")
    a_submitted_entry(category, title="Nothing to do with them")
    an_entry(category, title="A draft nobody may see")
    judge = a_new_judge(category)
    browser = signed_in(judge.person)
    interests = reverse("judge_interests", args=[judge.pk])
    assert browser.get(interests).url == reverse("judge_terms", args=[judge.pk])
    assert browser.post(reverse("judge_terms", args=[judge.pk])).url == interests
    form = {"employer": "nht", "past_employers": "ashdown university\n\nAshdown University"}
    assert browser.post(interests, form).url == reverse("judge_projects", args=[judge.pk])
    with queries_of() as asked:
        page = browser.get(reverse("judge_projects", args=[judge.pk])).content.decode()
    assert len(asked) == 4
    assert theirs.title not in page
    assert "A draft nobody may see" not in page
    assert "1 entry is not listed" in page
    assert known.summary not in page
    browser.post(reverse("judge_projects", args=[judge.pk]), {"entry": [known.pk, theirs.pk]})
    assert interests_of(judge) == {
        ("employer", str(trust)),
        ("past_employer", str(university)),
        ("project", known.title),
    }
    assert judge.declarations.count() == 1


def test_an_employer_is_named_or_denied(signed_in) -> None:
    judge = a_judge(a_category(), is_employed=False)
    browser = signed_in(judge.person)
    address = reverse("judge_interests", args=[judge.pk])
    assert "checked" in browser.get(address).content.decode()
    assert "Enter who you work for" in browser.post(address, {}).content.decode()
    both = {"employer": "Somebody", "has_no_employer": "on"}
    assert "Clear the name, or the tick" in browser.post(address, both).content.decode()
    assert browser.post(address, {"has_no_employer": "on"}).status_code == 302


def test_a_name_not_on_the_register_is_asked_about_and_added_only_on_request(signed_in) -> None:
    judge = a_judge(a_category())
    trust = an_organisation("Northmere Hospitals Trust")
    browser = signed_in(judge.person)
    address = reverse("judge_interests", args=[judge.pk])
    typed = {"employer": "Northmere Hospitals", "family": "Quite New Ltd"}
    before = Organisation.objects.count()
    page = html.fromstring(browser.post(address, typed).content)
    assert "Which organisations do you mean?" in page.text_content()
    form = dict(page.forms[-1].form_values())
    assert "Choose which organisation you mean" in browser.post(address, form).content.decode()
    form |= {"which_1": str(trust.pk)}
    again = html.fromstring(browser.post(address, form).content)
    assert "Choose what kind" in again.text_content()
    assert Organisation.objects.count() == before
    form = dict(again.forms[-1].form_values()) | {"kind_2": "company"}
    assert browser.post(address, form).url == reverse("judge_projects", args=[judge.pk])
    assert interests_of(judge) == {
        ("employer", "Northmere Hospitals Trust"),
        ("family", "Quite New Ltd"),
    }
    assert Organisation.objects.get(name="Quite New Ltd").kind == "company"


def test_changing_organisations_keeps_the_projects(signed_in) -> None:
    category = a_category()
    known = a_submitted_entry(category, title="Known")
    judge = a_judge(category)
    browser = signed_in(judge.person)
    projects = reverse("judge_projects", args=[judge.pk])
    browser.post(projects, {"entry": [known.pk]})
    form = {"employer": judge.employer.name}
    browser.post(reverse("judge_interests", args=[judge.pk]), form)
    assert interests_of(judge) == {("employer", judge.employer.name), ("project", "Known")}
    assert "checked" in browser.get(projects).content.decode()
    browser.post(projects, {})
    assert interests_of(judge) == {("employer", judge.employer.name)}


@pytest.mark.parametrize(("why", "is_interest"), [("interest", True), ("other", False)])
def test_a_judge_who_cannot_judge_an_entry_says_why(signed_in, why: str, is_interest: bool) -> None:
    category = a_category()
    judge = a_judge(category)
    assignment = an_assignment(a_submitted_entry(category), judge)
    allocated(category.edition)
    browser = signed_in(judge.person)
    address = reverse("judge_abstention", args=[assignment.pk])
    with frozen_at(WHILE_JUDGING):
        assert "Error: " in browser.post(address, {"why": why}).content.decode()
        browser.post(address, {"why": why, "reason": "I helped to plan it"})
        page = browser.get(reverse("judge_entry", args=[assignment.pk]))
    assert page.status_code == (404 if is_interest else 200)
    assert (("project", str(assignment.entry)) in interests_of(judge)) == is_interest
    assert hasattr(type(assignment).objects.get(pk=assignment.pk), "abstention") != is_interest
