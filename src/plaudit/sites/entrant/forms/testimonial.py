from __future__ import annotations

from typing import Any

from django import forms

from plaudit.entries.actions.testimonial import LONGEST, LONGEST_WORDS, TestimonialFacts
from plaudit.entries.models import Audience, Evidence
from plaudit.sites.entrant.forms.written import WrittenDay, day_text, line

LONGEST_TITLE = 60


class TestimonialForm(forms.Form):
    """Somebody's words, who they are, and how they agreed to be quoted."""

    words = forms.CharField(
        label="What they said",
        strip=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea,
        help_text="Their own words, as they would stand in print.",
        error_messages={
            "required": "Write down what was said.",
            "max_length": "What was said must be %(limit_value)d characters or fewer.",
        },
    )
    name = line("Name", LONGEST["name"], "Judges see it. Leave it empty to quote “a patient”.")
    role = line("Role", LONGEST["role"], "For example: patient, ward sister, head teacher.")
    organisation = line("Organisation", LONGEST["organisation"])
    audience = forms.ChoiceField(
        label="Who may read it?", choices=Audience.choices, widget=forms.RadioSelect
    )
    consent_from = line(
        "Who gave consent", LONGEST["consent_from"], "The person, or who speaks for them."
    )
    consent_method = line(
        "How", LONGEST["consent_method"], "For example: by e-mail, kept by the communications team."
    )
    consented_on = WrittenDay(
        label="On which day", required=False, help_text="For example 31/1/2027."
    )

    def facts(self) -> TestimonialFacts:
        """Return what the form says, once it is valid."""
        return TestimonialFacts(**self.cleaned_data)

    def title(self) -> str:
        """Return what the testimonial is listed as: who spoke, or else their first words."""
        who = ", ".join(
            self.cleaned_data[name].strip() for name in ("name", "role") if self.cleaned_data[name]
        )
        if who:
            return who[:200]
        words = " ".join(self.cleaned_data["words"].split())
        if len(words) <= LONGEST_TITLE:
            return f"“{words}”"
        return f"“{words[:LONGEST_TITLE].rsplit(' ', 1)[0]}…”"


def testimonial_initial(evidence: Evidence) -> dict[str, Any]:
    """Return the testimonial as the form shows it."""
    said = evidence.testimonial
    shown = {name: getattr(said, name) for name in TestimonialForm.base_fields}
    return shown | {"consented_on": day_text(said.consented_on)}
