from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Category, CategoryGroup, Edition, TeamRole
from plaudit.programmes.naming import slug_for
from plaudit.programmes.rules import may_publish, may_work_for

CHANGEABLE = frozenset(
    {
        "name",
        "purpose",
        "is_new",
        "introduction",
        "eligibility",
        "award_partner",
        "award_partner_url",
        "whole_entry_word_limit",
        "closes_at",
        "position",
        "group",
    }
)
NAME_LENGTH = 160


@transaction.atomic
def create_category(
    edition: Edition, *, name: str, by: Person, at: dt.datetime, **fields: Any
) -> Category:
    """Add a draft category at the end of the edition's list, with an address made from its name.

    Checks that `by` looks after entries and that no other category of the edition has the name.
    `fields` may hold any of `CHANGEABLE`. Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES))
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    return add_category(locked, name=name, at=at, **fields)


def add_category(
    edition: Edition,
    *,
    name: str,
    at: dt.datetime,
    source_text: str = "",
    **fields: Any,
) -> Category:
    """Write a draft category of an edition that is locked. Raises `Refused`."""
    _check_fields(fields)
    name = _free_name(edition, name)
    taken = dict(edition.categories.values_list("slug", "position"))
    return Category.objects.create(
        edition=edition,
        name=name,
        slug=slug_for(name, taken, length=80),
        created_at=at,
        source_text=source_text,
        **{"position": max(taken.values(), default=0) + 1, **fields},
    )


@transaction.atomic
def change_category(category: Category, *, by: Person, at: dt.datetime, **fields: Any) -> Category:
    """Change what a category says of itself: any of `CHANGEABLE`. Its address stays.

    Checks that `by` looks after entries, that the name is free and the group of the same edition.
    Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme, TeamRole.ENTRIES))
    _check_fields(fields)
    edition = Edition.objects.select_for_update().get(pk=category.edition_id)
    if "name" in fields:
        fields["name"] = _free_name(edition, fields["name"], but=category)
    group = fields.get("group")
    if isinstance(group, CategoryGroup) and group.edition_id != edition.pk:
        raise Refused("That group belongs to another edition.")
    for name, value in fields.items():
        setattr(category, name, value)
    category.save(update_fields=list(fields))
    return category


@transaction.atomic
def publish_category(category: Category, *, by: Person, at: dt.datetime) -> Category:
    """Let anybody read the category from `at` on. Publishing again changes nothing.

    Checks that `by` looks after entries and that the category is complete. Locks the category.
    Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme, TeamRole.ENTRIES))
    locked = Category.objects.select_for_update().get(pk=category.pk)
    if locked.published_at is None:
        require(may_publish(locked))
        locked.published_at = at
        locked.save(update_fields=["published_at"])
    category.published_at = locked.published_at
    return category


def _free_name(edition: Edition, name: str, but: Category | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused("Every category needs a name.")
    if len(name) > NAME_LENGTH:
        raise Refused(f"“{name[:60]}…” is too long for a category's name: keep to 160 characters.")
    others = edition.categories.filter(name__iexact=name)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise Refused(f"This edition already has a category called “{name}”.")
    return name


def _check_fields(fields: dict[str, Any]) -> None:
    unknown = set(fields) - CHANGEABLE
    if unknown:
        raise TypeError(f"A category has no changeable {', '.join(sorted(unknown))}")
