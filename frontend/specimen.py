"""Writes the specimen pages as files to look at: python frontend/specimen.py FOLDER"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import django
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

COMPONENTS = Path(__file__).resolve().parents[1] / "src/plaudit/sites/components"
PAGES = ["category", "desk", "stack", "reading", "organiser_home", "winners"]
REFUSALS = ["403", "404", "429", "500", "503", "csrf_refused", "refused"]


class DateParts(forms.MultiWidget):
    def __init__(self) -> None:
        super().__init__([forms.TextInput(), forms.TextInput(), forms.TextInput()])

    def decompress(self, value: object) -> list[object]:
        return ["", "", ""]


class Specimen(forms.Form):
    title = forms.CharField(
        label="What is your entry called?", help_text="As it should be read out on the evening."
    )
    email = forms.EmailField(label="E-mail address")
    amount = forms.DecimalField(
        label="What it cost", required=False, help_text="In pounds, without VAT."
    )
    summary = forms.CharField(label="In a few sentences, what did you do?", widget=forms.Textarea)
    group = forms.ChoiceField(
        label="Which category?",
        choices=[
            ("", "Choose a category"),
            ("Health", [("a", "Place-based Partnership Award"), ("b", "Provider Collaboration")]),
        ],
    )
    kind = forms.ChoiceField(
        label="Who is entering?",
        choices=[("alone", "One organisation"), ("joint", "Several organisations, jointly")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="What is it about?",
        choices=[("home", "Housing"), ("mind", "Mental health")],
        widget=forms.CheckboxSelectMultiple,
    )
    begun = forms.CharField(
        label="When did it begin?", help_text="For example, 27 3 2025", widget=DateParts
    )
    paper = forms.FileField(
        label="A supporting paper", required=False, help_text="PDF or Word, up to 10 MB."
    )
    agree = forms.BooleanField(label="Every partner has agreed to be named")


def specimens(environment: Environment) -> dict[str, str]:
    """Return every specimen as a page, by name, rendered in the environment."""
    refused = Specimen({"email": "sam.reed@", "amount": "about £300", "kind": "", "title": ""})
    pages = {name: (f"components/specimen/{name}.html", None) for name in PAGES}
    pages |= {name: (f"components/{name}.html", None) for name in REFUSALS}
    pages["components"] = ("components/specimen.html", Specimen())
    pages["components-refused"] = ("components/specimen.html", refused)
    return {
        name: environment.get_template(template).render(context(form))
        for name, (template, form) in pages.items()
    }


def context(form: forms.Form | None) -> dict[str, object]:
    invented = json.loads((Path(__file__).parent / "specimen.json").read_text())
    return invented | {
        "form": form,
        "page": Paginator(range(400), 50).page(2),
        "csp_nonce": "specimen",
        "csrf_input": Markup('<input type="hidden" name="csrfmiddlewaretoken" value="specimen">'),
    }


def main(folder: Path) -> None:
    settings.configure(USE_I18N=False)
    django.setup()
    environment = Environment(
        loader=FileSystemLoader(COMPONENTS / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(static=lambda name: name, url=lambda name, **_: "#")
    shutil.copytree(COMPONENTS / "static/plaudit", folder / "plaudit", dirs_exist_ok=True)
    for name, page in specimens(environment).items():
        (folder / f"{name}.html").write_text(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
