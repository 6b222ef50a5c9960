from __future__ import annotations

from django import forms

from plaudit.people.models import MembershipRole

IS = {
    "member": "Their drafts can be taken over once you record that they have left.",
    "awards_lead": "Sees every entry of the organisation, as you do.",
}


class ApprovalForm(forms.Form):
    """The organisation's word on an entry."""

    word = forms.ChoiceField(
        label="Does your organisation approve of this entry?",
        choices=[("yes", "Yes, we approve"), ("no", "Not yet")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether your organisation approves."},
    )
    note = forms.CharField(
        label="A note to the people of the entry",
        required=False,
        max_length=300,
        help_text="Needed where you do not approve yet.",
    )


class TakeoverForm(forms.Form):
    """Why an entry is taken over from somebody who has left."""

    reason = forms.CharField(
        label="Why do you take it over?",
        max_length=300,
        help_text="The person who owned it gets this in a mail.",
        error_messages={"required": "Say why you take the entry over."},
    )


class MemberForm(forms.Form):
    """Somebody who works for the organisation."""

    email = forms.EmailField(
        label="Their e-mail address",
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address in the form name@example.org.",
        },
    )
    role = forms.ChoiceField(
        label="What they are to the organisation",
        choices=MembershipRole.choices,
        initial=MembershipRole.MEMBER,
        widget=forms.RadioSelect,
    )


class RequestForm(forms.Form):
    """Asking to be an organisation's awards lead."""

    organisation = forms.UUIDField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="Your part there",
        required=False,
        max_length=300,
        help_text="Helps the organiser to say yes: “head of communications”.",
    )
