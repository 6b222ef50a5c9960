from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from plaudit.programmes.models import Edition
from plaudit.results.rules import release_instant
from plaudit.sites.organiser.forms.fields import MomentField, instant, wall_clock


class AnnouncementForm(forms.Form):
    release_at = MomentField(label="When are the awards announced?")

    def __init__(self, *arguments: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.edition = edition

    @classmethod
    def of(cls, edition: Edition) -> AnnouncementForm:
        """Return the form with the moment that is set, or else that of the ceremony."""
        suggested = release_instant(edition) or edition.ceremony_at
        return cls(edition=edition, initial={"release_at": wall_clock(suggested, edition.zone)})

    def clean_release_at(self) -> dt.datetime:
        return instant(self.cleaned_data["release_at"], self.edition.zone)
