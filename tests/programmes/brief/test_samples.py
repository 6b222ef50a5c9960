"""Every sample page comes out as its reviewed result beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plaudit.programmes.brief import Use, brief_as_json, read_brief

SAMPLES = sorted(
    path for path in (Path(__file__).parent / "samples").iterdir() if path.suffix != ".json"
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample_gives_its_expected_structure(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))
    brief = read_brief(path.read_bytes(), filename=path.name)
    assert brief_as_json(brief) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_line_of_a_sample_is_accounted_for(path: Path) -> None:
    brief = read_brief(path.read_bytes(), filename=path.name)
    assert [line.number for line in brief.lines] == list(range(1, len(brief.lines) + 1))
    for line in brief.lines:
        assert line.uses
        assert (line.reason is not None) == (line.uses == (Use.IGNORED,))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_prompt_points_back_to_its_lines(path: Path) -> None:
    brief = read_brief(path.read_bytes(), filename=path.name)
    told = {(line.section, line.prompt) for line in brief.lines if Use.PROMPT in line.uses}
    for category in brief.categories:
        for index, section in enumerate(category.sections):
            last = len(section.prompts) - 1
            assert last < 0 or (index, last) in told or any(place[0] == index for place in told)
