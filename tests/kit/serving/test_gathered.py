"""Files gathered anew under a server that runs: it still has all that it refers to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finder
from django.core.management import call_command
from pytest_django.fixtures import Settings
from whitenoise import WhiteNoise

from plaudit.kit.serving.gathered import KEPT_FOR, GatheredFiles

Gather = Callable[[str], GatheredFiles]


@pytest.fixture
def gathered(tmp_path: Path, settings: Settings) -> Gather:
    """Gathers one sheet that names one picture, and all else that is there anew."""
    (source := tmp_path / "source").mkdir()
    (source / "mark.svg").write_text("<svg/>" * 100)
    settings.STATIC_ROOT = tmp_path / "gathered"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "plaudit.kit.serving.gathered.GatheredFiles"},
    }
    get_finder.cache_clear()  # type: ignore[attr-defined]

    def gather(colour: str) -> GatheredFiles:
        (source / "main.css").write_text(f"a {{ color: {colour}; src: url(mark.svg) }}\n" * 50)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        return GatheredFiles()

    return gather


def answers(server: WhiteNoise, address: str) -> str:
    """Return what the server sends to somebody who reads brotli: its status, and whether all of it came."""
    try:
        response = server.files[address].get_response("GET", {"HTTP_ACCEPT_ENCODING": "br"})
    except FileNotFoundError as error:
        return type(error).__name__
    with response.file:
        size = len(response.file.read())
    is_whole = dict(response.headers)["Content-Length"] == str(size)
    return f"{int(response.status)}, {'whole' if is_whole else 'cut'}"


def test_a_server_that_runs_still_has_every_file_it_refers_to(gathered: Gather) -> None:
    before = gathered("red")
    server = WhiteNoise(None, root=before.location, prefix="/static/")
    old = [before.url(name) for name in ("main.css", "mark.svg")]
    after = gathered("blue")
    assert after.url("main.css") != old[0]
    assert [answers(server, address) for address in old] == ["200, whole"] * 2


def test_what_nobody_gathered_for_a_week_goes(gathered: Gather, tmp_path: Path) -> None:
    first = Path(gathered("red").path(gathered("red").stored_name("main.css")))
    second = gathered("blue")
    assert first.exists()
    a_week_ago = first.stat().st_mtime - KEPT_FOR.total_seconds() - 1
    for path in (tmp_path / "gathered").iterdir():
        os.utime(path, (a_week_ago, a_week_ago))
    third = gathered("blue")
    named = {second.stored_name(name) for name in ("main.css", "mark.svg")}
    kept = {path.name for path in (tmp_path / "gathered").iterdir()}
    assert third.hashed_files == second.hashed_files
    assert kept == {
        "staticfiles.json",
        *(
            f"{name}{way}"
            for name in (*named, "main.css", "mark.svg")
            for way in ("", ".br", ".gz")
        ),
    }


def test_a_file_that_is_still_gathered_stays_however_old_it_is(gathered: Gather) -> None:
    storage = gathered("red")
    path = Path(storage.path(storage.stored_name("mark.svg")))
    os.utime(path, (0, 0))
    gathered("blue")
    assert path.stat().st_mtime > 0


def test_a_file_takes_the_place_of_another_in_one_step(gathered: Gather) -> None:
    storage = gathered("red")
    manifest = Path(storage.location, storage.manifest_name)
    with manifest.open() as being_read:
        gathered("blue")
        assert "main" in being_read.read()
        assert os.fstat(being_read.fileno()).st_ino != manifest.stat().st_ino
