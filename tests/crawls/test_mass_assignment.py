"""No form takes more than it asks for: posted along with every other field name, it does the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import models, transaction
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Browsers
from tests.crawls.database import identifiers_in, rows, without_new_identifiers
from tests.crawls.forms import Form, forms_of
from tests.crawls.routes import ROUTES
from tests.crawls.world import NOW, World

pytestmark = pytest.mark.django_db
ROLES = ("anonymous", "stranger", "owner", "judge", "director")
NEVER_POSTED = ("/demo/", "/sign-in/", "/sign-out/", "/account/")


def hostile_fields() -> dict[str, Any]:
    """Return a value that would do harm for every field of every model of ours."""
    return {
        name: hostile_value(field)
        for model in apps.get_models()
        if model.__module__.startswith("plaudit.")
        for field in model._meta.concrete_fields
        for name in (field.name, field.attname)
    }


def hostile_value(field: models.Field[Any, Any]) -> str:
    if field.remote_field is not None:
        last = field.remote_field.model._default_manager.order_by("pk").last()
        return str(last.pk) if last else ""
    if field.choices:
        return str(list(field.choices)[-1][0])
    by_kind = {
        models.DateTimeField: "2031-01-01T00:00:00Z",
        models.BooleanField: "on",
        models.IntegerField: "9",
        models.DecimalField: "9",
        models.UUIDField: "018f0000-0000-7000-8000-000000000001",
    }
    return next((text for kind, text in by_kind.items() if isinstance(field, kind)), "hostile")


def forms_for(world: World, browsers: Browsers, role: str) -> Iterator[Form]:
    """Yield each different form on the role's pages."""
    seen = set()
    for route in ROUTES:
        if route.get[role] != 200 or route.name.startswith("demo_"):
            continue
        address = reverse(route.name, kwargs=route.address(world.own))
        response = browsers.of(role).get(address)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        for form in forms_of(response.content.decode(), address):
            mark = form.action, tuple(sorted(form.fields))
            if mark not in seen and not form.action.startswith(NEVER_POSTED):
                seen.add(mark)
                yield form


def state_after(
    browsers: Browsers, role: str, form: Form, extra: dict[str, Any]
) -> dict[str, list[str]]:
    """Return what the database holds after the form was posted, and take it back."""
    cache.clear()
    with transaction.atomic():
        response = browsers.of(role).post(form.action, extra | form.posted)
        assert response.status_code < 500, f"{role} got {response.status_code} from {form.action}"
        state = rows()
        transaction.set_rollback(True)
    return state


@pytest.mark.parametrize("role", ROLES)
def test_a_form_takes_nothing_that_it_does_not_ask_for(
    role: str, world: World, browsers: Browsers
) -> None:
    hostile, taken, effective = hostile_fields(), {}, set()
    with frozen_at(NOW):
        before = rows()
        known = identifiers_in(before) | set(hostile.values())
        for form in forms_for(world, browsers, role):
            extra = {name: text for name, text in hostile.items() if name not in form.asked}
            meek = without_new_identifiers(state_after(browsers, role, form, {}), known)
            bold = without_new_identifiers(state_after(browsers, role, form, extra), known)
            if differing := {name for name in meek if meek[name] != bold[name]}:
                taken[form.action] = differing
            if meek != without_new_identifiers(before, known):
                effective.add(form.action)
    assert not taken, f"more was stored than asked for: {taken}"
    assert len(effective) >= EFFECTIVE[role], f"forms that stored something: {sorted(effective)}"


# So that the test can fail: how many of a role's forms do store something as they are filled in here.
EFFECTIVE = {"anonymous": 4, "stranger": 6, "owner": 35, "judge": 10, "director": 32}
