from __future__ import annotations

from django import forms

from plaudit.entries.actions.contributor import INVITABLE
from plaudit.entries.actions.link import DAYS, SHAREABLE

MAY = {
    "read": "Sees everything, changes nothing.",
    "comment": "Sees everything and comments beside the answers.",
    "write": "Writes answers, changes details and files.",
    "submit": "Can also submit, withdraw and invite others.",
}


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="They sign in with this address. They need not have used Plaudit before.",
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address in the form name@example.org.",
        },
    )
    level = forms.ChoiceField(
        label="What they may do",
        choices=[(level.value, level.label) for level in INVITABLE],
        initial="write",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they may do."},
    )


class LevelForm(forms.Form):
    """What somebody who works on the entry may do from now on."""

    level = forms.ChoiceField(choices=[(level.value, level.label) for level in INVITABLE])


class LinkForm(forms.Form):
    """A link to share, and its bounds."""

    level = forms.ChoiceField(
        label="What people who come by it may do",
        choices=[(level.value, level.label) for level in SHAREABLE],
        initial="read",
        error_messages={"required": "Choose what they may do."},
    )
    days = forms.TypedChoiceField(
        label="How long it works",
        choices=[(days, "1 day" if days == 1 else f"{days} days") for days in DAYS],
        initial=7,
        coerce=int,
        error_messages={"required": "Choose how long the link works."},
    )
    email_domain = forms.CharField(
        label="Only for addresses that end in",
        required=False,
        max_length=120,
        help_text="The part after the @, such as example.nhs.uk.",
    )

    prefix = "link"


class HandoverForm(forms.Form):
    """Who is to own the entry."""

    contributor = forms.ChoiceField(
        label="The new owner", error_messages={"required": "Choose who is to own the entry."}
    )
    reason = forms.CharField(label="A word on why", required=False, max_length=300)

    prefix = "handover"

    def __init__(
        self, *arguments: object, people: list[tuple[str, str]], **options: object
    ) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["contributor"].choices = [("", "Choose one"), *people]  # type: ignore[attr-defined]
