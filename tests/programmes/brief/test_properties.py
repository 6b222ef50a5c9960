"""Whatever is put in, nothing crashes and no line is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.programmes.brief import Brief, UnreadableBrief, Use, brief_as_json, explain, read_brief

PIECES = st.sampled_from(
    [
        "", " ", "# ", "## Impact (20%)", "Impact20%", "• How did you do it?", "\t- ", "1. ",
        "a) What?", "Q1: Why?", "**Bold**", "**Impact:** how?", "Judging criteria",
        "Who can enter", "Best Thing Award", "NEW!", "Category 2: Best Other", "| a | b | 5 |",
        "|---|---|", "a\tb\tc", "===", "---", "> ", "Contact: Ada Quill, 01632 960 001",
        "ada@quill.example", "Maximum 300 words", "(20 marks)",
        "Entries must not exceed 900 words in total.", "<p>", "</p>", "<ul><li>How?</li></ul>",
        "<h2>Reach</h2>", "<table><tr><td>a</td><td>b</td></tr></table>", "\u00a0", "\u200b",
        "â€œ", "This award recognises people.",
    ]
)  # fmt: skip
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=40).map("\n".join)


def _whole(brief: Brief) -> None:
    assert [line.number for line in brief.lines] == list(range(1, len(brief.lines) + 1))
    for line in brief.lines:
        assert line.uses
        assert (Use.BLANK in line.uses) <= (not line.text.strip())
        assert (line.reason is not None) == (line.uses == (Use.IGNORED,))
        if line.category is not None:
            category = brief.categories[line.category]
            if line.section is not None:
                section = category.sections[line.section]
                assert line.prompt is None or line.prompt < len(section.prompts)
    assert len(explain(brief).splitlines()) >= len(brief.lines) - 1
    assert set(brief_as_json(brief)) == {"categories", "warnings"}


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_every_line_listed(text: str) -> None:
    _whole(read_brief(text, filename="page.txt"))


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_any_html_is_read(text: str) -> None:
    _whole(read_brief(text, filename="page.html"))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    try:
        _whole(read_brief(data))
    except UnreadableBrief as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017


@given(st.lists(st.text("abcdefghij ", min_size=1, max_size=30), max_size=20))
@settings(max_examples=50, deadline=None)
def test_lines_of_text_come_back_in_order(lines: list[str]) -> None:
    brief = read_brief("\n".join(lines), filename="page.txt")
    assert [line.text for line in brief.lines] == (lines if any(lines) else [])


@given(PAGES)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_brief(text) == read_brief(text)
