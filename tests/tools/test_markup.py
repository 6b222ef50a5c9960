from __future__ import annotations

from pathlib import Path

from tests.tools.conftest import Writer
from tools.check.markup import TRUSTED_MODULE, find_trusted_markup


def test_escaped_text_and_the_trusted_module_pass(tmp_path: Path, write: Writer) -> None:
    write(str(TRUSTED_MODULE), "from markupsafe import Markup\n")
    write(
        "src/plaudit/sites/entrant/templates/entry.html",
        """
        {# rows: Markup( or text,
           never | safe #}
        <p>{{ entry.title }} is safe</p>
        """,
    )
    assert find_trusted_markup(tmp_path) == []


def test_trusted_text_anywhere_else_fails(tmp_path: Path, write: Writer) -> None:
    write(
        "src/plaudit/sites/entrant/pages/entry.py",
        """\
        from django.utils.safestring import mark_safe
        import markupsafe
        title = markupsafe.Markup(entry.title)
        """,
    )
    write(
        "src/plaudit/sites/entrant/templates/entry.html",
        "{# a\ncomment #}\n{{ entry.title|safe }}\n{% autoescape false %}\n",
    )
    write("src/plaudit/messages/templates/receipt.txt", "{% autoescape off %}\n")
    trusted = f"belongs in {TRUSTED_MODULE} alone"
    assert find_trusted_markup(tmp_path) == [
        f"src/plaudit/sites/entrant/pages/entry.py:1: mark_safe {trusted}",
        f"src/plaudit/sites/entrant/pages/entry.py:3: Markup {trusted}",
        "src/plaudit/messages/templates/receipt.txt:1: `autoescape off` lets text through unescaped",
        "src/plaudit/sites/entrant/templates/entry.html:3: `|safe` lets text through unescaped",
        "src/plaudit/sites/entrant/templates/entry.html:4: `autoescape false` lets text through unescaped",
    ]
