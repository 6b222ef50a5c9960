from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from plaudit.kit.clock import frozen_at
from plaudit.sites.public.pages.desks import dialled
from tests.factories.enquiries import a_desk
from tests.factories.programmes import AFTER_JUDGING, CLOSES, WHILE_OPEN, a_category, an_edition
from tests.sites.public.addresses import page


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("01632 960101", "tel:01632960101"),
        ("+44 (0)1632 960-101", "tel:+441632960101"),
        ("01632 960101, ext. 3", "tel:01632960101"),
        ("999", ""),
        ("the switchboard", ""),
        ("", ""),
    ],
)
def test_a_number_that_can_be_dialled_has_an_address(given: str, address: str) -> None:
    assert dialled(given) == address


@pytest.mark.django_db
def test_a_desk_s_number_can_be_tapped_wherever_it_stands(client: Client) -> None:
    desk = a_desk(phone="01632 960101")
    other = a_desk(desk.edition, phone="Ask at reception")
    with frozen_at(WHILE_OPEN):
        for address in (
            page("public_edition", desk.edition),
            page("public_contact", desk.edition),
            page("public_desk", desk.edition, desk=desk.slug),
        ):
            shown = html.document_fromstring(client.get(address).content.decode())
            [link] = shown.xpath("//a[starts-with(@href, 'tel:')]")
            assert (link.get("href"), link.text) == ("tel:01632960101", "01632 960101")
        own = client.get(page("public_desk", desk.edition, desk=other.slug)).content.decode()
    assert "Ask at reception" in own
    assert "tel:" not in own


@pytest.mark.django_db
def test_which_category_fits_is_asked_while_one_takes_entries(client: Client) -> None:
    edition = an_edition()
    for _ in range(4):
        a_category(edition)
    address = page("public_adviser", edition)
    for at, asked in ((WHILE_OPEN, True), (CLOSES, True), (AFTER_JUDGING, False)):
        with frozen_at(at):
            text = client.get(page("public_edition", edition)).content.decode()
        assert (address in text) is asked
