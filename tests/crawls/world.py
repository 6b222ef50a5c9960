"""Two programmes in the middle of judging, with somebody in every role.

Edition "alpha" is everybody's own; edition "beta" is foreign to all but its own people. Every text that
somebody must not see holds a word of its own beginning with "qz" (`tests.crawls.secrets`).
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from PIL import Image
from pypdf import PdfWriter

from plaudit.enquiries.actions.enquiry import reply_from_desk
from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.actions.contributor import invite_contributor
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.upload import begin_upload
from plaudit.entries.models import AttachmentKind, ContributorLevel, Entry
from plaudit.judging.actions.recusal import recuse
from plaudit.judging.actions.scorecard import confirm_scorecards
from plaudit.judging.models import Assignment, Judge
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Person
from plaudit.programmes.models import Category, CategoryGroup, Edition, FrequentQuestion, TeamRole
from plaudit.results.models import Outcome
from tests.crawls.asking import asked_for, given_in_secret, more_time
from tests.crawls.booked import booked, booked_by_another
from tests.crawls.secrets import word
from tests.crawls.sharing import said_about, shared
from tests.factories.enquiries import a_desk, an_enquiry
from tests.factories.entries import a_complete_entry, a_contributor, a_submission
from tests.factories.evidence import a_measure, a_series, a_testimonial, a_value
from tests.factories.judging import a_judge, a_scorecard, allocated, an_invitation
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import (
    JUDGING_CLOSES,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    a_programme,
    a_team_member,
    an_edition,
    an_eligibility_question,
    director_of,
)
from tests.factories.results import a_decision, an_announcement

NOW = WHILE_JUDGING
SECTIONS = {"Ambition": ["What was the need?"], "Outcome": ["What changed?"]}
LATER = dt.timedelta(hours=1)


@dataclass
class World:
    """`people` by role. `own` and `foreign` hold what a route's address may name, and `neighbour` what lies
    in one's own edition but is somebody else's."""

    people: dict[str, Person | None] = field(default_factory=dict)
    own: SimpleNamespace = field(default_factory=SimpleNamespace)
    foreign: SimpleNamespace = field(default_factory=SimpleNamespace)
    neighbour: SimpleNamespace = field(default_factory=SimpleNamespace)


def a_world(*, is_decided: bool = True) -> World:
    """Build it, as it stands at `NOW`. Takes about a second."""
    world = World()
    with frozen_at(NOW):
        _fill(world.own, world.people, "alpha")
        strangers: dict[str, Person | None] = {}
        _fill(world.foreign, strangers, "beta")
        world.people |= {
            "anonymous": None,
            "stranger": a_person("Stan Stranger"),
            "awards_lead": world.own.awards_lead,
            "other_judge": strangers["judge"],
            "other_director": strangers["director"],
        }
        world.neighbour = _neighbour(world.own)
        for place in (world.own, world.foreign) if is_decided else ():
            scored(place)
            decided(place)
    return world


def _neighbour(place: SimpleNamespace) -> SimpleNamespace:
    draft = place.rival_draft
    return SimpleNamespace(
        **vars(place)
        | {
            "draft": draft,
            "unpaid": draft,
            "criterion": draft.category.criteria.first(),
            "partner": draft.partners.last(),
            "attachment": draft.attachments.get(kind=AttachmentKind.PHOTO),
            "document": draft.attachments.get(kind=AttachmentKind.EVIDENCE),
            "contributor": draft.contributors.get(),
            "comment": said_about(draft, word(place, "rivaltalk")),
            "measure": a_measure(draft, word(place, "rivalmeasure")),
            "submission": place.other_submitted.submissions.get(),
            "judge": place.second_judge,
            "booking": place.rival_booking,
            "movement": place.rival_booking.movements.get(),
            "guest": place.rival_guest,
            "assignment": place.others_assignment,
        }
    )


def scored(place: SimpleNamespace, values: tuple[int, int] = (8, 6)) -> None:
    """Have the second judge of the edition score its two submitted entries, and confirm."""
    for entry, value in zip((place.submitted, place.other_submitted), values, strict=True):
        given = Assignment.objects.get(entry=entry, judge=place.second_judge)
        a_scorecard(given, value=value, comment=f"{word(place, 'comment')} on {entry.reference}")
    confirm_scorecards(
        place.second_judge, place.round, by=place.second_judge.person, at=WHILE_JUDGING
    )


def decided(place: SimpleNamespace, winner: str = "submitted") -> None:
    """Record a winner and a finalist, and set the instant of the announcement."""
    for name in ("submitted", "other_submitted"):
        is_winner = name == winner
        citation = f"{word(place, 'citation')} of {name}" if is_winner else ""
        outcome = Outcome.WINNER if is_winner else Outcome.FINALIST
        a_decision(getattr(place, name), outcome, citation=citation, at=WHILE_JUDGING)
    an_announcement(place.edition, at=WHILE_JUDGING)


def _fill(place: SimpleNamespace, people: dict[str, Person | None], name: str) -> None:
    place.name = name
    _programme(place, people)
    _entries(place, people)
    _enquiries(place)
    _judging(place, people)


def _person(place: SimpleNamespace, about: str, **fields: Any) -> Person:
    return a_person(word(place, about), job_title=word(place, f"{about}job"), **fields)


def _programme(place: SimpleNamespace, people: dict[str, Person | None]) -> None:
    director = _person(place, "director")
    programme = a_programme(director=director, slug=place.name, name=f"{place.name} awards")
    place.programme = programme
    place.edition = an_edition(
        programme,
        slug="2027",
        name=f"{place.name} 2027",
        readers_per_entry=4,
        how_it_works="Read, write, wait.",
    )
    place.hidden_edition = an_edition(
        programme, slug="2028", name=word(place, "edition"), published_at=None
    )
    people["director"] = director
    for role in (TeamRole.ENTRIES, TeamRole.MEDIA, TeamRole.JUDGING):
        member = people[f"{role}_desk"] = _person(place, f"{role}desk")
        place.member = a_team_member(programme, member, role)
    _categories(place, place.edition)
    asked_for(place)


def _categories(place: SimpleNamespace, edition: Edition) -> None:
    group = CategoryGroup.objects.create(edition=edition, position=1, name="Streets")
    FrequentQuestion.objects.create(edition=edition, position=1, question="Who?", answer="You.")
    made = {"edition": edition, "sections": SECTIONS, "group": group}
    source = word(place, "source")
    place.category = a_category(
        **made, name=f"Hearths of {place.name}", slug=f"{place.name}-hearths", source_text=source
    )
    place.late = a_category(
        **made, name=f"Lamps of {place.name}", slug=f"{place.name}-lamps", closes_at=JUDGING_CLOSES
    )
    place.hidden = a_category(
        **made,
        name=word(place, "category"),
        slug=f"{place.name}-hidden",
        introduction=word(place, "introduction"),
        published_at=None,
    )
    for category in (place.category, place.late):
        an_eligibility_question(category)


def _entries(place: SimpleNamespace, people: dict[str, Person | None]) -> None:
    owner, reader, writer, rival = (
        _person(place, about) for about in ("owner", "reader", "writer", "rival")
    )
    people |= {"owner": owner, "reader": reader, "writer": writer, "rival": rival}
    place.lead = an_organisation(f"Lantern Trust of {place.name}")
    place.other_submitted = _entry(
        place, place.category, rival, title="Kind street", texts={"Ambition": word(place, "rivals")}
    )
    given_in_secret(place, place.other_submitted, "rival")
    a_submission(place.other_submitted)
    place.submitted = _entry(
        place,
        place.category,
        owner,
        lead=place.lead,
        title="Warm street",
        carried_from=place.other_submitted,
        what_is_new=word(place, "news"),
    )
    for person, level in ((reader, ContributorLevel.READ), (writer, ContributorLevel.WRITE)):
        a_contributor(place.submitted, person, level)
    a_measure(place.submitted, series=a_series(), changed_on=dt.date(2025, 1, 1))
    a_testimonial(place.submitted, consent_from=word(place, "consent"))
    a_value(place.submitted)
    place.settlement = given_in_secret(place, place.submitted, "own")
    a_submission(place.submitted)
    place.submission = place.submitted.submissions.get()
    _change_after_submission(place)
    place.carried = place.submitted
    secret = {name: f"{word(place, 'draft')} {name}" for name in SECTIONS}
    title = word(place, "drafttitle")
    place.draft = _entry(place, place.late, owner, lead=place.lead, title=title, texts=secret)
    place.unpaid = a_complete_entry(place.late, owner=owner, lead=place.lead, title="Grey street")
    for person, level in ((reader, ContributorLevel.READ), (writer, ContributorLevel.WRITE)):
        a_contributor(place.draft, person, level)
        a_contributor(place.unpaid, person, level)
    _of_draft(place, owner)
    booked(place, place.awards_lead)
    booked_by_another(place)
    texts = {"Ambition": word(place, "rivaldraft")}
    place.rival_draft = _entry(
        place, place.category, rival, title=word(place, "rivaltitle"), texts=texts
    )


def _entry(place: SimpleNamespace, category: Category, owner: Person, **fields: Any) -> Entry:
    entry = a_complete_entry(category, owner=owner, partners=(an_organisation(),), **fields)
    prefix = "draft" if category == place.late else "file"
    for kind, file, ending in (
        (AttachmentKind.PHOTO, a_photo(), "jpg"),
        (AttachmentKind.EVIDENCE, a_document(), "pdf"),
    ):
        file.name = f"{prefix}-{kind}.{ending}"
        attach_file(entry, kind, file, by=owner, at=WHILE_OPEN)
    return entry


def _change_after_submission(place: SimpleNamespace) -> None:
    entry, by, at = place.submitted, place.submitted.started_by, WHILE_OPEN + LATER
    criterion = place.category.criteria.first()
    answer = entry.answers.get(criterion=criterion)
    after = word(place, "after")
    save_answer(entry, criterion, by=by, at=at, text=after, version=answer.version)
    entry.refresh_from_db()
    summary = f"{after} summary"
    change_details(
        entry, by=by, at=at, title="Warm street", summary=summary, version=entry.details_version
    )
    photo = a_photo()
    photo.name = f"{after}.jpg"
    place.later_photo = attach_file(entry, AttachmentKind.PHOTO, photo, by=by, at=at)


def _of_draft(place: SimpleNamespace, owner: Person) -> None:
    draft = place.draft
    place.criterion = place.late.criteria.first()
    place.partner = draft.partners.last()
    place.attachment = draft.attachments.get(kind=AttachmentKind.PHOTO)
    place.document = draft.attachments.get(kind=AttachmentKind.EVIDENCE)
    place.upload = begin_upload(
        draft,
        AttachmentKind.EVIDENCE,
        name="draft-under-way.pdf",
        size=1000,
        key=new_identifier(),
        by=owner,
        at=WHILE_OPEN,
    )
    place.contributor = draft.contributors.get(level=ContributorLevel.READ)
    email = f"{word(place, 'invited')}@example.org"
    place.invitation = invite_contributor(
        draft, email=email, level="write", by=owner, at=WHILE_OPEN
    )
    given_in_secret(place, draft, "draft")
    more_time(place.unpaid, word(place, "storm"))
    place.comment = said_about(draft, word(place, "talk"))
    shared(place, owner)
    place.measure = a_measure(draft, word(place, "draftmeasure"), source=word(place, "draftsource"))
    a_testimonial(
        draft,
        words=word(place, "draftsaid"),
        name=word(place, "draftname"),
        consent_from=word(place, "draftconsent"),
    )
    a_value(draft, assumptions=word(place, "draftvalue"))
    place.evidence = place.submitted.attachments.get(kind=AttachmentKind.EVIDENCE)


def _enquiries(place: SimpleNamespace) -> None:
    for role in ("entries", "media", "judging"):
        desk = a_desk(place.edition, slug=f"{place.name}-{role}", role=TeamRole(role))
        name = word(place, f"enquirer{role}")
        enquiry = an_enquiry(
            desk,
            name=name,
            email=f"{name}@example.org",
            subject=word(place, f"subject{role}"),
            body=word(place, f"question{role}"),
        )
        if role == "entries":
            place.desk, place.enquiry = desk, enquiry
            director, body = director_of(place.edition), word(place, "reply")
            reply_from_desk(enquiry, body=body, by=director, at=WHILE_OPEN, key=new_identifier())
    registered = word(place, "registered")
    for kind in RegistrationKind:
        register_interest(
            place.edition,
            kind=kind,
            name=registered,
            email=f"{registered}@example.org",
            organisation=f"{registered} house",
            note=f"{registered} note",
            at=WHILE_OPEN,
            key=new_identifier(),
        )


def _judging(place: SimpleNamespace, people: dict[str, Person | None]) -> None:
    place.judge = _judge(place, "judge")
    place.second_judge = _judge(place, "colleague")
    place.third_judge = _judge(place, "recused")
    place.conflicted = _judge(place, "conflicted", employer=place.lead)
    for about in ("judge", "conflicted"):
        people[about] = getattr(place, about).person
    place.round = allocated(place.edition)
    place.assignment = Assignment.objects.get(entry=place.submitted, judge=place.judge)
    a_scorecard(place.assignment, value=7, comment=word(place, "owncomment"))
    place.others_assignment = Assignment.objects.get(
        entry=place.submitted, judge=place.second_judge
    )
    place.recusable = Assignment.objects.get(entry=place.other_submitted, judge=place.third_judge)
    recused = Assignment.objects.get(entry=place.submitted, judge=place.third_judge)
    by, reason = director_of(place.edition), word(place, "reason")
    recuse(recused, by=by, at=WHILE_JUDGING, reason=reason)
    place.judge_invitation = an_invitation(place.category, _person(place, "asked"))


def _judge(place: SimpleNamespace, about: str, **fields: Any) -> Judge:
    person = _person(place, about)
    employer = fields.get("employer") or an_organisation(f"Works of {place.name} {about}")
    judge = a_judge(place.category, person, employer=employer)
    judge.biography = word(place, f"{about}life")
    judge.save(update_fields=["biography"])
    return judge


def a_photo() -> io.BytesIO:
    written = io.BytesIO()
    Image.new("RGB", (8, 4)).save(written, "JPEG")
    written.seek(0)
    return written


def a_document() -> io.BytesIO:
    writer, written = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(written)
    written.seek(0)
    return written
