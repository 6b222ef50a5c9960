from __future__ import annotations

from django import forms

from plaudit.programmes.models import TeamRole


class MemberForm(forms.Form):
    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with it. No password is needed, and no mail is sent now.",
    )
    role = forms.ChoiceField(label="Role", choices=TeamRole.choices)
