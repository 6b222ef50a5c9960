"""The people of the demo that one can sign in as. All of them are invented."""

from __future__ import annotations

from dataclasses import dataclass

PROGRAMME_SLUG = "common-ground"
PROGRAMME_NAME = "Common Ground Awards"
ORGANISER_NAME = "Larkfield Review (invented)"


@dataclass(frozen=True)
class Role:
    """Somebody to be for a while. `email` is empty for the visitor, who has no account."""

    slug: str
    called: str
    title: str
    name: str
    email: str
    job_title: str
    to_try: str
    landing: str


DIRECTOR = Role(
    slug="director",
    called="the awards director",
    title="Awards director",
    name="Marguerite Oyelaran-Finch",
    email="director@larkfield.example",
    job_title="Awards director",
    to_try="Run the whole programme: paste a brief, follow the entries, allocate them to judges, "
    "record decisions and set the instant of the announcement.",
    landing="organiser_home",
)
ENTRIES_DESK = Role(
    slug="entries-desk",
    called="the entries desk",
    title="Entries desk",
    name="Tobias Wrenfield",
    email="entries@larkfield.example",
    job_title="Entries manager",
    to_try="See which entries are still unfinished a week before the deadline, and answer a question "
    "that an entrant has sent to your desk.",
    landing="organiser_home",
)
JUDGING_DESK = Role(
    slug="judging-desk",
    called="the judging desk",
    title="Judging desk",
    name="Ishbel Quarrington",
    email="judging@larkfield.example",
    job_title="Judging and events manager",
    to_try="Invite a judge, see who has declared which interest, and compare last year's scores.",
    landing="organiser_home",
)
ENTRANT = Role(
    slug="entrant",
    called="the lead entrant",
    title="Entrant, lead organisation",
    name="Delphine Arkwright-Sesay",
    email="delphine@wrenlow.example",
    job_title="Partnerships lead",
    to_try="Finish a half-written entry and submit it, then move today past the deadline and try to "
    "change it. Last year's entry has its feedback.",
    landing="entry_list",
)
PARTNER = Role(
    slug="partner",
    called="the partner’s entrant",
    title="Entrant, partner organisation",
    name="Caspian Okoro-Hale",
    email="caspian@brackmere.example",
    job_title="Community development manager",
    to_try="Write in the same entry as the lead organisation, in a second browser, and see that "
    "neither of you overwrites the other.",
    landing="entry_list",
)
AWARDS_LEAD = Role(
    slug="awards-lead",
    called="the awards lead",
    title="Awards lead of an organisation",
    name="Honor Lindqvist-Bray",
    email="honor@wrenlow.example",
    job_title="Head of communications",
    to_try="See every entry that carries your council’s name, say what it approves of, name its guests at the "
    "ceremony, and book a table for the other organisation that you lead.",
    landing="workspaces",
)
JUDGE_WITH_CONFLICT = Role(
    slug="judge-with-conflict",
    called="the judge with a conflict",
    title="Judge whose employer is a partner",
    name="Rosalind Eversham-Tagoe",
    email="rosalind@ostley.example",
    job_title="Director of transformation",
    to_try="Your employer stands on one of the entries. Look for it: you should never find it, in "
    "last year's list or, once judging opens, in this year's.",
    landing="judge_home",
)
JUDGE = Role(
    slug="judge",
    called="the judge without a conflict",
    title="Judge without a conflict",
    name="Leopold Nakamura-Birch",
    email="leopold@judges.example",
    job_title="Retired chief nurse",
    to_try="Move today to judging, have the judging desk allocate the entries, then read and score them.",
    landing="judge_home",
)
VISITOR = Role(
    slug="visitor",
    called="a visitor",
    title="Visitor",
    name="",
    email="",
    job_title="",
    to_try="Read the categories, meet last year's winners and write to one of the three desks. No account needed.",
    landing="public_index",
)

ROLES = (
    DIRECTOR,
    ENTRIES_DESK,
    JUDGING_DESK,
    ENTRANT,
    PARTNER,
    AWARDS_LEAD,
    JUDGE_WITH_CONFLICT,
    JUDGE,
    VISITOR,
)


def role_called(slug: str) -> Role | None:
    return next((role for role in ROLES if role.slug == slug), None)


def role_of(email: str) -> Role | None:
    return next((role for role in ROLES if role.email and role.email == email), None)
