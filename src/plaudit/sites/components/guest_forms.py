"""A guest at a ceremony, as whoever may change them fills them in."""

from __future__ import annotations

from django import forms

from plaudit.ceremony.guest_list import LONGEST_NAME, LONGEST_NEED
from plaudit.ceremony.models import Guest
from plaudit.sites.components.renewed import Renewed

DIETARY = "Vegan, no nuts, halal. Say how serious it is."
ACCESS = "A place for a wheelchair, a hearing loop, an interpreter."


class GuestForm(Renewed):
    """A guest: who comes, what they eat and what they need."""

    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        help_text="As it should stand on their place card.",
        error_messages={"required": "Enter the guest’s name."},
    )
    dietary = forms.CharField(
        label="Dietary needs", max_length=LONGEST_NEED, required=False, help_text=DIETARY
    )
    access = forms.CharField(
        label="Access needs", max_length=LONGEST_NEED, required=False, help_text=ACCESS
    )


class ChangedGuestForm(GuestForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, guest: Guest) -> ChangedGuestForm:
        """Return the form as the guest stands."""
        fields = ("version", "name", "dietary", "access")
        return cls(initial={name: getattr(guest, name) for name in fields})
