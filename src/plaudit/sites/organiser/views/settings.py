from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import EVERYBODY, Room, for_team
from plaudit.sites.organiser.rendering import page

PAGES = [
    (
        "Dates, texts and colour",
        "organiser_details",
        "What the public pages say, and when things open and close.",
        (),
    ),
    (
        "Entering",
        "organiser_entering",
        "Declarations, reminders and grace at closing.",
        (),
    ),
    (
        "More time",
        "organiser_extensions",
        "Let one entry, a category or all entries close later. Every extension is logged.",
        (TeamRole.ENTRIES,),
    ),
    (
        "Files",
        "organiser_files",
        "How many files an entry may hold, of which kinds, and how large.",
        (),
    ),
    ("Fees", "organiser_fees", "What entering costs, and codes that take something off.", ()),
    (
        "Payments",
        "organiser_payments",
        "How fees were settled, and what came in.",
        (TeamRole.ENTRIES,),
    ),
    (
        "Frequent questions",
        "organiser_questions",
        "Answered on the public FAQ page.",
        (TeamRole.ENTRIES, TeamRole.MEDIA),
    ),
    (
        "Register of organisations",
        "organiser_register",
        "Names, codes, duplicates and who leads an organisation’s awards.",
        (TeamRole.ENTRIES,),
    ),
    ("Enquiry desks", "organiser_desks", "Who is shown as a contact, and who answers.", ()),
    (
        "What scores mean",
        "organiser_anchors",
        "The sentence beside each score on the judges' scorecard.",
        (TeamRole.JUDGING,),
    ),
    ("Team", "organiser_team", "Who organises with you, and as what.", ()),
    ("Another edition", "organiser_next_edition", "Next year's run of the same programme.", ()),
]


@for_team(*EVERYBODY)
@require_GET
def settings(request: HttpRequest, room: Room) -> HttpResponse:
    """The pages on which an edition is set up."""
    links = [(text, route, hint) for text, route, hint, roles in PAGES if room.has(*roles)]
    return page(request, room, "settings", "organiser_settings", {"links": links})
