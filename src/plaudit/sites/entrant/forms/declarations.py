from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django import forms

from plaudit.entries.actions.declaration import Declared
from plaudit.entries.meanwhile import ChangedMeanwhile, version_of
from plaudit.entries.parts import AskedDeclaration
from plaudit.programmes.models import OFFERED, DeclarationKind
from plaudit.sites.entrant.forms.fields import ChoiceThatMayWait, chosen_meanwhile


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

    def version(self) -> str:
        """Return what a page that shows the answers as they are stored has to bring back."""
        return version_of({each.declaration_id: (each.choice, each.note) for each in self.asked})

    def beside(
        self, asked: Iterable[AskedDeclaration], meanwhile: ChangedMeanwhile
    ) -> DeclarationsForm:
        """Return the form with what is stored by now: said beside what this person changed, shown elsewhere."""
        data, asked = dict(self.data.items()), list(asked)
        for each in asked:
            if each.declaration_id not in meanwhile.changed:
                data[str(each.declaration_id)] = each.choice
                data[f"{each.declaration_id}-note"] = each.note
        form = DeclarationsForm(asked, data)
        for each in asked:
            if each.declaration_id in meanwhile.clashing:
                form.add_error(str(each.declaration_id), chosen_meanwhile(_in_words(each)))
        return form


def _in_words(asked: AskedDeclaration) -> str:
    labels = {choice.value: str(choice.label) for choice in OFFERED[asked.kind]}
    return ". ".join(filter(None, (labels.get(asked.choice, ""), asked.note)))
