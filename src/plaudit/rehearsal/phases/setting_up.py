"""The organiser sets the programme up, imports its briefs and publishes."""

from __future__ import annotations

from importlib.resources import files

from plaudit.kit.clock import frozen_at
from plaudit.kit.verdict import Refused
from plaudit.people.actions.profile import name_person
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.programmes.actions.brief import store_brief
from plaudit.programmes.actions.category import publish_category
from plaudit.programmes.actions.edition import create_edition, publish_edition
from plaudit.programmes.actions.eligibility import Requirement, store_eligibility
from plaudit.programmes.actions.programme import create_programme
from plaudit.programmes.actions.sections import change_sections
from plaudit.programmes.actions.team import add_team_member
from plaudit.programmes.brief import read_brief
from plaudit.programmes.models import Category, TeamRole
from plaudit.programmes.queries import categories_of, category_form, criterion_names
from plaudit.programmes.sections import Section
from plaudit.rehearsal.stage import Stage

TITLE = "Setting up"
WORD_LIMIT = 300
JOINT = ("Neighbourhood Partnership Award", "Shared Services Award")
IN_PLACE = Requirement(
    "Was the work in place when entries opened?",
    "The work must have been in place when entries opened.",
)


def play(stage: Stage) -> dict[str, int]:
    at = stage.plan.set_up
    with frozen_at(at):
        stage.director = person_for_sign_in("director@organiser.example", at=at)
        name_person(stage.director, name="The awards director", job_title="Awards director", at=at)
        _create(stage)
        _import_briefs(stage)
        publish_edition(stage.edition, by=stage.director, at=at)
    stage.categories = list(categories_of(stage.edition))
    stage.forms = {category.pk: category_form(category) for category in stage.categories}
    prompts = sum(len(row.prompts.all()) for form in stage.forms.values() for row in form)
    return {
        "categories": len(stage.categories),
        "prompts": prompts,
        "desks": stage.edition.desks.count(),
    }


def _create(stage: Stage) -> None:
    plan, director = stage.plan, stage.director
    programme = create_programme(
        name="Rehearsal Awards",
        slug="rehearsal",
        organiser_name="Nobody at all",
        by=director,
        at=plan.set_up,
    )
    for role in (TeamRole.ENTRIES, TeamRole.MEDIA, TeamRole.JUDGING):
        member = person_for_sign_in(f"{role}@organiser.example", at=plan.set_up)
        name_person(member, name=f"The {role} desk", job_title="Desk", at=plan.set_up)
        add_team_member(programme, person=member, role=role, by=director, at=plan.set_up)
    stage.edition = create_edition(
        programme,
        name="Rehearsal Awards 2032",
        slug="2032",
        opens_at=plan.opens,
        closes_at=plan.closes,
        judging_opens_at=plan.judging_opens,
        judging_closes_at=plan.judging_closes,
        ceremony_at=plan.release,
        by=director,
        at=plan.set_up,
    )
    for position, role in enumerate((TeamRole.ENTRIES, TeamRole.MEDIA, TeamRole.JUDGING), start=1):
        stage.edition.desks.create(
            position=position,
            slug=str(role),
            purpose=str(role.label),
            role=role,
            contact_name=f"The {role} desk",
            email=f"{role}@organiser.example",
        )


def _import_briefs(stage: Stage) -> None:
    """Import every brief that the demo has, in the formats that organisers bring."""
    folder = files("plaudit.sites.demo") / "briefs"
    with_headings_first = sorted(
        folder.iterdir(), key=lambda path: ("shared" in path.name, path.name)
    )
    for path in with_headings_first:
        names = criterion_names(stage.edition)
        brief = read_brief(
            path.read_text(encoding="utf-8"), filename=path.name, criterion_names=names
        )
        stored = store_brief(stage.edition, brief, by=stage.director, at=stage.plan.set_up)
        _import_twice_is_refused(stage, path.read_text(encoding="utf-8"))
        for category in stored:
            _complete(stage, category)


def _import_twice_is_refused(stage: Stage, text: str) -> None:
    try:
        store_brief(stage.edition, read_brief(text), by=stage.director, at=stage.plan.set_up)
    except Refused:
        return
    raise AssertionError("The same brief was imported twice.")


def _complete(stage: Stage, category: Category) -> None:
    by, at = stage.director, stage.plan.set_up
    least = 2 if category.name in JOINT else 1
    store_eligibility(
        category, [IN_PLACE], lead_kinds=[], minimum_organisations=least, by=by, at=at
    )
    limited = [
        Section(
            name=row.name,
            prompts=tuple(prompt.text for prompt in row.prompts.all()),
            word_limit=WORD_LIMIT,
            keep=row.pk,
        )
        for row in category_form(category)
    ]
    change_sections(category, limited, by=by, at=at)
    publish_category(category, by=by, at=at)
