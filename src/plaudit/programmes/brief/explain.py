"""A listing of every source line with its use, or why it was left out."""

from __future__ import annotations

from plaudit.programmes.brief.model import Brief, SourceLine, Use


def explain(brief: Brief) -> str:
    """One line for each source line: its number, its use and place, and its text."""
    return "\n".join(_explained(line) for line in brief.lines)


def _explained(line: SourceLine) -> str:
    if line.uses == (Use.BLANK,):
        return f"{line.number:>5}"
    use = ", ".join(use.value.replace("_", " ") for use in line.uses)
    if line.reason:
        use = f"{use}: {line.reason}"
    return f"{line.number:>5}  {_place(line):<9}{use:<34}  {line.text.strip()}"


def _place(line: SourceLine) -> str:
    indexes = (line.category, line.section, line.prompt)
    return ".".join(str(index + 1) for index in indexes if index is not None)
