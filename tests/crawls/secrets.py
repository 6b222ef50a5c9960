"""Every secret of the world's first edition, and who may ever read it.

A secret is a word of `world.word`; a role that is not named here must never meet it. What the roles named
do meet is what makes the crawl able to fail.
"""

from __future__ import annotations

from types import SimpleNamespace

from tests.crawls.roles import DESKS, ENTRANTS

TEAM = ("director", *DESKS)
LEAD = "awards_lead"  # of the organisation that leads the entries: reads what it leads, and who writes it
ON_ENTRIES = ("director", "entries_desk", "judging_desk")
ON_JUDGING = ("director", "judging_desk")

ON_FEES = ("director", "entries_desk")

# about → the roles that may read it before the release of the awards
READERS: dict[str, tuple[str, ...]] = {
    # The people of an entry know each other, and the entries desk knows who settled a fee.
    "owner": (*ENTRANTS, LEAD, *ON_FEES),
    "reader": (*ENTRANTS, LEAD),
    "writer": (*ENTRANTS, LEAD),
    "invited": ENTRANTS,
    "rival": ("rival", *ON_FEES),
    # What is written but not submitted is theirs alone.
    "after": ENTRANTS,
    "draft": (*ENTRANTS, LEAD),
    "drafttitle": (*ENTRANTS, LEAD, *ON_ENTRIES),
    "rivaldraft": ("rival",),
    **dict.fromkeys(
        ("draftmeasure", "draftsource", "draftsaid", "draftname", "draftvalue"), (*ENTRANTS, LEAD)
    ),
    "draftconsent": ("owner", "writer"),
    "consent": (),
    "rivalmeasure": ("rival",),
    # What its people say to each other about it, what they declare, and how they pay.
    "talk": ENTRANTS,
    "rivaltalk": ("rival",),
    "draftdeclared": ENTRANTS,
    "owndeclared": (*ENTRANTS, *ON_ENTRIES),
    "rivaldeclared": ("rival", *ON_ENTRIES),
    "draftorder": (*ENTRANTS, *ON_FEES),
    "draftbilled": (*ENTRANTS, *ON_FEES),
    "ownorder": (*ENTRANTS, *ON_FEES),
    "ownbilled": (*ENTRANTS, *ON_FEES),
    "rivalorder": ("rival", *ON_FEES),
    "rivalbilled": ("rival", *ON_FEES),
    # Who has booked at the ceremony, and what guests eat and need: their lead, and who runs attendance.
    **dict.fromkeys(("tableorder", "tablebilled", "guest", "diet", "access"), (LEAD, *ON_FEES)),
    **dict.fromkeys(("rivaltable", "rivalguest", "rivaldiet", "rivalaccess"), ON_FEES),
    "storm": ON_FEES,  # why one entry may close later
    "code": ("director",),
    "rivaltitle": ("rival", *ON_ENTRIES),
    # What is submitted is read by the team and by judges without a conflict.
    "news": (
        *ENTRANTS,
        *ON_ENTRIES,
    ),  # no judge: what others judged before is none of their business
    "rivals": ("rival", *ON_ENTRIES, "judge", "conflicted"),
    # A judge is known to the team that runs the judging, and to no other judge or entrant.
    "judge": ("judge", *ON_JUDGING),
    "colleague": ON_JUDGING,
    "recused": ON_JUDGING,
    "conflicted": ("conflicted", *ON_JUDGING),
    "asked": ON_JUDGING,
    "judgelife": (),
    "owncomment": ("judge", *ON_JUDGING),
    "comment": ON_JUDGING,
    "reason": ON_JUDGING,
    "citation": ON_JUDGING,
    # The director knows the team; a desk meets the director's name under a reply.
    "director": ("director", "entries_desk"),
    "entriesdesk": ("director", "entries_desk"),
    "mediadesk": ("director", "media_desk"),
    "judgingdesk": ON_JUDGING,
    # An enquiry is read by its desk.
    "enquirerentries": ("director", "entries_desk"),
    "subjectentries": ("director", "entries_desk"),
    "questionentries": ("director", "entries_desk"),
    "reply": ("director", "entries_desk"),
    "enquirermedia": ("director", "media_desk"),
    "questionmedia": ("director", "media_desk"),
    "enquirerjudging": ON_JUDGING,
    "questionjudging": ON_JUDGING,
    "registered": ("director", "entries_desk"),
    # What is not published is the team's. The text a brief was pasted from is on no page.
    "edition": TEAM,
    "category": ON_ENTRIES,
    "introduction": ("director", "entries_desk"),
    "source": (),
}


def word(place: SimpleNamespace, about: str) -> str:
    """Return the word that stands for one secret of one edition."""
    return f"qz{about}{place.name}"
