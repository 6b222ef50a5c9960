from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.kit.models import Identified
from plaudit.programmes.models.edition import Edition


class DeclarationKind(models.TextChoices):
    """What an edition may ask an entrant to declare before submitting."""

    CONSENT = "consent", _("People named have agreed")
    PUBLICATION = "publication", _("What may be published")
    AI_TOOLS = "ai_tools", _("Use of AI tools")
    AUTHORITY = "authority", _("Authority to enter")


class DeclarationChoice(models.TextChoices):
    """The answers there are. Which of them a declaration offers depends on its kind."""

    AGREED = "agreed", _("Yes, this is so")
    ALL = "all", _("The whole entry")
    SUMMARY = "summary", _("The title and summary only")
    NOTHING = "nothing", _("Nothing")
    NO_TOOLS = "no_tools", _("No AI tools were used")
    WORDING = "wording", _("AI tools helped with wording only")
    SUBSTANCE = "substance", _("AI tools drafted parts of the entry")


OFFERED: dict[str, tuple[DeclarationChoice, ...]] = {
    DeclarationKind.CONSENT: (DeclarationChoice.AGREED,),
    DeclarationKind.PUBLICATION: (
        DeclarationChoice.ALL,
        DeclarationChoice.SUMMARY,
        DeclarationChoice.NOTHING,
    ),
    DeclarationKind.AI_TOOLS: (
        DeclarationChoice.NO_TOOLS,
        DeclarationChoice.WORDING,
        DeclarationChoice.SUBSTANCE,
    ),
    DeclarationKind.AUTHORITY: (DeclarationChoice.AGREED,),
}


class Declaration(Identified):
    """Something an edition asks every entrant to declare, in its own words, once for each kind."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="declarations")
    kind = models.CharField(max_length=12, choices=DeclarationKind)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("edition", "kind", name="declaration_once_per_edition")
        ]
