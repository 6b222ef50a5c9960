from __future__ import annotations

from uuid import uuid4

from django import forms

from plaudit.enquiries.actions.registration import LONGEST_NOTE
from plaudit.enquiries.models import InterestRegistration
from plaudit.enquiries.rules import MOST_PLACES
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


NUMBER = f"Enter a whole number from 0 to {MOST_PLACES}."


class PlacesForm(forms.Form):
    """How many places an organisation would like at the ceremony."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    places = forms.IntegerField(
        label="How many places would you like?",
        min_value=0,
        max_value=MOST_PLACES,
        help_text="For everybody who comes with you. A table usually seats ten. Enter 0 if you need none after all.",
        error_messages={
            "required": "Enter how many places you would like.",
            "invalid": NUMBER,
            "min_value": NUMBER,
            "max_value": NUMBER,
        },
    )
    note = forms.CharField(
        label="Anything the organiser should know",
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea,
        help_text="Whom you would like to sit near, wheelchairs, or who should be written to.",
    )

    @classmethod
    def asked(cls, before: InterestRegistration | None) -> PlacesForm:
        """Return the form with what was asked before."""
        return cls(initial={"places": before.places, "note": before.note} if before else None)
