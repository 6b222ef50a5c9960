"""What a writing desk weighs for somebody who has never been here: all that comes by itself, as it came."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from bench.latency import AIM_BYTES, NO_SHIFT, desk_address, first_load
from tests.journeys.site import Site


@pytest.mark.parametrize("width", [360, 1440])
def test_the_desk_comes_in_under_sixty_kilobytes_and_nothing_moves(
    browser: Browser, site: Site, width: int
) -> None:
    weighed = first_load(browser, site.address, desk_address(browser, site.address), width)
    shifts = weighed.pop("shifts")
    assert {"Document", "Script", "Stylesheet", "Font", "live"} <= weighed.keys()
    assert sum(weighed.values()) < AIM_BYTES, weighed
    assert shifts < NO_SHIFT
