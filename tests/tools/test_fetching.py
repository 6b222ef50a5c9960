from __future__ import annotations

from pathlib import Path

from tests.tools.conftest import Writer
from tools.check.fetching import find_unscoped_fetches


def test_fetching_through_the_edition_passes(tmp_path: Path, write: Writer) -> None:
    write(
        "src/plaudit/sites/entrant/views/entry.py",
        """
        entry = get_object_or_404(edition.entries.visible_to(person), pk=pk)
        entries = edition.entries.visible_to(person)
        """,
    )
    write("src/plaudit/entries/queries.py", "everything = Entry.objects.all()\n")
    assert find_unscoped_fetches(tmp_path) == []


def test_fetching_from_the_whole_table_fails(tmp_path: Path, write: Writer) -> None:
    write(
        "src/plaudit/sites/entrant/views/entry.py",
        """\
        Entry.objects.get(pk=pk)
        models.Entry._default_manager.all()
        get_object_or_404(Entry, pk=pk)
        shortcuts.get_list_or_404(models.Entry)
        """,
    )
    place = "src/plaudit/sites/entrant/views/entry.py"
    assert find_unscoped_fetches(tmp_path) == [
        f"{place}:1: `.objects` reads a whole table; go through the person or the edition",
        f"{place}:2: `._default_manager` reads a whole table; go through the person or the edition",
        f"{place}:3: Entry is looked up in the whole table; pass a query of the person or the edition",
        f"{place}:4: Entry is looked up in the whole table; pass a query of the person or the edition",
    ]
