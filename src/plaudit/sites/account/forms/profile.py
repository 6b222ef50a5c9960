from __future__ import annotations

from django import forms


class ProfileForm(forms.Form):
    name = forms.CharField(
        label="Your name",
        max_length=120,
        help_text="As colleagues and the organiser should see it.",
        error_messages={"required": "Enter your name."},
    )
    job_title = forms.CharField(label="Job title", max_length=120, required=False)
