from __future__ import annotations

from uuid import uuid4

from django import forms

from plaudit.enquiries.rules import LONGEST_BODY

TOO_LONG = "Use %(limit_value)d characters or fewer: you have %(show_value)d."


class Keyed(forms.Form):
    """A form with an idempotency key, and a field that people leave empty and machines fill in."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    website = forms.CharField(
        required=False, label="Leave this empty", widget=forms.TextInput(attrs={"tabindex": "-1"})
    )

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.data.get("website"))


class Reachable(Keyed):
    """A form that asks whom to answer."""

    name = forms.CharField(
        label="Your name",
        max_length=120,
        error_messages={"required": "Enter your name.", "max_length": TOO_LONG},
    )
    email = forms.EmailField(
        label="Your email address",
        max_length=254,
        error_messages={
            "required": "Enter your email address.",
            "invalid": "Enter an email address in the format name@example.org.",
        },
    )


class EnquiryForm(Reachable):
    subject = forms.CharField(
        label="Subject",
        max_length=160,
        error_messages={"required": "Say in a few words what it is about.", "max_length": TOO_LONG},
    )
    body = forms.CharField(
        label="Your message",
        max_length=LONGEST_BODY,
        widget=forms.Textarea,
        error_messages={"required": "Write your message.", "max_length": TOO_LONG},
    )


class InterestForm(Reachable):
    organisation = forms.CharField(
        label="Organisation",
        max_length=200,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    note = forms.CharField(
        label="Anything we should know",
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": TOO_LONG},
    )


class MessageForm(Keyed):
    body = forms.CharField(
        label="Your message",
        max_length=LONGEST_BODY,
        widget=forms.Textarea,
        error_messages={"required": "Write your message.", "max_length": TOO_LONG},
    )
