from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition


class RegistrationKind(models.TextChoices):
    ATTEND = "attend", _("Attend the ceremony")
    SPONSOR = "sponsor", _("Sponsor a category")


class InterestRegistration(Identified):
    """Somebody who would like to attend or sponsor, and asks to be told more.

    An awards lead asks for an organisation of the register, and says how many places: `on_register`,
    `asked_by` and `places` are set together. What they say next takes the place of it; both rows stay.
    """

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="interest_registrations"
    )
    kind = models.CharField(max_length=8, choices=RegistrationKind)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    organisation = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    key = models.UUIDField(unique=True)
    created_at = models.DateTimeField(default=now)

    on_register = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="place_requests"
    )
    asked_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="place_requests"
    )
    places = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="places_are_asked_by_a_lead",
                condition=models.Q(on_register=None, asked_by=None, places=None)
                | models.Q(on_register__isnull=False, asked_by__isnull=False, places__isnull=False),
            )
        ]
