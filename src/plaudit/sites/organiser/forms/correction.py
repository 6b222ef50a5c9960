from __future__ import annotations

from django import forms

from plaudit.results.actions.correction import LONGEST_REASON
from plaudit.results.models import Outcome
from plaudit.sites.organiser.forms.decision import DecisionForm, DecisionForms
from plaudit.sites.organiser.forms.fields import Pick, text_area


class CorrectedAwardForm(DecisionForm):
    """The award that one entry is to have, and the judges' words with it."""

    outcome = Pick(label="Award", choices=Outcome.choices, initial=Outcome.NOT_PLACED.value)


class CorrectionForms(DecisionForms):
    """The awards of every entry that the page shows, by the entry's identifier."""

    form_class = CorrectedAwardForm


class ReasonForm(forms.Form):
    """Why, and how many decisions had been made when the page was read."""

    reason = forms.CharField(
        label="Why is this corrected?",
        max_length=LONGEST_REASON,
        widget=text_area(3),
        error_messages={"required": "Say why. The reason is published beside the awards."},
        help_text="Published under the awards of this category, and mailed to the entrants concerned.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
