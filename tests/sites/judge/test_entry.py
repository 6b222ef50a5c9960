from __future__ import annotations

import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.models import Partner, PartnerRole
from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.scorecard import confirm_scorecards
from plaudit.judging.models import Assignment, Score
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from tests.factories.entries import a_complete_entry, a_submission, a_submitted_entry
from tests.factories.judging import (
    a_judge,
    a_new_judge,
    a_scorecard,
    allocated,
    an_assignment,
)
from tests.factories.people import an_organisation
from tests.factories.programmes import (
    AFTER_JUDGING,
    JUDGING_CLOSES,
    JUDGING_OPENS,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
)
from tests.sites.judge.conftest import queries_of

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


def page_of(assignment: Assignment, name: str = "judge_entry") -> str:
    return reverse(name, args=[assignment.pk])


def posted(assignment: Assignment, value: int, version: int, **more: str) -> dict[str, object]:
    criteria = assignment.entry.category.criteria.filter(is_scored=True)
    fields = {f"score-{criterion.pk}": value for criterion in criteria}
    return {**fields, "version": version, "key": str(new_identifier()), **more}


def values(assignment: Assignment) -> list[int | None]:
    scores = Score.objects.filter(scorecard__assignment=assignment)
    return list(scores.order_by("criterion__position").values_list("value", flat=True))


def test_the_entry_is_read_as_it_was_submitted(signed_in) -> None:
    entry = a_submitted_entry(
        title="Warm homes",
        texts={"Outcome": "Fewer\n\n- colds\n- falls"},
        partners=(an_organisation(),),
    )
    assignment = an_assignment(entry)
    entry.title = "Changed since"
    entry.save(update_fields=["title"])
    with frozen_at(WHILE_JUDGING):
        page = signed_in(assignment.judge.person).get(page_of(assignment)).content.decode()
    assert "Warm homes" in page
    assert "Changed since" not in page
    assert "<li>colds</li>" in page
    assert "Damp homes made dry, together." in page
    assert "What changed, against your baseline?" in page
    assert "Nothing to add." in page


@pytest.mark.parametrize("entries", [1, 3])
def test_reading_and_saving_cost_the_same_however_long_the_stack(signed_in, entries: int) -> None:
    category = a_category()
    for _ in range(entries):
        a_submitted_entry(category)
    judge = a_judge(category)
    allocated(category.edition)
    assignment = judge.assignments.first()
    a_scorecard(assignment)
    browser = signed_in(judge.person)
    form = posted(assignment, 4, 1)
    with frozen_at(WHILE_JUDGING):
        with queries_of() as reading:
            assert browser.get(page_of(assignment)).status_code == 200
        with queries_of() as saving:
            answer = browser.post(page_of(assignment, "judge_scorecard"), form, headers=JSON)
    assert answer.status_code == 200
    assert len(reading) == 3
    assert len(saving) == 3


