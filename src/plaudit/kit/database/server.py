"""The PostgreSQL server that Plaudit brings along, run as a child of whoever starts it."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from plaudit.kit.database.account import Account, account_for, person_running
from plaudit.kit.database.cluster import BINARIES, ensure_cluster, write_access_rules
from plaudit.kit.database.errors import DatabaseInUse, DatabaseUnavailable
from plaudit.kit.database.leftovers import clear_leftovers
from plaudit.kit.database.processes import start_child, stop_child
from plaudit.kit.database.reach import let_reach, make_readable
from plaudit.kit.database.socket import (
    DEFAULT_PORT,
    discard_socket_folder,
    prepare_socket_folder,
    socket_url,
)

START_SECONDS = 60.0  # recovery after a power cut replays the log first
LOG_LIMIT = 10_000_000

SETTINGS = [
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "max_connections=50",
    "shared_buffers=128MB",
    "synchronous_commit=on",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] ",
    "log_min_messages=warning",
    "log_checkpoints=off",
    "log_min_error_statement=panic",  # statements, and the details of what failed, hold people's words
    "log_error_verbosity=terse",
]


def to_terminal(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _open_private(path: Path, mode: str) -> IO[Any]:
    return open(path, mode, opener=lambda name, flags: os.open(name, flags, 0o600))


@dataclass
class EmbeddedServer:
    """One server on one data directory, reachable only through a socket in a private folder.

    `data_directory` holds `cluster/` (PostgreSQL's files), `server.log`, the access rules, a lock and, unless its
    path is too long for a socket, `socket/`. Start it from the main thread of a process that outlives it: the
    kernel stops the server when that process dies. `fsync=False` is for tests: it trades safety for speed.
    """

    data_directory: Path
    fsync: bool = True
    port: int | None = None
    announce: Callable[[str], None] = to_terminal
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)
    _lock: IO[str] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.data_directory = self.data_directory.resolve()
        self.port = self.port or DEFAULT_PORT

    @property
    def url(self) -> str:
        """The DATABASE_URL, the same at every start."""
        return socket_url(self.data_directory, self.port or DEFAULT_PORT)

    @property
    def cluster(self) -> Path:
        return self.data_directory / "cluster"

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def is_held(self) -> bool:
        """Whether some process, this or another, has started the server on the data directory."""
        lock = self.data_directory / "lock"
        if not lock.exists():
            return False
        with lock.open() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def start(self) -> str:
        """Start the server, making its files first if need be, and return its DATABASE_URL once it answers.

        Locks the data directory, stops a server left over from a killed run, and lets PostgreSQL recover.
        Raises DatabaseUnavailable with a sentence for the operator.
        """
        self._take_lock()
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self.url

    def stop(self) -> None:
        """Stop the server, letting open statements fail and everything committed reach the disk."""
        if self._process is not None:
            stop_child(self._process, (signal.SIGINT, 30.0), (signal.SIGQUIT, 5.0))
            self._process = None
            discard_socket_folder(self.data_directory)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _take_lock(self) -> None:
        self.data_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _open_private(self.data_directory / "lock", "a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip()
            lock.close()
            raise DatabaseInUse(
                f"Another Plaudit (process {holder or 'unknown'}) already uses {self.data_directory}. "
                "Stop it first, or set PLAUDIT_DATA to another folder."
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        self._lock = lock

    def _start(self) -> None:
        account = account_for(self.cluster)
        if os.geteuid() == 0:
            let_reach(account, self.data_directory.parent, announce=self.announce)
            let_reach(account, self.data_directory, announce=lambda _: None)
            let_reach(account, BINARIES.parent.parent, announce=self.announce)
            make_readable(BINARIES.parent)
        clear_leftovers(self.cluster)
        ensure_cluster(self.cluster, account, fsync=self.fsync)
        log = self._open_log()
        self._process = self._launch(account, log)
        self._wait_until_ready(log)

    def _launch(self, account: Account, log: IO[bytes]) -> subprocess.Popen[bytes]:
        folder = prepare_socket_folder(self.data_directory, account)
        quoted = str(folder).replace('"', '""')
        settings = [*SETTINGS, f"port={self.port}", f'unix_socket_directories="{quoted}"']
        settings += write_access_rules(
            self.data_directory, sorted({account.name, person_running()})
        )
        settings += ["fsync=on"] if self.fsync else ["fsync=off", "full_page_writes=off"]
        return start_child(
            [
                BINARIES / "postgres",
                "-D",
                self.cluster,
                *(part for each in settings for part in ("-c", each)),
            ],
            account=account,
            environment={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            folder=Path("/"),
            output=log,
            death_signal=signal.SIGINT,
        )

    def _open_log(self) -> IO[bytes]:
        path = self.data_directory / "server.log"
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_name("server.log.1"))
        return _open_private(path, "ab")

    def _wait_until_ready(self, log: IO[bytes]) -> None:
        """Wait for the server's own notice that it accepts connections."""
        process, notice = self._process, self.cluster / "postmaster.pid"
        deadline = time.monotonic() + START_SECONDS
        with log:
            while process is not None and process.poll() is None and time.monotonic() < deadline:
                if notice.exists() and "ready" in notice.read_text().split():
                    return
                time.sleep(0.02)
        last_lines = Path(log.name).read_text(errors="replace").splitlines()[-5:]
        raise DatabaseUnavailable(
            "PostgreSQL did not start. Its log ends: " + " / ".join(last_lines)
        )
