"""What last year's joint winner had to show: this year's entry is begun from it."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.actions.measure import MeasureFacts, add_measure
from plaudit.entries.actions.testimonial import TestimonialFacts, add_testimonial
from plaudit.entries.models import Entry
from plaudit.people.models import Person
from plaudit.sites.demo.build.typeset import typeset

EARLIER = "Key safe, sound sleep"
NOTE = """= When the key did not fit
Twice in the first winter the responder stood at a door with the wrong key. This page says what happened, and
what we changed.
#pagebreak()
= What we changed
Every key is tried in its lock on the day it comes to us, and again each October.
"""


def add_earlier_evidence(entry: Entry, *, by: Person, at: dt.datetime) -> None:
    """Put a measure, a document of two pages and somebody's words on the entry."""
    facts = MeasureFacts(
        unit="",
        direction="down",
        baseline=Decimal(1150),
        baseline_period="2024",
        target=Decimal(600),
        target_period="the first year",
        result=Decimal(483),
        result_period="the first year",
        source="Ambulance control log",
        series=[],
        changed_on=None,
        change_note="",
    )
    add_measure(entry, "Ambulances sent to a pendant alarm at night", facts, by=by, at=at)
    file = io.BytesIO(typeset(NOTE))
    file.name = "when-the-key-did-not-fit.pdf"
    attach_file(entry, "evidence", file, title="When the key did not fit", by=by, at=at)
    said = TestimonialFacts(
        words="She knew where I keep the sugar. I was back in bed before the kettle had cooled.",
        name="Winifred Ashe",
        role="has a pendant alarm",
        organisation="",
        audience="public",
        consent_from="Winifred Ashe",
        consent_method="Signed form, kept by the night team",
        consented_on=at.date() - dt.timedelta(days=9),
    )
    add_testimonial(entry, "Winifred Ashe, has a pendant alarm", said, by=by, at=at)
