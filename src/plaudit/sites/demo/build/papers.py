"""Two invented documents for an entry of the demo, set here, and the sentences that cite them."""

from __future__ import annotations

import datetime as dt
import io

from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.models import Entry
from plaudit.people.models import Person
from plaudit.sites.demo.build.typeset import typeset

WHOLE = "One front door for Harbour Ward"
REPORT = """= One front door: what a year showed
#v(1em)
An evaluation by the Saltmarsh Institute for Harbour Ward, with figures to the end of March.

== What was asked
Whether people who call one number are helped sooner than those who had to find the right service themselves.
#pagebreak()
= Callers helped within two days
#table(columns: (1fr, auto, auto), [*Quarter*], [*Calls*], [*Helped*],
  [Before], [3,120], [38 %], [First], [3,415], [69 %], [Second], [3,560], [88 %], [Third], [3,602], [91 %])
#v(1em)
The count is of all calls. A call is helped when the caller says so, two working days later.
#pagebreak()
= What did not change
The wait for a major adaptation stayed at 23 weeks: the front door cannot build ramps.
#pagebreak()
= How it was counted
Forty calls were heard again by two people who did not know the answer; they agreed in 37.
"""
LETTER = """#v(3cm)
Dear judges,

Before the front door, our members kept a list of eleven telephone numbers on the fridge. Now they keep one.

Twice this year we asked for a change, and twice it was made: the line is
answered until eight in the evening, and in Portuguese.

#v(1em)
For the Harbour Ward Tenants’ Forum
"""


def attach_papers(entry: Entry, title: str, *, by: Person, at: dt.datetime) -> None:
    """Attach an evaluation of four pages and a letter to the entry that has them."""
    if title == WHOLE:
        for name, words, source in (
            ("front-door-evaluation.pdf", "Evaluation after a year", REPORT),
            ("tenants-forum.pdf", "Letter from the tenants’ forum", LETTER),
        ):
            file = io.BytesIO(typeset(source))
            file.name = name
            attach_file(entry, "evidence", file, title=words, by=by, at=at)
