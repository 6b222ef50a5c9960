"""What the Word file is about, and the words in it that are ours and not the writer's."""

from __future__ import annotations

from dataclasses import dataclass

NAMESPACE = "urn:plaudit:entry:1"
TAG = "plaudit"
HOW_TO = (
    "Write each answer under its heading. Keep the headings. When you upload this file, you see what it "
    "changes before anything is kept, and what others wrote meanwhile stays."
)
SUMMARY_NOTE = "Title, summary, organisations and evidence are not part of this file."
ASKED = "Write about:"
END = "End of the form"
PROMPT_STYLE = "Plaudit prompt"  # of the form's own lines; what is typed after one has another


@dataclass(frozen=True, slots=True)
class FormSection:
    """A criterion as the file asks it. `key` names it, `version` is the answer's that the file was made from."""

    key: str
    name: str
    word_limit: int | None
    prompts: tuple[str, ...]
    text: str
    version: int

    @property
    def limit_line(self) -> str:
        """Return the line about the limit."""
        return f"Up to {self.word_limit:,} words." if self.word_limit else "No word limit."


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one entry. `entry` is its identifier."""

    entry: str
    reference: str
    title: str
    category: str
    edition: str
    sections: tuple[FormSection, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of the criteria that the file asks."""
        return frozenset(section.key for section in self.sections)

    @property
    def own_lines(self) -> tuple[str, ...]:
        """Return the lines that are the form's and not the writer's, headings left out."""
        asked = [line for each in self.sections for line in (each.limit_line, *each.prompts)]
        about = (self.title, f"{self.category}, {self.edition}", f"Reference {self.reference}")
        return (HOW_TO, SUMMARY_NOTE, ASKED, *about, *asked)
