"""Two more of everything that a page lists."""

from __future__ import annotations

from types import SimpleNamespace

from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.link import make_link
from plaudit.entries.actions.membership import ask_to_lead, grant_membership
from plaudit.entries.actions.partner import add_partner
from plaudit.entries.actions.partner_request import ask_partner
from plaudit.kit.identifiers import new_identifier
from plaudit.people.actions.register_import import bring_file
from plaudit.programmes.actions.fee import add_code
from plaudit.programmes.models import Edition, FrequentQuestion, TeamRole
from tests.crawls.asking import given, more_time
from tests.crawls.sharing import said_about
from tests.crawls.world import NOW, SECTIONS, World
from tests.factories.ceremony import a_booking, a_guest
from tests.factories.enquiries import a_desk, an_enquiry
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.evidence import a_measure, a_testimonial, a_value
from tests.factories.judging import a_judge, allocated, an_invitation
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import (
    WHILE_OPEN,
    a_category,
    a_team_member,
    an_edition,
    director_of,
)


def grow(world: World) -> None:
    """Have two more of everything."""
    own = world.own
    own.edition.readers_per_entry = 9
    own.edition.save()
    for number in range(2):
        _entries(world)
        _draft(own, number)
        _organisation(own, number)
        _edition(own, number)
    allocated(own.edition)


def _entries(world: World) -> None:
    own, owner = world.own, world.people["owner"]
    entry = a_complete_entry(own.category, owner=owner, lead=own.lead)
    given(entry)
    a_submission(entry)
    draft = an_entry(own.late, owner=owner)
    for there in (own.draft, own.submitted, entry, draft):
        a_contributor(there)
    a_submission(own.submitted)


def _draft(own: SimpleNamespace, number: int) -> None:
    draft, by, at = own.draft, own.draft.started_by, WHILE_OPEN
    said_about(draft, f"Remark {number}")
    answer = draft.answers.get(criterion=own.criterion)
    text = f"{answer.text} And {number} more."
    save_answer(draft, own.criterion, by=by, at=at, text=text, version=answer.version)
    a_measure(draft, f"Measure {number}")
    a_testimonial(draft)
    a_value(draft)
    make_link(draft, level="read", days=90, by=by, at=at)
    partner = add_partner(draft, an_organisation(), by=by, at=at)
    ask_partner(partner, name="Ivy", email=f"ivy{number}@{own.name}.example.org", by=by, at=at)


def _organisation(own: SimpleNamespace, number: int) -> None:
    director, at = director_of(own.edition), WHILE_OPEN
    email = a_person().email
    grant_membership(own.lead, email=email, role="member", by=director, at=at)
    ask_to_lead(own.lead, by=a_person(), at=at)
    content = f"name,kind\nBody {number},charity".encode()
    bring_file(content, f"bodies-{number}.csv", by=director, at=at)


def _edition(own: SimpleNamespace, number: int) -> None:
    edition, director = own.edition, director_of(own.edition)
    category = a_category(edition, sections=SECTIONS)
    an_edition(own.programme)
    FrequentQuestion.objects.create(edition=edition, position=9, question="?", answer="!")
    a_team_member(own.programme, a_person(), TeamRole.MEDIA)
    an_enquiry(own.desk)
    _registration(edition)
    a_booking(own.event)
    a_guest(own.booking, f"Guest {number}")
    a_desk(edition)
    an_invitation(category)
    a_judge(own.category)
    terms = {"percent": 5, "most_uses": None, "ends_at": None}
    add_code(edition, code=f"SAVE{number}", by=director, at=WHILE_OPEN, **terms)
    more_time(own.unpaid, "Storm", hours=number + 2)


def _registration(edition: Edition) -> None:
    told = {"name": "Ines", "email": "ines@example.org", "organisation": "", "note": ""}
    key, kind = new_identifier(), RegistrationKind.ATTEND
    register_interest(edition, kind=kind, at=NOW, key=key, **told)
