from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import (
    Exists,
    ForeignObjectRel,
    Model,
    OuterRef,
    ProtectedError,
    RestrictedError,
)

from plaudit.people.models import Person, Session

UNUSED_AFTER = dt.timedelta(days=1)
FORGOTTEN_AT_ONCE = 500
OWNS_NOTHING = {"people.Session", "outbox.OutboxMessage"}


def person_for_sign_in(email: str, *, at: dt.datetime) -> Person:
    """Return the person with this address, made now if there is none.

    Runs the same two statements for a known and an unknown address, so that neither the answer nor the
    time it takes tells which it was.
    """
    address = email.strip().lower()
    newcomer = Person(email=address, created_at=at, password=make_password(None))
    Person.objects.bulk_create([newcomer], ignore_conflicts=True)
    return Person.objects.get(email=address)


def sign_out_elsewhere(person: Person, *, keep: str | None) -> int:
    """End the person's sessions in every browser but the one whose session key is `keep`; return how many."""
    ended, _ = Session.objects.filter(person=person).exclude(session_key=keep).delete()
    return ended


def forget_unused_people(*, at: dt.datetime) -> int:
    """Delete the people made for a sign-in that was never finished, and return how many went.

    Those are a day old, have never signed in, have no name, and nothing in the database refers to them
    but mail. Whoever comes to own something meanwhile is left alone.
    """
    unused = Person.objects.filter(last_login=None, name="", created_at__lt=at - UNUSED_AFTER)
    for model, field in _references_to_people():
        unused = unused.exclude(Exists(model._meta.base_manager.filter(**{field: OuterRef("pk")})))
    forgotten = 0
    for person in unused.order_by("created_at")[:FORGOTTEN_AT_ONCE]:
        try:
            with transaction.atomic():
                person.delete()
        except (ProtectedError, RestrictedError):
            continue
        forgotten += 1
    return forgotten


def _references_to_people() -> Iterator[tuple[type[Model], str]]:
    """Yield every model and field that can point at a person, but for sessions and mail."""
    for relation in Person._meta.get_fields(include_hidden=True):
        if (
            isinstance(relation, ForeignObjectRel)
            and relation.related_model._meta.label not in OWNS_NOTHING
        ):
            yield relation.related_model, relation.field.name
