from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from plaudit.entries.models import Entry, Evidence, Measure
from plaudit.entries.parts import parts_of
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_submission, an_entry
from tests.factories.evidence import a_measure, a_series, a_testimonial, a_value, no_consent
from tests.sites.entrant.reading import actions_of, hidden, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
SERIES = "Month\tSeen\n" + "\n".join(f"{month:02}/2025\t4{month % 5}%" for month in range(1, 13))


def measure_form(**fields: str) -> dict[str, str]:
    return {"title": "Seen in a day", "direction": "up", "baseline": "41%", **fields}


def address(entry: Entry, *more: object) -> str:
    return f"/entries/{entry.pk}/evidence/" + "".join(str(each) for each in more)


def saved_at(entry: Entry) -> str:
    return f"{address(entry)}?said=evidence"


def test_a_measure_is_added_as_people_write_numbers(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, "measure/new")
    assert "No evidence yet" in words_of(browser.get(address(entry)))
    page = browser.get(new)
    form = measure_form(result="1,263%", source=" Log ", key=hidden(page, "key"))
    assert browser.post(new, form)["Location"] == saved_at(entry)
    measure = Measure.objects.get()
    assert (measure.unit, measure.baseline, measure.result) == ("%", 41, 1263)
    assert "E1 Seen in a day Up is better. Source: Log." in words_of(browser.get(address(entry)))
    assert browser.post(new, form)["Location"] == saved_at(entry)
    assert Measure.objects.count() == 1


MANY_WORDS = {
    "measure": measure_form(unit=" per  cent ", result="44", series=SERIES, changed_on="1/4/2025"),
    "value": {
        "title": "The  van",
        "months": "12",
        "assumptions": "Band 6.\r\nNo rent.",
        "line-0-kind": "staff",
        "line-0-description": "Nurses",
        "line-0-hours": "1,200",
        "line-0-rate": "£31.50",
        "line-2-kind": "cash",
        "line-2-description": "Fuel",
        "line-2-amount": "900",
    },
    "testimonial": {
        "words": " They came.\r\n\r\nTwice. ",
        "name": "Ama",
        "audience": "judges",
        "consent_from": "Ama",
        "consent_method": "E-mail",
        "consented_on": "1/1/2027",
    },
}


@pytest.mark.parametrize("kind", MANY_WORDS)
def test_a_form_sent_twice_leads_where_it_led_and_one_changed_since_is_for_the_piece_it_made(
    signed_in: SignedIn, kind: str
) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, kind, "/new")
    form = MANY_WORDS[kind] | {"key": hidden(browser.get(new), "key")}
    first = [browser.post(new, form)["Location"] for _ in range(2)]
    assert first == [saved_at(entry)] * 2
    (piece,) = Evidence.objects.all()
    changed = form | {"words": "Changed.", "title": "Changed"}
    page = browser.post(new, changed)
    assert page.status_code == 409
    assert "You added this already, as E1. What you typed since is below" in words_of(page)
    assert address(entry, piece.pk, "/") in actions_of(page)
    assert "Changed" in page.content.decode()
    saved = browser.post(
        address(entry, piece.pk, "/"), changed | {"version": hidden(page, "version")}
    )
    assert saved["Location"] == saved_at(entry)
    browser.post(address(entry, piece.pk, "/removal"))
    page = browser.post(new, form)
    assert "has been taken off since" in words_of(page)
    again = form | {"key": hidden(page, "key")}
    assert browser.post(new, again)["Location"] == saved_at(entry)
    assert [each.number for each in Evidence.objects.order_by("number")] == [1, 2]


def test_what_cannot_be_read_is_named_and_kept_in_its_box(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, "measure/new")
    pasted = "Jan 2025\t41%\nFeb\t42%\nMar 2025\tlots"
    page = browser.post(
        new, measure_form(baseline="3,5", series=pasted, changed_on="soon", direction="")
    )
    words = words_of(page)
    for sentence in (
        "Write “3,5” with a point: 3.5.",
        "Line 2: “Feb” could not be read as a date.",
        "Line 3: “lots” is not a number.",
        "“soon” could not be read as a date.",
        "Say which way is better.",
    ):
        assert sentence in words
    assert page.status_code == 422
    (box,) = page_of(page).xpath("//textarea[@name='series']")
    assert box.text.strip() == pasted
    assert not Evidence.objects.exists()


