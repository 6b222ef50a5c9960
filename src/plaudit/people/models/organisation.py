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
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    closed_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="organisation_name_once")]

    def __str__(self) -> str:
        return self.name


class CodeScheme(models.TextChoices):
    """The registers that give organisations their codes."""

    ODS = "ods", _("NHS organisation code (ODS)")
    CHARITY = "charity", _("Charity number")
    COMPANY = "company", _("Company number")
    GSS = "gss", _("GSS area code")


class OrganisationCode(Identified):
    """A code that a public register gave the organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=10, choices=CodeScheme)
    code = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint("scheme", "code", name="organisation_code_once")]
