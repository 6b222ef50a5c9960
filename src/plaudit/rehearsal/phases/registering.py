"""Entrants make their accounts and fill the register of organisations."""

from __future__ import annotations

from plaudit.kit.clock import frozen_at
from plaudit.people.actions.organisation import register_organisation
from plaudit.people.actions.profile import name_person
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.people.models import Person
from plaudit.rehearsal.invented import organisation, person_name
from plaudit.rehearsal.stage import Stage

TITLE = "Registering"


def play(stage: Stage) -> dict[str, int]:
    with frozen_at(stage.plan.opens):
        stage.entrants = [_register(stage, number) for number in range(stage.plan.people)]
        stage.organisations = [
            register_organisation(name=name, kind=kind, by=stage.director, at=stage.plan.opens)
            for name, kind in map(organisation, range(stage.plan.organisations))
        ]
        again = sum(
            _is_found_again(stage, number) for number in range(0, stage.plan.organisations, 7)
        )
    return {
        "people": len(stage.entrants),
        "organisations": len(stage.organisations),
        "named again": again,
    }


def _register(stage: Stage, number: int) -> Person:
    address = f"entrant{number}@entrants.example"
    person = person_for_sign_in(address, at=stage.plan.opens)
    if person_for_sign_in(address.upper(), at=stage.plan.opens).pk != person.pk:
        raise AssertionError("One address in two cases made two people.")
    return name_person(
        person, name=person_name(stage.chance), job_title="Project lead", at=stage.plan.opens
    )


def _is_found_again(stage: Stage, number: int) -> bool:
    name, kind = organisation(number)
    found = register_organisation(
        name=f"  {name.upper()} ", kind=kind, by=stage.entrants[0], at=stage.plan.opens
    )
    if found.pk != stage.organisations[number].pk:
        raise AssertionError(f"{name} was registered twice.")
    return True
