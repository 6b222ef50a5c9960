from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_token
from plaudit.kit.models import AppendOnly, Identified
from plaudit.people.models import Organisation
from plaudit.programmes.models import Category, Edition


class Judge(Identified):
    """A person who judges in an edition. `employer` is one of the interests they declare."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="judges")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="judgeships"
    )
    employer = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    biography = models.CharField(max_length=400, blank=True)
    joined_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint("edition", "person", name="judge_once_per_edition")]


class JudgeInvitation(Identified):
    """A mailed request to judge a category. Answered on a page, by a button, never by the link itself."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="judge_invitations")
    category = models.ForeignKey(
        Category, on_delete=models.CASCADE, related_name="judge_invitations"
    )
    email = models.EmailField()
    name = models.CharField(max_length=120)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField(default=now)
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    judge = models.ForeignKey(
        Judge, null=True, on_delete=models.SET_NULL, related_name="invitations"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint("category", "email", name="judge_invited_once_per_category")
        ]


class TermsAcceptance(AppendOnly):
    """The judge's agreement to the edition's terms; `terms` is the text they agreed to."""

    judge = models.OneToOneField(Judge, on_delete=models.PROTECT, related_name="terms_acceptance")
    terms = models.TextField()
    accepted_at = models.DateTimeField(default=now)
