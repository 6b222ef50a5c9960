from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from tests.factories.programmes import WHILE_OPEN, an_edition

pytestmark = pytest.mark.django_db


def test_a_form_sent_after_the_session_has_ended_gives_back_what_was_typed(client: Client) -> None:
    edition = an_edition()
    address = reverse("organiser_brief", args=[edition.pk])
    with frozen_at(WHILE_OPEN):
        answer = client.post(address, {"text": "Street of the Year\n\nFor streets."})
        to_sign_in = client.get(address)
    assert answer.status_code == 401
    text = answer.content.decode()
    assert "You have been signed out, so nothing was saved." in text
    assert "Street of the Year\n\nFor streets." in text
    assert to_sign_in["Location"] == f"{reverse('sign_in')}?next={address.replace('/', '%2F')}"


def test_so_does_the_first_form_of_all(client: Client) -> None:
    answer = client.post(reverse("organiser_programme"), {"name": "Neighbour Awards"})
    assert answer.status_code == 401
    assert "Neighbour Awards" in answer.content.decode()