def test_units_that_differ_are_asked_about(signed_in: SignedIn) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).post(
        address(entry, "measure/new"), measure_form(result="£4")
    )
    assert "The figures are in % and £. Use one unit for all of them." in words_of(page)


def test_a_pasted_series_becomes_a_chart_with_its_words_and_its_table(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    browser.post(address(entry, "measure/new"), measure_form(series=SERIES))
    assert len(Measure.objects.get().series) == 12
    page = page_of(browser.get(address(entry)))
    (wide, narrow) = page.xpath("//figure[@id='e1-chart']/svg")
    for drawing in (wide, narrow):
        names = drawing.get("aria-labelledby").split()
        assert [each.get("id") for each in drawing.xpath("./title | ./desc")] == names
        assert drawing.get("role") == "img"
    assert len(page.xpath("//figure[@id='e1-chart']//tbody/tr")) == 12
    assert "12 points from Jan 2025 to Dec 2025." in " ".join(page.itertext())


def test_a_measure_is_changed_moved_and_removed(signed_in: SignedIn) -> None:
    entry = an_entry()
    a_measure(entry, "One")
    two = a_measure(entry, "Two", series=a_series(), changed_on=dt.date(2025, 1, 1))
    browser, one_piece = signed_in(entry.started_by), address(entry, two.pk, "/")
    page = page_of(browser.get(one_piece))
    (form,) = page.xpath("//main//form[@method='post']")
    fields = dict(form.form_values()) | {"title": "Changed"}
    assert (fields["baseline"], fields["changed_on"]) == ("41", "1/1/2025")
    assert browser.post(one_piece, fields).status_code == 302
    stale = browser.post(one_piece, fields | {"title": "Mine"})
    assert stale.status_code == 409
    assert "Somebody else changed this since you opened it." in words_of(stale)
    assert hidden(stale, "version") == "2"
    browser.post(address(entry, two.pk, "/place"))
    assert [part.title for part in parts_of(entry).evidence] == ["Changed", "One"]
    assert len(Measure.objects.get(evidence=two).series) == 24
    browser.post(address(entry, two.pk, "/removal"))
    assert [part.title for part in parts_of(entry).evidence] == ["One"]
    assert browser.get(one_piece).status_code == 404
    page = browser.get(address(entry))
    assert "Taken off: 1 piece" in words_of(page)
    assert address(entry, two.pk, "/return") in actions_of(page)
    for _ in range(2):
        back = browser.post(address(entry, two.pk, "/return"))
        assert back["Location"] == f"{address(entry)}?said=evidence-back"
    assert [part.title for part in parts_of(entry).evidence] == ["Changed", "One"]
    assert "Taken off" not in words_of(browser.get(address(entry)))


def test_a_testimonial_without_consent_is_kept_but_not_submitted(signed_in: SignedIn) -> None:
    entry = a_complete_entry()
    browser = signed_in(entry.started_by)
    form = {"words": "They came the same day.", "name": "Ama Mensah", "audience": "judges"}
    browser.post(address(entry, "testimonial/new"), form)
    fault = "Record the consent to the testimonial E1, “Ama Mensah”, or take it off."
    assert fault in words_of(browser.get(address(entry)))
    check = browser.get(f"/entries/{entry.pk}/check/")
    assert fault in words_of(check)
    assert not any("submissions" in each for each in actions_of(check))
    piece = Evidence.objects.get()
    consent = {"consent_from": "Ama", "consent_method": "E-mail", "consented_on": "1/1/2027"}
    half = browser.post(
        address(entry, piece.pk, "/"), form | {"consent_from": "Ama", "version": "1"}
    )
    assert "To record consent, say who gave it, how, and on which day." in words_of(half)
    browser.post(address(entry, piece.pk, "/"), form | consent | {"version": "1"})
    assert fault not in words_of(browser.get(f"/entries/{entry.pk}/check/"))


def test_figures_that_cannot_be_read_are_told_apart_by_their_names(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, "measure/new")
    page = browser.post(new, measure_form(baseline="many", target="many", result="x" * 90))
    said = page_of(page).xpath("//*[contains(@class, 'error-summary')]//li/a/text()")
    assert said == [
        "Before: “many” is not a number.",
        "Target: “many” is not a number.",
        f"After: “{'x' * 30}…” is not a number.",
    ]


def test_lines_of_any_number_are_met_calmly(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, "value/new")
    form = {"title": "Value", f"line-{'9' * 5000}-amount": "1", "line-²-amount": "1"}
    sent = browser.post(new, urlencode(form), "application/x-www-form-urlencoded")
    assert sent.status_code == 422


def test_costs_are_summed_with_staff_time_and_its_absence_is_noticed(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, new = signed_in(entry.started_by), address(entry, "value/new")
    form = {
        "title": "Value",
        "months": "12",
        "line-0-kind": "cost", "line-0-description": "Vans", "line-0-amount": "£7.5k",
        "line-1-kind": "cash", "line-1-description": "Shifts", "line-1-amount": "60,000",
        "line-2-kind": "", "line-2-description": "",
    }  # fmt: skip
    wrong = browser.post(new, form | {"line-1-amount": ""})
    assert "Give the amount, or for staff time the hours and the rate." in words_of(wrong)
    assert browser.post(new, form).status_code == 302
    words = words_of(browser.get(address(entry)))
    assert "No staff time is counted. Judges seldom believe" in words
    piece = Evidence.objects.get()
    staff = {
        "line-2-kind": "staff", "line-2-description": "Nurses",
        "line-2-hours": "1,000", "line-2-rate": "32.50", "version": "1",
    }  # fmt: skip
    assert browser.post(address(entry, piece.pk, "/"), form | staff).status_code == 302
    words = words_of(browser.get(address(entry)))
    assert "Staff time: 1,000 hours at £32.50 an hour £32,500" in words
    assert "Costs in all £40,000 Savings in all £60,000 Savings less costs £20,000" in words
    assert (
        "For each £1 spent, £1.50 was saved over the period of 12 months. All of the saving"
        in words
    )
    assert "covered after 8 months" in words
    assert "Judges seldom believe that a project took nobody’s time" not in words


def test_the_evidence_page_asks_the_same_of_the_database_however_much_there_is(
    signed_in: SignedIn, django_assert_num_queries: Any
) -> None:
    counts = []
    for pieces in (1, 3):
        entry = an_entry()
        browser = signed_in(entry.started_by)
        for _ in range(pieces):
            a_measure(entry, series=a_series())
            a_value(entry)
            a_testimonial(entry)
        browser.get(address(entry))
        with django_assert_num_queries(4):
            browser.get(address(entry))
        counts.append(len(parts_of(entry).evidence))
    assert counts == [3, 9]


def test_the_download_and_the_check_page_tell_all_of_the_evidence(signed_in: SignedIn) -> None:
    entry = a_complete_entry()
    a_measure(entry, series=a_series(), changed_on=dt.date(2025, 1, 1), change_note="Night team.")
    a_value(entry)
    a_testimonial(entry)
    browser = signed_in(entry.started_by)
    told = browser.get(f"/entries/{entry.pk}/text").content.decode()
    shown = words_of(browser.get(f"/entries/{entry.pk}/check/"))
    for words in (
        "+22.5 percentage points",
        "+55% of the baseline",
        "Target met",
        "The mean was 40.9% before the change on 1 January 2025 and 61.6% from then on, an improvement.",
        "They came the same day.",
        "Ama Mensah, carer, Fenmarsh Carers",
        "For each £1 spent, £2.00 was saved over the period of 12 months.",
    ):
        assert words in told
        assert words in shown
    assert "EVIDENCE\n\nE1. Seen within 24 hours\nBefore: 41% (2024)" in told


def test_a_submission_keeps_the_evidence_but_not_how_consent_was_given() -> None:
    entry = a_complete_entry()
    a_measure(entry, series=a_series())
    a_testimonial(entry, consent_from="qzconsent", consent_method="qzmethod")
    submission = a_submission(entry)
    submission.refresh_from_db()
    measure, said = submission.snapshot["evidence"]
    assert (measure["number"], measure["baseline"], len(measure["chart"]["points"])) == (
        1,
        "41",
        24,
    )
    assert said["name"] == "Ama Mensah"
    assert "qz" not in json.dumps(submission.snapshot)


def test_strangers_find_nothing(signed_in: SignedIn) -> None:
    own, other = an_entry(), an_entry()
    piece, browser = a_measure(other), signed_in(own.started_by)
    for entry in (own, other):
        for method in (browser.get, browser.post):
            assert method(address(entry, piece.pk, "/")).status_code == 404
        assert browser.post(address(entry, piece.pk, "/removal")).status_code == 404
        assert browser.post(address(entry, piece.pk, "/place")).status_code == 404
    assert browser.get(address(own, "rumour/new")).status_code == 404
    a_testimonial(other, **no_consent())
    assert len(parts_of(other).evidence) == 2


def test_who_was_signed_out_meanwhile_gets_their_words_back_and_a_way_to_sign_in(
    client: Client,
) -> None:
    page = client.post(address(an_entry(), "value/new"), {"line-1-description": "Night nurses"})
    assert page.status_code == 401
    words = words_of(page)
    assert "sign in from here, and you can send it with one click" in words
    assert "Line 2 description Night nurses" in words


def test_what_may_identify_a_patient_is_pointed_out_beside_its_piece(signed_in: SignedIn) -> None:
    entry = an_entry()
    a_value(entry, assumptions="As for hospital number K482913.")
    page = words_of(signed_in(entry.started_by).get(address(entry)))
    assert "E1 holds K••••13, which looks like a hospital or record number. Take it out." in page


def a_line(**fields: str) -> dict[str, str]:
    line = {"description": "Two nurses", "kind": "staff", **fields}
    return {"title": "Value", **{f"line-0-{name}": text for name, text in line.items()}}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            {"hours": "100", "rate": "30", "amount": "5000"},
            "The hours at that cost come to £3,000. Leave the amount empty, or put it right.",
        ),
        (
            {"kind": "cost", "hours": "100", "amount": "5000"},
            "Hours and their cost are for staff time: choose that kind, or empty them.",
        ),
    ],
)
def test_figures_that_say_two_things_are_asked_about_not_dropped(
    signed_in: SignedIn, line: dict[str, str], told: str
) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).post(address(entry, "value/new"), a_line(**line))
    assert page.status_code == 422
    assert told in words_of(page)
    assert not entry.evidence.exists()


def test_the_amount_of_staff_time_without_a_rate_stays_in_the_form(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    browser.post(address(entry, "value/new"), a_line(hours="100", amount="£3,000"))
    piece = entry.evidence.get()
    page = browser.get(address(entry, piece.pk, "/"))
    assert (hidden(page, "line-0-hours"), hidden(page, "line-0-amount")) == ("100", "3000")


def test_costs_that_the_period_does_not_cover_are_not_called_covered(signed_in: SignedIn) -> None:
    entry = an_entry()
    form = a_line(hours="100", rate="30") | {
        "months": "6",
        "line-1-kind": "cash",
        "line-1-description": "Fewer taxis",
        "line-1-amount": "1000",
    }
    browser = signed_in(entry.started_by)
    browser.post(address(entry, "value/new"), form)
    words = words_of(browser.get(address(entry)))
    assert "was saved over the period of 6 months." in words
    assert (
        "The costs are not covered within the period; at the same pace they would be after 18 months."
        in words
    )
    assert "Say which period the figures are for." in words
