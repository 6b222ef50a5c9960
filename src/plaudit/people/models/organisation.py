from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class OrganisationKind(models.TextChoices):
    NHS_PROVIDER = "nhs_provider", _("NHS provider")
    INTEGRATED_CARE_BOARD = "integrated_care_board", _("Integrated care board")
    PRIMARY_CARE = "primary_care", _("GP practice or primary care network")
    COUNCIL = "council", _("Council")
    GOVERNMENT_BODY = "government_body", _("National or arm's-length body")
    CHARITY = "charity", _("Charity or voluntary group")
    SOCIAL_ENTERPRISE = "social_enterprise", _("Social enterprise")
    UNIVERSITY = "university", _("University or college")
    COMPANY = "company", _("Company")


PUBLIC_BODIES = frozenset(
    {
        OrganisationKind.NHS_PROVIDER,
        OrganisationKind.INTEGRATED_CARE_BOARD,
        OrganisationKind.PRIMARY_CARE,
        OrganisationKind.COUNCIL,
        OrganisationKind.GOVERNMENT_BODY,
    }
)


class Organisation(Identified):
    """A body that enters, partners, or employs a judge: one row of the register."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=OrganisationKind)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    official_code = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="organisation_name_once")]

    def __str__(self) -> str:
        return self.name
