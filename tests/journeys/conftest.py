"""Fixtures of the browser journeys: a site for each file, browsers with and without scripts."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.guest import Guest
from tests.journeys.site import Site

Opener = Callable[..., Guest]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a stopped demo, built once for all workers of the run."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    template = root / "built-demo"
    with (root / "built-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not template.exists():
            site = Site(root / "demo-being-built")
            try:
                site.start()
            finally:
                site.stop()
            site.data.rename(template)
    return template


@pytest.fixture(scope="module")
def site(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A running demo of this file's own: its clock and its data can be moved at will.

    When the file's story has ended, the database is asked whether it still agrees with itself.
    """
    with Site(tmp_path_factory.mktemp("site") / "data").running(built_demo) as site:
        yield site


@pytest.fixture
def somebody(browser: Browser, site: Site) -> Iterator[Opener]:
    """Return a function that gives a person a browser window of their own.

    Keywords: `scripts=False` turns scripts off; `width` is the window's, in pixels. When the test ends,
    whatever axe, the console or the policy reported on any page fails it.
    """
    people: list[Guest] = []

    def opener(*, scripts: bool = True, width: int = 1280) -> Guest:
        context = browser.new_context(
            base_url=site.address,
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            locale="en-GB",
        )
        people.append(Guest(context.new_page(), scripts=scripts))
        return people[-1]

    yield opener
    problems = [problem for person in people for problem in person.problems]
    for person in people:
        person.page.context.close()
    assert not problems, "\n".join(dict.fromkeys(problems))
