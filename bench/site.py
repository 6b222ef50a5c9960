"""The site that is measured: production settings, on the embedded database with fsync on."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Request, fetch

HOST = "bench.localhost"
PROXY_HEADERS = (("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "127.0.0.1"))


def environment(database_url: str, data: Path) -> dict[str, str]:
    """Return production's environment, behind one proxy that ends TLS."""
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "PLAUDIT_DATA": str(data),
        "PLAUDIT_BASE_URL": f"https://{HOST}",
        "PLAUDIT_TRUSTED_PROXIES": "1",
        "PLAUDIT_SECRET_KEY": "a key for measuring alone, long enough to pass the checks of production",
        "DJANGO_SETTINGS_MODULE": "plaudit.config.settings.production",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], env: dict[str, str], path: str) -> Iterator[tuple[int, int, float]]:
    """Run a server; yield its port, its process and the seconds until `path` first answered 200."""
    port = free_port()
    program = [*command, "--port", str(port)]
    started = time.perf_counter()
    with Path(env["PLAUDIT_DATA"], "bench.log").open("ab") as log:
        process = subprocess.Popen(program, env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        yield port, process.pid, _seconds_until_ready(port, path, process, started)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _seconds_until_ready(
    port: int, path: str, process: subprocess.Popen[bytes], started: float
) -> float:
    while time.perf_counter() - started < 60:
        if process.poll() is not None:
            raise RuntimeError("the server ended; see bench.log")
        try:
            status, _ = fetch(port, HOST, Request(path, headers=PROXY_HEADERS))
        except OSError:
            time.sleep(0.05)
            continue
        if status == 200:
            return time.perf_counter() - started
        time.sleep(0.05)
    raise RuntimeError(f"{path} did not answer 200 within a minute")


def plaudit(*words: str) -> list[str]:
    return [sys.executable, "-m", "plaudit.cli", *words]
