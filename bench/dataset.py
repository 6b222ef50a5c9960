"""The edition that is measured: as many entries, drafts, judges and scores as the peers were measured with."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import dataclass
from functools import cache

from bench.prose import prose
from plaudit.entries.documents import change_to
from plaudit.entries.models import (
    Answer,
    AnswerUpdate,
    Contributor,
    ContributorLevel,
    Entry,
    EntryStatus,
    Partner,
    PartnerRole,
    Submission,
    UpdateSource,
)
from plaudit.entries.snapshot import digest_of, snapshot_of
from plaudit.judging.models import (
    Assignment,
    Confirmation,
    InterestDeclaration,
    Judge,
    Panel,
    PanelMember,
    Round,
    Score,
    Scorecard,
    TermsAcceptance,
)
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, OrganisationKind, Person
from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Criterion,
    Edition,
    Programme,
    Prompt,
    TeamMember,
    TeamRole,
)

CRITERIA = ("Ambition", "Outcome", "Spread", "Value", "Involvement")


@dataclass(frozen=True)
class Dataset:
    edition: Edition
    organiser: Person
    writer: Person
    drafts: list[Entry]
    assignments: list[Assignment]
    judge: Judge


def an_edition(categories: int) -> Edition:
    """Create a published edition, open for entries and for judging at once, so that both can be measured."""
    moment = now()
    programme = Programme.objects.create(slug="bench", name="Bench Awards", organiser_name="Bench")
    edition = Edition.objects.create(
        programme=programme,
        slug="one",
        name="Bench Awards One",
        opens_at=moment - dt.timedelta(days=30),
        closes_at=moment + dt.timedelta(days=30),
        judging_opens_at=moment - dt.timedelta(days=20),
        judging_closes_at=moment + dt.timedelta(days=40),
        published_at=moment,
    )
    names = [
        Criterion.objects.create(edition=edition, position=i, name=name)
        for i, name in enumerate(CRITERIA)
    ]
    for number in range(categories):
        category = Category.objects.create(
            edition=edition,
            slug=f"category-{number}",
            name=f"Partnership of the Year {number}",
            introduction="What the teams did together, and what came of it. " * 12,
            published_at=moment,
            position=number,
        )
        for position, name in enumerate(names):
            criterion = CategoryCriterion.objects.create(
                category=category, criterion=name, position=position, word_limit=400
            )
            for prompt in range(3):
                Prompt.objects.create(
                    criterion=criterion,
                    position=prompt,
                    text=f"What did you find, and how ({prompt})?",
                )
    return edition


def people_and_organisations(count: int) -> tuple[list[Person], list[Organisation]]:
    people = Person.objects.bulk_create(
        Person(email=f"person{n}@example.org", name=f"Person {n}") for n in range(count)
    )
    kinds = itertools.cycle(OrganisationKind)
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Organisation {n}", kind=next(kinds)) for n in range(count)
    )
    return people, organisations


def entries_of(
    edition: Edition,
    people: list[Person],
    organisations: list[Organisation],
    *,
    count: int,
    first: int,
    writer: Person | None,
    words: int,
    chance: random.Random,
) -> list[Entry]:
    """Create drafts with every answer written, each with a lead and one joint partner."""
    categories = list(edition.categories.prefetch_related("criteria"))
    entries = Entry.objects.bulk_create(
        Entry(
            edition=edition,
            category=categories[n % len(categories)],
            number=first + n,
            reference=f"BENCH-{first + n:04d}",
            title=f"Closer to home {first + n}",
            summary=prose(60, chance),
            started_by=writer or people[n % len(people)],
        )
        for n in range(count)
    )
    Contributor.objects.bulk_create(
        Contributor(entry=e, person=e.started_by, level=ContributorLevel.OWNER) for e in entries
    )
    Partner.objects.bulk_create(
        Partner(
            entry=entry,
            organisation=organisations[(entry.number + place) % len(organisations)],
            role=role,
            position=place,
        )
        for entry in entries
        for place, role in enumerate((PartnerRole.LEAD, PartnerRole.JOINT))
    )
    texts = [prose(words, chance) for _ in range(min(50, 5 * count))]
    answers = Answer.objects.bulk_create(
        [
            written(entry, criterion, chance.choice(texts), words)
            for entry in entries
            for criterion in entry.category.criteria.all()
        ],
        batch_size=500,
    )
    keep_updates(answers)
    return entries


def keep_updates(answers: list[Answer]) -> None:
    AnswerUpdate.objects.bulk_create(
        [
            AnswerUpdate(
                answer=answer,
                version=1,
                person_id=answer.saved_by_id,
                at=answer.saved_at,
                source=UpdateSource.POSTED,
                data=answer.document,
            )
            for answer in answers
        ],
        batch_size=500,
    )


def written(entry: Entry, criterion: CategoryCriterion, text: str, words: int) -> Answer:
    return Answer(
        entry=entry,
        criterion=criterion,
        text=text,
        words=words,
        document=document_saying(text),
        version=1,
        saved_at=now(),
        saved_by=entry.started_by,
    )


@cache
def document_saying(text: str) -> bytes:
    return change_to(b"", text, author="bench")


def submissions_for(entries: list[Entry]) -> None:
    moment = now()
    rows = []
    stored = Entry.objects.select_related("category__edition__programme")
    for entry in stored.filter(pk__in=[e.pk for e in entries]):
        snapshot = snapshot_of(entry)
        rows.append(
            Submission(
                entry=entry,
                number=1,
                reference=f"{entry.reference}/1",
                snapshot=snapshot,
                digest=digest_of(snapshot),
                key=new_identifier(),
                submitted_by_id=entry.started_by_id,
                submitted_at=moment,
            )
        )
    Submission.objects.bulk_create(rows, batch_size=200)
    Entry.objects.filter(pk__in=[e.pk for e in entries]).update(status=EntryStatus.SUBMITTED)


def judging_of(
    edition: Edition, entries: list[Entry], *, judges: int, readers: int, chance: random.Random
) -> list[Assignment]:
    """Create a round with every entry read, scored and confirmed by `readers` judges."""
    stage = Round.objects.create(
        edition=edition,
        name="Scoring",
        opens_at=edition.judging_opens_at,
        closes_at=edition.judging_closes_at,
    )
    categories = list(edition.categories.prefetch_related("criteria"))
    panels = {c.pk: Panel.objects.create(round=stage, category=c) for c in categories}
    members = []
    for number in range(judges):
        person = Person.objects.create(email=f"judge{number}@example.org", name=f"Judge {number}")
        employer = Organisation.objects.create(name=f"Employer {number}", kind="university")
        judge = Judge.objects.create(edition=edition, person=person, employer=employer)
        TermsAcceptance.objects.create(judge=judge, terms="")
        InterestDeclaration.objects.create(judge=judge)
        members.append(judge)
    PanelMember.objects.bulk_create(
        PanelMember(panel=panel, judge=judge) for panel in panels.values() for judge in members
    )
    assignments = Assignment.objects.bulk_create(
        Assignment(round=stage, entry=entry, judge=members[(entry.number + step) % judges])
        for entry in entries
        for step in range(readers)
    )
    cards = Scorecard.objects.bulk_create(Scorecard(assignment=a, version=1) for a in assignments)
    criteria = {c.pk: list(c.criteria.all()) for c in categories}
    Score.objects.bulk_create(
        (
            Score(
                scorecard=card,
                criterion=criterion,
                value=min(10, max(0, round(chance.gauss(6, 2)))),
                comment="Clear, and well evidenced.",
            )
            for card in cards
            for criterion in criteria[card.assignment.entry.category_id]
        ),
        batch_size=2000,
    )
    Confirmation.objects.bulk_create(Confirmation(scorecard=card) for card in cards)
    return assignments


def build(
    *, entries: int = 1000, drafts: int = 200, judges: int = 100, readers: int = 5, seed: int = 1
) -> Dataset:
    """Fill an empty database. The judge to measure has forty more entries that are not scored yet."""
    chance = random.Random(seed)
    edition = an_edition(categories=10)
    people, organisations = people_and_organisations(300)
    organiser = people[0]
    TeamMember.objects.create(programme=edition.programme, person=organiser, role=TeamRole.DIRECTOR)
    shared = {"people": people, "organisations": organisations, "words": 400, "chance": chance}
    submitted = entries_of(edition, count=entries, first=1, writer=None, **shared)
    submissions_for(submitted)
    assignments = judging_of(edition, submitted, judges=judges, readers=readers, chance=chance)
    judge = assignments[0].judge
    taken = {a.entry_id for a in assignments if a.judge_id == judge.pk}
    free = [entry for entry in submitted if entry.pk not in taken][:40]
    unread = Assignment.objects.bulk_create(
        Assignment(round=assignments[0].round, entry=entry, judge=judge) for entry in free
    )
    writer = people[1]
    own = entries_of(edition, count=drafts, first=entries + 1, writer=writer, **shared)
    return Dataset(edition, organiser, writer, own, unread, judge)
