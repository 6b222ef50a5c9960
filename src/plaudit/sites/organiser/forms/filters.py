from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from plaudit.entries.models import EntryStatus
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.forms.fields import Pick

ORDERS = [("", "By reference"), ("mean", "By mean score")]


class EntryFilters(forms.Form):
    """The search and filters above the list of entries. What makes no sense is left aside."""

    search = forms.CharField(label="Search", required=False, max_length=120)
    category = Pick(label="Category")
    state = Pick(label="State", choices=[("", "Any state"), *EntryStatus.choices])
    order = Pick(label="Order", choices=ORDERS)

    def __init__(self, *arguments: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*arguments, **options)
        names = [(str(key), name) for key, name in edition.categories.values_list("pk", "name")]
        self.fields["category"].choices = [("", "Every category"), *names]  # type: ignore[attr-defined]
        self.is_valid()
        self.fields["search"].required = True  # so that it is not called optional

    def chosen(self) -> dict[str, Any]:
        """Return what to look for."""
        cleaned = self.cleaned_data
        category = cleaned.get("category")
        return {
            "search": cleaned.get("search", "").replace("\x00", ""),
            "category": UUID(category) if category else None,
            "state": cleaned.get("state", ""),
        }

    @property
    def by_mean(self) -> bool:
        return self.cleaned_data.get("order") == "mean"

    @property
    def is_used(self) -> bool:
        """Whether anything is looked for."""
        return any(self.chosen().values())
