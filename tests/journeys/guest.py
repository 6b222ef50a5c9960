"""Somebody at the demo: signs in as one of its people or by a mailed code, reads mail, moves today."""

from __future__ import annotations

import datetime as dt
import re
import time
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.journeys.someone import Someone

ZONE = ZoneInfo("Europe/London")
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


class Guest(Someone):
    """Whatever the demo lets anybody do, besides what its pages are for."""

    def becomes(self, role: str) -> None:
        """Sign in by the demo's one button as, say, "the awards director"."""
        self.goes_to("/demo/")
        choosing = self.page.url
        self.presses(f"as the {role}")
        self.leaves(choosing)
        self.looks()

    def reads_of_the_awards(self) -> str:
        """Come to the newest edition's home as a visitor does; return its address."""
        self.goes_to("/")
        self.follows("Common Ground Awards")
        return self.page.url

    def gives_address(self, address: str) -> None:
        """Ask for a code, on the page that asks for an address."""
        self.is_on("Sign in")
        self.writes("Your email address", address)
        self.presses("Send me a code")
        self.is_on("Enter your code")

    def signs_in_by_mail(self, address: str) -> None:
        """From the page that asks for an address, with the code that is mailed to it."""
        self.gives_address(address)
        self.writes("Code", self.code_sent_to(address))
        self.presses("Sign in", exact=True)

    def gives_name(self, name: str) -> None:
        self.is_on("What is your name?")
        self.writes("Your name", name)
        self.presses("Continue")

    def code_sent_to(self, address: str) -> str:
        found = CODE.search(self.mail(address, "code to sign in"))
        assert found is not None
        return found[0]

    def mail(self, address: str, subject: str) -> str:
        """Return the text of the newest mail to the address with this in its subject."""
        with_mail = self._letter(address, subject)
        text = with_mail.inner_text()
        with_mail.page.close()
        return text

    def link_in_mail(self, address: str, subject: str, to: str) -> str:
        """Return the link to an address that holds `to`, in the newest such mail."""
        letter = self._letter(address, subject)
        href = letter.locator(f'a[href*="{to}"]').first.get_attribute("href")
        letter.page.close()
        assert href is not None
        return href

    def _letter(self, address: str, subject: str) -> Locator:
        """Look in a tab of its own, for up to half a minute: the worker sends some mail."""
        tab = self.page.context.new_page()
        self._watch(tab)
        letter = tab.locator("article").filter(has=tab.locator("h2", has_text=subject)).first
        ends_at = time.monotonic() + 30
        while True:
            tab.goto(f"/demo/mail/?address={address}")
            if letter.count() or time.monotonic() > ends_at:
                break
            time.sleep(0.5)
        expect(letter, f"mail to {address} about “{subject}”").to_be_visible(timeout=1)
        self.looks(tab)
        return letter

    def moves_today_to(self, moment: str) -> None:
        """Move the clock to a named moment, such as "After the deadline"."""
        self.goes_to("/demo/clock/")
        self.page.get_by_role("button", name=re.compile(rf"Move here\W+{moment}$")).click()
        self.is_on("Move today")

    def moves_today_to_instant(self, instant: dt.datetime) -> None:
        """Move the clock to any instant, to the second."""
        local = instant.astimezone(ZONE)
        self.goes_to("/demo/clock/")
        self.writes("Date", f"{local:%Y-%m-%d}")
        self.writes("Time", f"{local:%H:%M:%S}")
        self.presses("Move today", exact=True)
