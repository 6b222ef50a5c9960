from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from plaudit.kit.clock import real_now
from plaudit.sites.demo.build.rebuilding import remove_everything
from plaudit.sites.demo.clock import return_to_real_time
from plaudit.sites.demo.edition import demo_edition


class Command(BaseCommand):
    help = "build the demo's invented programme, unless it is there"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="empty the whole database first, and go back to real time",
        )

    def handle(self, *args: Any, rebuild: bool, **options: Any) -> None:
        if rebuild:
            remove_everything()
            return_to_real_time()
        if demo_edition() is not None:
            return
        from plaudit.sites.demo.build.programme import build_demo

        began = time.perf_counter()
        build_demo(real_now())
        self.stdout.write(f"Built the demo programme in {time.perf_counter() - began:.1f} seconds")
