from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryGroup, Edition, TeamRole
from plaudit.programmes.rules import may_work_for


@transaction.atomic
def store_groups(
    edition: Edition, names: Sequence[str], *, by: Person, at: dt.datetime
) -> list[CategoryGroup]:
    """Make `names`, in their order, the groups of the edition's categories.

    A group whose name stays keeps its categories; those of a group that goes have none. Checks that
    `by` looks after entries and that no name comes twice. Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES))
    Edition.objects.select_for_update().get(pk=edition.pk)
    wanted = [" ".join(name.split()) for name in names]
    if len({name.casefold() for name in wanted}) < len(wanted):
        raise Refused("Two groups have the same name. Give each its own.")
    present = {group.name.casefold(): group for group in edition.groups.all()}
    for position, name in enumerate(wanted, start=1):
        group = present.pop(name.casefold(), None) or CategoryGroup(edition=edition)
        group.name, group.position = name, position
        group.save()
    edition.groups.filter(pk__in=[group.pk for group in present.values()]).delete()
    return list(edition.groups.order_by("position"))
