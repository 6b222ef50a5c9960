"""`plaudit brief`: a category page, read into its structure."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plaudit.cli.running.place import add_demo_argument, set_up
from plaudit.cli.running.refusal import CannotContinue

if TYPE_CHECKING:
    from plaudit.people.models import Person
    from plaudit.programmes.brief import Brief, BriefCategory, BriefSection
    from plaudit.programmes.models import Edition, Programme

HELP = "read a category page (text, Markdown, HTML or Word) and print its structure"

UNREADABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the page, or - for what comes in by a pipe")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument(
        "--explain", action="store_true", help="print each source line with the use made of it"
    )
    parser.add_argument(
        "--programme", metavar="P", help="with --edition: store as draft categories"
    )
    parser.add_argument(
        "--edition", metavar="E", help="the edition's short name, as in its address"
    )
    parser.add_argument(
        "--by", metavar="EMAIL", help="whose work it is; the director's unless given"
    )
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the structure, or store it. Needs no database unless it stores."""
    if (options.programme is None) != (options.edition is None):
        raise CannotContinue("--programme and --edition go together.", exit_code=UNREADABLE)
    from plaudit.programmes.brief import brief_as_json, explain

    source, name = _read(options.file)
    if options.programme is not None:
        return _store(source, name, options)
    brief = _understand(source, name, [])
    if options.json:
        print(json.dumps(brief_as_json(brief), ensure_ascii=False, indent=2))
    elif options.explain:
        print(explain(brief))
    else:
        print("\n".join(outline(brief)))
    return 0


def _read(file: str) -> tuple[bytes, str | None]:
    if file == "-":
        return sys.stdin.buffer.read(), None
    try:
        return Path(file).read_bytes(), Path(file).name
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotContinue(f"{file} cannot be read: {reason}.", exit_code=UNREADABLE) from None


def _understand(source: bytes, name: str | None, criterion_names: list[str]) -> Brief:
    from plaudit.programmes.brief import UnreadableBrief, read_brief

    try:
        return read_brief(source, filename=name, criterion_names=criterion_names)
    except UnreadableBrief as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None


def outline(brief: Brief) -> Iterator[str]:
    """The brief as an indented page for a person to check."""
    for category in brief.categories:
        yield from _category_lines(category)
    for warning in brief.warnings:
        yield f"Please check: {warning}"


def _category_lines(category: BriefCategory) -> Iterator[str]:
    yield category.name + (" (new)" if category.is_new else "")
    yield from (f"    {line}" for line in category.introduction.splitlines() if line)
    if category.eligibility:
        yield f"  Eligibility: {category.eligibility}"
    if category.whole_entry_word_limit:
        yield f"  Whole entry: at most {category.whole_entry_word_limit} words"
    for section in category.sections:
        yield f"  {section.title or 'Untitled section'}{_section_notes(section)}"
        yield from (f"    - {prompt}" for prompt in section.prompts)
    for contact in category.contacts:
        parts = (contact.purpose, contact.name, contact.phone, contact.email)
        yield f"  Contact: {', '.join(part for part in parts if part)}"
    yield ""


def _section_notes(section: BriefSection) -> str:
    notes = []
    if section.weight is not None:
        notes.append(f"{section.weight:g}{'%' if section.weight_unit == 'percent' else ' points'}")
    if section.word_limit is not None:
        notes.append(f"at most {section.word_limit} words")
    if not section.is_scored:
        notes.append("not scored")
    return f" ({', '.join(notes)})" if notes else ""


def _store(source: bytes, name: str | None, options: argparse.Namespace) -> int:
    from plaudit.cli.running.database import reachable_database

    with reachable_database(set_up(is_demo=options.demo)):
        import django

        django.setup()
        from plaudit.kit.clock import now
        from plaudit.kit.verdict import Refused
        from plaudit.programmes.actions.brief import store_brief
        from plaudit.programmes.queries import criterion_names

        edition = _find_edition(options.programme, options.edition)
        brief = _understand(source, name, criterion_names(edition))
        try:
            stored = store_brief(
                edition, brief, by=_find_person(edition.programme, options.by), at=now()
            )
        except Refused as refusal:
            raise CannotContinue(refusal.reason) from None
        for category in stored:
            print(f"Stored as a draft: {category.name}")
        for warning in brief.warnings:
            print(f"Please check: {warning}")
    return 0


def _find_edition(programme: str, edition: str) -> Edition:
    from plaudit.programmes.models import Edition

    found = Edition.objects.filter(programme__slug=programme, slug=edition).first()
    if found is None:
        known = [f"{each.programme.slug} {each.slug}" for each in Edition.objects.all()[:20]]
        raise CannotContinue(
            f"There is no edition {edition} of a programme {programme}. "
            f"There are: {', '.join(known) or 'none yet'}."
        )
    return found


def _find_person(programme: Programme, email: str | None) -> Person:
    team = programme.team.select_related("person")
    if email is not None:
        member = team.filter(person__email__iexact=email).first()
    else:
        member = team.filter(role="director").order_by("added_at").first()
    if member is None:
        raise CannotContinue(
            f"Nobody called {email} is on the programme's team."
            if email
            else "The programme has no director. Name a member of its team with --by."
        )
    person: Person = member.person
    return person
