from __future__ import annotations

import pytest

from plaudit.entries.models import Entry, PromptTick
from plaudit.sites.demo.build.carried import EARLIER, build_carried
from tests.factories.entries import a_submitted_entry
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition

pytestmark = pytest.mark.django_db


def test_one_entry_is_begun_from_last_years() -> None:
    earlier = a_submitted_entry(title=EARLIER)
    edition = an_edition(earlier.edition.programme)
    category = a_category(edition, name=earlier.category.name)
    build_carried({category.name: category}, WHILE_OPEN)
    entry = Entry.objects.get(carried_from=earlier)
    assert (entry.title, entry.category) == (EARLIER, category)
    assert entry.what_is_new
    assert entry.answers.filter(is_stale=True).count() == 3
    assert PromptTick.objects.filter(entry=entry).count() == 2