def test_the_first_save_costs_three_queries(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    browser = signed_in(assignment.judge.person)
    form = posted(assignment, 4, 0)
    with frozen_at(WHILE_JUDGING), queries_of() as saving:
        browser.post(page_of(assignment, "judge_scorecard"), form, headers=JSON)
    assert len(saving) == 3


def test_a_script_saves_only_what_changed(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment, value=6, comment="Kept")
    first = assignment.entry.category.criteria.first()
    with frozen_at(WHILE_JUDGING):
        answer = signed_in(assignment.judge.person).post(
            page_of(assignment, "judge_scorecard"),
            {f"score-{first.pk}": "9", "version": 1, "key": str(new_identifier())},
            headers=JSON,
        )
    assert answer.json() == {
        "saved": True,
        "version": 2,
        "saved_at": "2027-04-05T10:00:00Z",
        "saved_at_text": "11:00",
    }
    assert values(assignment) == [9, 6, 6]
    assert set(Score.objects.values_list("comment", flat=True)) == {"Kept"}
    assert Assignment.objects.get(pk=assignment.pk).scorecard.comment == "Kept"


def test_a_form_without_scripts_saves_and_says_when(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    browser = signed_in(assignment.judge.person)
    with frozen_at(WHILE_JUDGING):
        form = posted(assignment, 7, 0, comment="Thank you.")
        answer = browser.post(page_of(assignment, "judge_scorecard"), form, follow=True)
    assert "Saved at 11:00." in answer.content.decode()
    assert "Thank you." in answer.content.decode()
    assert values(assignment) == [7, 7, 7]


def test_saving_onward_leads_to_the_next_unread_and_then_to_the_list(signed_in) -> None:
    category = a_category()
    for _ in range(2):
        a_submitted_entry(category)
    judge = a_judge(category)
    allocated(category.edition)
    browser = signed_in(judge.person)
    first, second = judge.assignments.all()
    with frozen_at(WHILE_JUDGING):
        answer = browser.post(page_of(first, "judge_scorecard_onward"), posted(first, 7, 0))
        assert answer.url == page_of(second)
        answer = browser.post(page_of(second, "judge_scorecard_onward"), posted(second, 7, 0))
    assert answer.url == reverse("judge_stack", args=[judge.pk])


def test_a_scorecard_changed_elsewhere_is_shown_beside_what_was_typed(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment, value=3)
    browser = signed_in(assignment.judge.person)
    address = page_of(assignment, "judge_scorecard")
    with frozen_at(WHILE_JUDGING):
        told = browser.post(address, posted(assignment, 8, 0), headers=JSON)
        page = browser.post(address, posted(assignment, 8, 0, comment="Mine"))
    assert (told.status_code, page.status_code) == (409, 409)
    conflict = told.json()["conflict"]
    first = assignment.entry.category.criteria.first()
    assert (conflict["version"], conflict["fields"][f"score-{first.pk}"]) == (1, "3")
    assert "Mine" in page.content.decode()
    assert values(assignment) == [3, 3, 3]


@pytest.mark.parametrize("bad", ["11", "-1", "5.5", "x", "１"])
def test_a_score_off_the_scale_is_refused(signed_in, bad: str) -> None:
    assignment = an_assignment(a_submitted_entry())
    first = assignment.entry.category.criteria.first()
    form = posted(assignment, 5, 0) | {f"score-{first.pk}": bad}
    with frozen_at(WHILE_JUDGING):
        answer = signed_in(assignment.judge.person).post(
            page_of(assignment, "judge_scorecard"), form, headers=JSON
        )
    assert answer.status_code == 422
    assert values(assignment) == []


def test_nothing_is_read_before_the_opening_or_saved_after_the_closing(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry(title="Warm homes"))
    browser = signed_in(assignment.judge.person)
    second = dt.timedelta(seconds=1)
    with frozen_at(JUDGING_OPENS - second):
        assert browser.get(page_of(assignment)).status_code == 302
        home = browser.get(reverse("judge_home")).content.decode()
        assert "Warm homes" not in home
        assert "Judging opens at 9am on Monday 22 March 2027 (UK time)" in home
    with frozen_at(JUDGING_CLOSES):
        form = posted(assignment, 7, 0)
        assert browser.post(page_of(assignment, "judge_scorecard"), form).status_code == 302
    with frozen_at(JUDGING_CLOSES + second):
        late = browser.post(
            page_of(assignment, "judge_scorecard"), posted(assignment, 9, 1), headers=JSON
        )
        assert (late.status_code, late.json()["saved"]) == (403, False)
        page = browser.get(page_of(assignment)).content.decode()
    assert "Judging closed at 5pm on Friday 30 April 2027 (UK time)." in page
    assert "<form data-scorecard" not in page
    assert values(assignment) == [7, 7, 7]


def test_nothing_is_read_before_terms_and_declaration(signed_in) -> None:
    category = a_category()
    entry = a_submitted_entry(category, title="Warm homes")
    judge = a_judge(category)
    assignment = an_assignment(entry, judge)
    other = a_category(category.edition)
    later = WHILE_JUDGING + dt.timedelta(hours=1)
    a_new_judge(other, judge.person, at=later)
    browser = signed_in(judge.person)
    with frozen_at(later):
        for name in ("judge_entry", "judge_abstention"):
            assert browser.get(page_of(assignment, name)).status_code == 302
        file = reverse("judge_file", args=[assignment.pk, "photo"])
        assert browser.get(file).status_code == 404
        saved = browser.post(
            page_of(assignment, "judge_scorecard"), posted(assignment, 9, 0), headers=JSON
        )
        assert saved.status_code == 403
        assert "Warm homes" not in browser.get(reverse("judge_home")).content.decode()


def test_a_conflict_answers_as_if_there_were_no_such_entry(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    browser = signed_in(assignment.judge.person)
    Partner.objects.create(
        entry=assignment.entry,
        organisation=assignment.judge.employer,
        role=PartnerRole.JOINT,
        position=9,
    )
    nowhere = reverse("judge_entry", args=[new_identifier()])
    with frozen_at(WHILE_JUDGING):
        expected = browser.get(nowhere)
        hidden = browser.get(page_of(assignment))
        assert (hidden.status_code, expected.status_code) == (404, 404)
        assert len(hidden.content) == len(expected.content)
        saved = browser.post(page_of(assignment, "judge_scorecard"), posted(assignment, 9, 0))
        assert saved.status_code == 404
    recusal = Assignment.objects.get(pk=assignment.pk).recusal
    assert (recusal.recused_by, recusal.recused_at) == (None, WHILE_JUDGING)


def test_another_judges_assignment_is_nobodys(signed_in) -> None:
    category = a_category()
    entry = a_submitted_entry(category)
    judge, other = a_judge(category), a_judge(category)
    theirs = an_assignment(entry, other)
    browser = signed_in(judge.person)
    with frozen_at(WHILE_JUDGING):
        for name in ("judge_entry", "judge_abstention"):
            assert browser.get(page_of(theirs, name)).status_code == 404
        for name in ("judge_scorecard", "judge_scorecard_onward", "judge_abstention"):
            assert browser.post(page_of(theirs, name), posted(theirs, 5, 0)).status_code == 404
        for name in ("stack", "terms", "interests", "projects", "confirmation"):
            foreign = reverse(f"judge_{name}", args=[other.pk])
            assert browser.get(foreign).status_code == 404


def test_a_withdrawn_entry_disappears(signed_in) -> None:
    assignment = an_assignment(a_submitted_entry())
    assignment.entry.status = "withdrawn"
    assignment.entry.save(update_fields=["status"])
    with frozen_at(WHILE_JUDGING):
        answer = signed_in(assignment.judge.person).get(page_of(assignment))
    assert answer.status_code == 404


def test_the_photo_is_that_of_the_submission(signed_in, a_photo: bytes) -> None:
    entry = a_complete_entry()
    upload = SimpleUploadedFile("us.jpg", a_photo, "image/jpeg")
    attach_file(entry, "photo", upload, by=entry.started_by, at=WHILE_OPEN)
    a_submission(entry)
    assignment = an_assignment(entry)
    browser = signed_in(assignment.judge.person)
    with frozen_at(WHILE_JUDGING):
        assert (
            reverse("judge_file", args=[assignment.pk, "photo"])
            in browser.get(page_of(assignment)).content.decode()
        )
        photo = browser.get(reverse("judge_file", args=[assignment.pk, "photo"]))
        assert (photo.status_code, photo["Content-Type"]) == (200, "image/jpeg")
        for kind in ("evidence", "secrets"):
            missing = reverse("judge_file", args=[assignment.pk, kind])
            assert browser.get(missing).status_code == 404
        Partner.objects.create(
            entry=entry, organisation=assignment.judge.employer, role=PartnerRole.JOINT, position=9
        )
        gone = browser.get(reverse("judge_file", args=[assignment.pk, "photo"]))
        assert gone.status_code == 404


def test_a_confirmed_and_an_abstained_scorecard_are_read_only(signed_in) -> None:
    category = a_category()
    for _ in range(2):
        a_submitted_entry(category)
    judge = a_judge(category)
    round_ = allocated(category.edition)
    first, second = judge.assignments.all()
    abstain(first, by=judge.person, at=WHILE_JUDGING, reason="Too far from my field")
    a_scorecard(second, value=8)
    confirm_scorecards(judge, round_, by=judge.person, at=WHILE_JUDGING)
    browser = signed_in(judge.person)
    with frozen_at(AFTER_JUDGING):
        assert "Too far from my field" in browser.get(page_of(first)).content.decode()
        assert "24 of 30" in browser.get(page_of(second)).content.decode()


def test_the_signed_out_are_sent_to_sign_in_and_scripts_are_told(client) -> None:
    assignment = an_assignment(a_submitted_entry())
    answer = client.get(page_of(assignment))
    assert answer.status_code == 302
    assert answer.url.endswith(f"?next=%2Fjudging%2Fentries%2F{assignment.pk}%2F")
    told = client.post(page_of(assignment, "judge_scorecard"), {}, headers=JSON)
    assert told.status_code == 401
    assert json.loads(told.content)["saved"] is False
