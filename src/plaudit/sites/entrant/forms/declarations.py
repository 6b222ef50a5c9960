from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django import forms

from plaudit.entries.actions.declaration import Declared
from plaudit.entries.parts import AskedDeclaration
from plaudit.programmes.models import OFFERED, DeclarationKind
from plaudit.sites.entrant.forms.fields import ChoiceThatMayWait


class DeclarationsForm(forms.Form):
    """What the edition asks to be declared. Any of it may be left for later."""

    def __init__(self, asked: Iterable[AskedDeclaration], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.asked = list(asked)
        for each in self.asked:
            self.fields[str(each.declaration_id)] = ChoiceThatMayWait(
                label=each.text,
                choices=[(choice.value, choice.label) for choice in OFFERED[each.kind]],
                widget=forms.RadioSelect,
                initial=each.choice,
            )
            if each.kind == DeclarationKind.AI_TOOLS:
                self.fields[f"{each.declaration_id}-note"] = forms.CharField(
                    label="If AI tools helped, say how, in a sentence",
                    required=False,
                    max_length=300,
                    initial=each.note,
                )

    def declared(self) -> dict[UUID, Declared]:
        """Return what was declared."""
        made = {}
        for each in self.asked:
            key = str(each.declaration_id)
            if choice := self.cleaned_data.get(key):
                note = self.cleaned_data.get(f"{key}-note", "")
                made[each.declaration_id] = Declared(choice, note)
        return made
