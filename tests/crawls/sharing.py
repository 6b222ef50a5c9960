"""What of the draft is shared: comments, a partner's link, a link to join by, its organisation's awards lead."""

from __future__ import annotations

from types import SimpleNamespace

from plaudit.entries.actions.comment import add_comment
from plaudit.entries.actions.link import make_link
from plaudit.entries.actions.membership import ask_to_lead, grant_membership
from plaudit.entries.actions.partner_request import ask_partner
from plaudit.entries.models import Comment, Entry
from plaudit.kit.identifiers import new_identifier
from plaudit.people.actions.register_import import bring_file
from plaudit.people.models import Person
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, director_of


def shared(place: SimpleNamespace, owner: Person) -> None:
    director = director_of(place.edition)
    partner = place.draft.partners.select_related("organisation").last()
    partner.entry = place.draft
    place.partner_request = ask_partner(
        partner, name="Ada Vale", email=f"ada@{place.name}.example.org", by=owner, at=WHILE_OPEN
    )
    place.link = make_link(place.draft, level="read", days=90, by=owner, at=WHILE_OPEN)
    place.awards_lead, member = a_person(f"Lee of {place.name}"), a_person()
    for person, role in ((place.awards_lead, "awards_lead"), (member, "member")):
        place.membership = grant_membership(
            place.lead, email=person.email, role=role, by=director, at=WHILE_OPEN
        )
    place.asking = ask_to_lead(place.lead, by=a_person(), at=WHILE_OPEN)
    content = f"name,kind\nA body of {place.name},charity".encode()
    place.register_import = bring_file(content, "bodies.csv", by=director, at=WHILE_OPEN)


def said_about(entry: Entry, body: str) -> Comment:
    """A comment of the owner's about the first answer."""
    answer = entry.answers.order_by("criterion__position").first()
    answer.entry = entry
    return add_comment(answer, body=body, by=entry.started_by, at=WHILE_OPEN, key=new_identifier())
