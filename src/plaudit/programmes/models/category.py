from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models.edition import Edition


class CategoryGroup(Identified):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="groups")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint("edition", "name", name="group_name_once")]

    def __str__(self) -> str:
        return self.name


class Category(Identified):
    """One award of an edition. A draft until it is published; then anyone can read it whole.

    `lead_kinds` lists the kinds of organisation that may lead an entry, `partner_kinds` those that may be on
    it at all (empty: any); `company_needs_public_body` lets a company in only beside a public body.
    `source_text` keeps the brief as it was pasted.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="categories")
    group = models.ForeignKey(
        CategoryGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="categories"
    )
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=160)
    purpose = models.CharField(max_length=240, blank=True)
    is_new = models.BooleanField(default=False)
    introduction = models.TextField(blank=True)
    eligibility = models.TextField(blank=True)
    award_partner = models.CharField(max_length=120, blank=True)
    award_partner_url = models.URLField(blank=True)
    whole_entry_word_limit = models.PositiveIntegerField(null=True, blank=True)
    minimum_organisations = models.PositiveSmallIntegerField(default=1)
    lead_kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    partner_kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    company_needs_public_body = models.BooleanField(default=False)
    closes_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    source_text = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "categories"
        constraints = [
            models.UniqueConstraint("edition", "slug", name="category_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name
