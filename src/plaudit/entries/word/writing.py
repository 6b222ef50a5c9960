"""Writing the form as a .docx: headings and prompts for people, content controls and a data part for the way back."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from plaudit.entries.word.form import (
    ASKED,
    END,
    HOW_TO,
    NAMESPACE,
    PROMPT_STYLE,
    SUMMARY_NOTE,
    TAG,
    Form,
    FormSection,
)

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def form_document(form: Form) -> bytes:
    """Return the form as a Word file that can be written in offline and read back."""
    document = Document()
    _look(document)
    document.core_properties.title = _xml(form.title or form.reference)
    document.core_properties.subject = _xml(form.reference)
    document.core_properties.author = ""
    document.core_properties.language = "en-GB"
    document.add_heading(_xml(form.title) or "Untitled entry", level=0)
    document.add_paragraph(_xml(f"{form.category}, {form.edition}"))
    document.add_paragraph(f"Reference {form.reference}")
    document.add_paragraph(HOW_TO)
    document.add_paragraph(SUMMARY_NOTE)
    for section in form.sections:
        _add_section(document, section)
    document.add_paragraph(END).runs[0].italic = True
    _add_data(document, form)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _look(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for name in ("Title", "Heading 1"):
        style = document.styles[name]
        style.font.name, style.font.color.rgb = "Arial", RGBColor(0x1F, 0x5C, 0x4A)
    prompt = document.styles.add_style(PROMPT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    prompt.base_style, prompt.next_paragraph_style = document.styles["List Bullet"], normal


def _add_section(document: WordDocument, section: FormSection) -> None:
    document.add_heading(_xml(section.name), level=1)
    document.add_paragraph(section.limit_line).runs[0].bold = True
    if section.prompts:
        document.add_paragraph(ASKED)
    for prompt in section.prompts:
        document.add_paragraph(_xml(prompt), style=PROMPT_STYLE)
    lines = "".join(_paragraph(line) for line in section.text.split("\n"))
    tag = quoteattr(f"{TAG}:{section.key}:{section.version}")
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={quoteattr(_xml(section.name)[:60])}/>"
        f'<w:tag w:val={tag}/><w:lock w:val="sdtLocked"/></w:sdtPr>'
        f"<w:sdtContent>{lines}</w:sdtContent></w:sdt>"
    )
    document.element.body.insert_element_before(parse_xml(control), "w:sectPr")


def _paragraph(line: str) -> str:
    tabs = '</w:t><w:tab/><w:t xml:space="preserve">'
    text = escape(_xml(line)).replace("\t", tabs)
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _add_data(document: WordDocument, form: Form) -> None:
    """Put the entry, the versions and the form's own lines as they are now into a part of their own.

    Word keeps it whatever is done to the text, so that names and prompts reworded since are known for ours.
    """
    answers = "".join(
        f"<answer criterion={quoteattr(each.key)} version={quoteattr(str(each.version))} "
        f"name={quoteattr(_xml(each.name))}/>"
        for each in form.sections
    )
    lines = "".join(f"<line>{escape(_xml(line))}</line>" for line in form.own_lines if line.strip())
    data = (
        f"<form xmlns={quoteattr(NAMESPACE)} entry={quoteattr(form.entry)} "
        f"reference={quoteattr(form.reference)}>{answers}{lines}</form>"
    )
    package = document.part.package
    part = Part(
        package.next_partname("/customXml/item%d.xml"), "application/xml", data.encode(), package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
