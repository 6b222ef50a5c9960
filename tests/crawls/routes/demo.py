"""The rows of the demo, which shows everybody everything."""

from __future__ import annotations

from tests.crawls.roles import EVERYBODY, NEITHER, NOTHING_THERE, Route, everybody

DEMO = [
    Route("demo_home", EVERYBODY, NEITHER),
    Route("demo_session", NEITHER, everybody(409), lambda place: {"role": "director"}),
    Route("demo_clock", EVERYBODY, NEITHER),
    Route(
        "demo_clock_moment",
        NEITHER,
        everybody(NOTHING_THERE),
        lambda place: {"moment": "no-such-moment"},
    ),
    Route("demo_clock_instant", NEITHER, everybody(422)),
    Route("demo_clock_real", NEITHER, everybody(302)),
    Route("demo_judges", NEITHER, everybody(NOTHING_THERE)),
    Route("demo_mail", EVERYBODY, NEITHER),
]
