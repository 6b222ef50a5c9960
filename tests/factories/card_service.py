"""A server that speaks the card service's API, for the tests that pay."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

SECRET_KEY, PUBLISHABLE_KEY = "sk_test_12345", "pk_test_12345"
GOOD, DECLINED, CHECKED = "4242424242424242", "4000000000000341", "4000002500003155"


@contextmanager
def a_card_service() -> Iterator[str]:
    """Run it, with nothing in it, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "localstripe", "--port", str(port), "--from-scratch"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        base = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{base}/", timeout=1)
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        try:
            yield base
        finally:
            server.terminate()
