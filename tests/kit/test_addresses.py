from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from plaudit.kit.addresses import address_of


def test_every_route_has_the_address_that_django_gives_it() -> None:
    seen = 0
    for name in {key for key in get_resolver().reverse_dict if isinstance(key, str)}:
        for (_, wanted), *_ in (found[0] for found in get_resolver().reverse_dict.getlist(name)):
            values = {parameter: uuid4() for parameter in wanted}
            try:
                expected = reverse(name, kwargs=values or None)
            except NoReverseMatch:
                continue
            assert address_of(name, **values) == expected
            seen += 1
    assert seen > 50


def test_an_address_that_is_not_there_is_an_error() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("entry_desk", partner=uuid4())
    with pytest.raises(NoReverseMatch):
        address_of("no_such_page", entry=uuid4())
