from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from plaudit.kit.addresses import address_of, addresses_with


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
            assert addresses_with(**values)(name) == expected
            seen += 1
    assert seen > 50


def test_each_route_is_given_the_identifiers_that_it_takes() -> None:
    entry, criterion = uuid4(), uuid4()
    here = addresses_with(entry=entry, criterion=criterion)
    assert here("entry_desk") == f"/entries/{entry}/"
    assert here("entry_answer") == f"/entries/{entry}/answers/{criterion}/"
    assert here("entry_answer", criterion=entry) == f"/entries/{entry}/answers/{entry}/"


def test_an_address_that_is_not_there_is_an_error() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("entry_desk", partner=uuid4())
    with pytest.raises(NoReverseMatch):
        address_of("no_such_page", entry=uuid4())
    with pytest.raises(NoReverseMatch):
        addresses_with(partner=uuid4())("entry_desk")
    with pytest.raises(NoReverseMatch):
        addresses_with(entry=uuid4())("no_such_page")
