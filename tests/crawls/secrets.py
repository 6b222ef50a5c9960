"""Every secret of the world's first edition, and who may ever read it.

A secret is a word of `world.word`; a role that is not named here must never meet it. What the roles named
do meet is what makes the crawl able to fail.
"""

from __future__ import annotations

from tests.crawls.routes import DESKS, ENTRANTS

TEAM = ("director", *DESKS)
ON_ENTRIES = ("director", "entries_desk", "judging_desk")
ON_JUDGING = ("director", "judging_desk")

# about → the roles that may read it before the release of the awards
READERS: dict[str, tuple[str, ...]] = {
    # The people of an entry know each other.
    "owner": ENTRANTS,
    "reader": ENTRANTS,
    "writer": ENTRANTS,
    "invited": ENTRANTS,
    "rival": ("rival",),
    # What is written but not submitted is theirs alone.
    "after": ENTRANTS,
    "draft": ENTRANTS,
    "drafttitle": (*ENTRANTS, *ON_ENTRIES),
    "rivaldraft": ("rival",),
    "rivaltitle": ("rival", *ON_ENTRIES),
    # What is submitted is read by the team and by judges without a conflict.
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
