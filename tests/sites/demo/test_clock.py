from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from plaudit.kit.clock import frozen_at, now, real_now, shifted_by
from plaudit.programmes.models import Edition
from plaudit.sites.demo.cast import PROGRAMME_SLUG
from plaudit.sites.demo.clock import current_shift, move_clock_to, return_to_real_time
from plaudit.sites.demo.pages.clock import moments_of
from tests.factories.programmes import a_programme, an_edition

NEARLY = dt.timedelta(seconds=20)
MOMENT = dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC)


def test_the_clock_of_the_process_follows_the_file() -> None:
    move_clock_to(MOMENT)
    assert abs(now() - MOMENT) < NEARLY
    return_to_real_time()
    assert abs(now() - real_now()) < NEARLY


def test_a_frozen_or_shifted_block_comes_before_the_file() -> None:
    move_clock_to(MOMENT)
    with frozen_at(dt.datetime(2029, 1, 1, tzinfo=dt.UTC)):
        assert now() == dt.datetime(2029, 1, 1, tzinfo=dt.UTC)
    with shifted_by(dt.timedelta()):
        assert abs(now() - real_now()) < NEARLY


@pytest.mark.parametrize("content", ["", "soon", "1e400", "nan"])
def test_a_spoilt_file_is_real_time(content: str, tmp_path: Path) -> None:
    (tmp_path / "demo-clock").write_text(content)
    assert current_shift() == dt.timedelta()


def test_it_does_not_move_by_centuries() -> None:
    with pytest.raises(ValueError, match="twenty years"):
        move_clock_to(MOMENT + dt.timedelta(days=365 * 100))


@pytest.fixture
def edition(db: None) -> Edition:
    return an_edition(programme=a_programme(slug=PROGRAMME_SLUG))


@pytest.mark.django_db
def test_the_page_shows_the_moments_in_order(client: Client, edition: Edition) -> None:
    response = client.get("/demo/clock/")
    assert response.status_code == 200
    instants = [moment.instant for moment in moments_of(edition)]
    assert instants == sorted(instants)
    body = response.content.decode()
    assert [body.index(moment.name) for moment in moments_of(edition)] == sorted(
        body.index(moment.name) for moment in moments_of(edition)
    )


@pytest.mark.django_db
def test_moving_to_a_moment_moves_every_page(client: Client, edition: Edition) -> None:
    response = client.post("/demo/clock/moments/closed/")
    assert response.status_code == 302
    assert response["Clear-Site-Data"] == '"cache"'
    assert abs(now() - (edition.closes_at + dt.timedelta(hours=1))) < NEARLY
    assert "(moved)" in client.get("/demo/").content.decode()
    client.post("/demo/clock/real-time/")
    assert "(moved)" not in client.get("/demo/").content.decode()


@pytest.mark.django_db
def test_moving_wakes_the_worker(client: Client, edition: Edition) -> None:
    client.post("/demo/clock/moments/closed/")
    waiting = set(ProcrastinateJob.objects.values_list("task_name", flat=True))
    assert waiting == {
        "entries.submit_at_closing", "entries.remind", "results.queue_mail", "messages.deliver"
    }  # fmt: skip


@pytest.mark.django_db
def test_moving_twice_at_once_queues_each_job_once(client: Client, edition: Edition) -> None:
    for moment in ("last-hour", "closed"):
        assert client.post(f"/demo/clock/moments/{moment}/").status_code == 302
    names = list(ProcrastinateJob.objects.values_list("task_name", flat=True))
    assert names.count("entries.remind") == 1


@pytest.mark.django_db
def test_moving_to_a_date_reads_it_in_uk_time(client: Client) -> None:
    client.post("/demo/clock/instant/", {"date": "2027-07-01", "time": "17:30"})
    assert abs(now() - dt.datetime(2027, 7, 1, 16, 30, tzinfo=dt.UTC)) < NEARLY


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("date", "time"), [("", ""), ("1066-10-14", "09:00"), ("9999-12-31", "23:59"), ("x", "y")]
)
def test_a_date_that_is_none_is_said_so(client: Client, date: str, time: str) -> None:
    response = client.post("/demo/clock/instant/", {"date": date, "time": time})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert current_shift() == dt.timedelta()


@pytest.mark.django_db
def test_an_unknown_moment_is_not_found(client: Client) -> None:
    assert client.post("/demo/clock/moments/doomsday/").status_code == 404
