"""The macros of forms.html, by what a person or a screen reader gets from them."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import gettext_lazy
from lxml import html


class Entry(forms.Form):
    title = forms.CharField(help_text="As it is read out.", label="Title")
    email = forms.EmailField(required=False)
    amount = forms.IntegerField()
    kind = forms.ChoiceField(
        choices=[("", "Choose"), ("a", gettext_lazy("Alone")), ("More", [("j", "Jointly")])]
    )
    who = forms.ChoiceField(choices=[("a", "Alone"), ("j", "Jointly")], widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        choices=[(1, "Homes"), (2, "Minds")], widget=forms.CheckboxSelectMultiple
    )
    agree = forms.BooleanField(label="All agree")


def render(macro: str, *arguments: Any, **options: Any) -> html.HtmlElement:
    [engine] = [one for one in engines.all() if isinstance(one, Jinja2)]
    module = engine.env.get_template("components/forms.html").module
    return html.fragment_fromstring(str(getattr(module, macro)(*arguments, **options)), "div")


def text_of(root: html.HtmlElement, identifiers: str) -> list[str]:
    found = [root.get_element_by_id(one).text_content() for one in identifiers.split()]
    return [" ".join(text.split()) for text in found]


def test_a_text_field_is_labelled_and_described() -> None:
    root = render("text_field", Entry()["title"], autocomplete="off")
    [field] = root.xpath(".//input")
    assert root.xpath(".//label[@for='id_title']")[0].text_content() == "Title"
    assert field.attrib["autocomplete"] == "off"
    assert text_of(root, field.attrib["aria-describedby"]) == ["As it is read out."]
    assert "required" not in field.attrib


def test_an_error_is_read_after_the_hint_and_the_typed_text_stays() -> None:
    form = Entry({"title": "", "amount": "lots", "email": "<b>@"})
    [field] = render("text_field", form["title"]).xpath(".//input")
    root = render("text_field", form["title"])
    assert text_of(root, field.attrib["aria-describedby"]) == [
        "As it is read out.",
        "Error: This field is required.",
    ]
    assert field.attrib["aria-invalid"] == "true"
    [amount] = render("text_field", form["amount"]).xpath(".//input")
    assert (amount.attrib["type"], amount.attrib["value"]) == ("text", "lots")
    [email] = render("text_field", form["email"]).xpath(".//input")
    assert (email.attrib["type"], email.attrib["value"]) == ("email", "<b>@")


def test_what_need_not_be_filled_in_says_so() -> None:
    assert "(optional)" in render("text_field", Entry()["email"]).text_content()
    assert "(optional)" not in render("text_field", Entry()["title"]).text_content()


@pytest.mark.parametrize(("value", "chosen"), [("a", ["Alone"]), ("j", ["Jointly"])])
def test_a_select_marks_the_chosen_also_within_a_group(value: str, chosen: list[str]) -> None:
    root = render("select_field", Entry(initial={"kind": value})["kind"])
    assert [one.text for one in root.xpath(".//option[@selected]")] == chosen
    assert root.xpath(".//optgroup/@label") == ["More"]
    assert len(root.xpath(".//option")) == 3


def test_the_first_radio_has_the_field_s_own_id() -> None:
    root = render("radios_field", Entry({"who": "j"})["who"], hints={"j": "Each confirms."})
    assert root.xpath(".//input/@id") == ["id_who", "id_who_1"]
    assert root.xpath(".//input[@checked]/@value") == ["j"]
    [described] = root.xpath(".//input/@aria-describedby")
    assert text_of(root, described) == ["Each confirms."]
    assert root.xpath(".//legend")[0].text_content() == "Who"


def test_checkboxes_compare_as_text() -> None:
    root = render("checkboxes_field", Entry(initial={"topics": [2]})["topics"])
    assert root.xpath(".//input[@checked]/@value") == ["2"]


def test_the_error_summary_leads_to_every_field_and_takes_the_focus() -> None:
    form = Entry({"title": "Warm Homes", "kind": "a"})
    form.add_error(None, "Two entries have this title.")
    root = render("error_summary", form)
    targets = root.xpath(".//a/@href")
    assert targets == ["#id_amount", "#id_who", "#id_topics", "#id_agree"]
    assert "Two entries have this title." in root.text_content()
    assert root.xpath(".//*[@autofocus and @tabindex='-1']")
    for name, macro in [
        ("amount", "text_field"),
        ("who", "radios_field"),
        ("agree", "checkbox_field"),
    ]:
        assert render(macro, form[name]).xpath(f".//input[@id='id_{name}']")


def test_a_form_without_errors_has_no_summary() -> None:
    assert render("error_summary", Entry()).xpath("./*") == []
    assert render("error_summary", [Entry(), Entry(prefix="other")]).xpath("./*") == []


def test_a_post_button_is_a_form_whose_text_says_what_about() -> None:
    token = html.tostring(html.Element("input", name="csrfmiddlewaretoken")).decode()
    root = render("post_button", token, "/entries/1/withdrawal/", "Withdraw", about="Warm Homes")
    [form] = root.xpath(".//form")
    assert (form.attrib["method"], form.attrib["action"]) == ("post", "/entries/1/withdrawal/")
    assert form.xpath(".//button")[0].text_content() == "Withdraw Warm Homes"
