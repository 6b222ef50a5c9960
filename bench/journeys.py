"""What is measured, each as what every connection sends, one request after another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from bench.dataset import Dataset
from bench.load import Request
from bench.prose import WORDS
from bench.visitors import Visitor
from plaudit.entries.models import Answer
from plaudit.judging.models import Assignment
from plaudit.kit.identifiers import new_identifier
from plaudit.programmes.models import CategoryCriterion


@dataclass(frozen=True)
class Journey:
    """One row of the table. `requests(n)` is what connection `n` sends; it ends when the data is used up."""

    name: str
    requests: Callable[[int], Iterator[Request]]
    connections: int = 16
    expect: int = 200


def journeys_on(data: Dataset) -> list[Journey]:
    """Return the journeys, reads before writes."""
    edition = data.edition
    category = edition.categories.first()
    assert category is not None
    visitor, writer = Visitor(), Visitor(data.writer)
    judge, organiser = Visitor(data.judge.person), Visitor(data.organiser)
    place = {"programme": edition.programme.slug, "edition": edition.slug}
    public = reverse("public_category", kwargs={**place, "category": category.slug})
    of_edition = {"edition": edition.pk}
    lists = reverse("organiser_entries", kwargs=of_edition)
    export = reverse("organiser_entries_export", kwargs={**of_edition, "form": "csv"})
    scores = reverse("organiser_scores_export", kwargs={**of_edition, "form": "csv"})
    answers = list(
        Answer.objects.filter(entry__in=data.drafts).values_list(
            "entry_id", "criterion_id", "version"
        )
    )
    unread = data.assignments
    criteria: dict[UUID, list[UUID]] = {}
    for row in CategoryCriterion.objects.filter(category__edition=edition):
        criteria.setdefault(row.category_id, []).append(row.pk)
    reads = [
        Journey("category page", lambda _: itertools.repeat(visitor.get(public))),
        Journey("entry page", lambda n: same(writer, "entry_answer", answers[n * 7])),
        Journey("judge opens an entry", lambda n: opened(judge, unread[n])),
        Journey(
            "organiser's list of 1,000, with means",
            lambda _: itertools.repeat(organiser.get(lists)),
            1,
        ),
        Journey("export 1,000 entries, CSV", lambda _: itertools.repeat(organiser.get(export)), 1),
        Journey(
            "export 5,000 scorecards, CSV", lambda _: itertools.repeat(organiser.get(scores)), 1
        ),
    ]
    writes = [
        Journey("save", lambda n: saves(writer, answers[n * 11])),
        Journey(
            "judge saves a score",
            lambda n: marks(judge, unread[n], criteria[unread[n].entry.category_id]),
        ),
        Journey(
            "submit",
            lambda n: submits(writer, [str(e.pk) for e in data.drafts[n::16]]),
            expect=302,
        ),
    ]
    return reads + writes


def same(who: Visitor, route: str, answer: tuple[object, object, int]) -> Iterator[Request]:
    path = reverse(route, kwargs={"entry": answer[0], "criterion": answer[1]})
    return itertools.repeat(who.get(path))


def opened(judge: Visitor, assignment: Assignment) -> Iterator[Request]:
    path = reverse("judge_entry", kwargs={"assignment": assignment.pk})
    return itertools.repeat(judge.get(path))


def saves(who: Visitor, answer: tuple[object, object, int]) -> Iterator[Request]:
    """Save one answer again and again, a few words longer or shorter each time, naming the version."""
    entry, criterion, version = answer
    path = reverse("entry_answer_text", kwargs={"entry": entry, "criterion": criterion})
    text = " ".join(itertools.islice(itertools.cycle(WORDS), 399))
    for step in itertools.count():
        fields = {"text": f"{text} {step}", "version": version + step, "key": new_identifier()}
        yield who.post(path, fields, script=True)


def marks(judge: Visitor, assignment: Assignment, criteria: list[UUID]) -> Iterator[Request]:
    path = reverse("judge_scorecard", kwargs={"assignment": assignment.pk})
    names = [f"score-{criterion}" for criterion in criteria]
    for step in itertools.count():
        fields = {names[step % len(names)]: step % 11, "version": step, "key": new_identifier()}
        yield judge.post(path, fields, script=True)


def submits(who: Visitor, entries: list[str]) -> Iterator[Request]:
    """Submit each of these complete drafts, over and over: an entry may be submitted again until the deadline."""
    for entry in itertools.cycle(entries):
        path = reverse("entry_submissions", kwargs={"entry": entry})
        yield who.post(path, {"key": new_identifier()}, script=False)
