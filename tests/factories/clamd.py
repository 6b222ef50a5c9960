"""A clamd that knows one virus, and speaks the real protocol over a socket."""

from __future__ import annotations

import contextlib
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.factories.files import EICAR

LARGEST_STREAM = 30 * 1024 * 1024


class Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        command = self._command()
        if command == b"zPING":
            self.wfile.write(b"PONG\0")
        elif command == b"zINSTREAM":
            self.wfile.write(self._scanned())
        else:
            self.wfile.write(b"UNKNOWN COMMAND\0")

    def _command(self) -> bytes:
        said = b""
        while not said.endswith(b"\0"):
            said += self.rfile.read(1)
        return said[:-1]

    def _scanned(self) -> bytes:
        content = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
            if len(content) > LARGEST_STREAM:
                return b"INSTREAM size limit exceeded. ERROR\0"
        found = EICAR in content
        return b"stream: Eicar-Test-Signature FOUND\0" if found else b"stream: OK\0"


@contextlib.contextmanager
def a_clamd(folder: Path) -> Iterator[str]:
    """Run it on a unix socket in `folder`, and give its address."""
    path = folder / "clamd.ctl"
    with socketserver.ThreadingUnixStreamServer(str(path), Conversation) as server:
        yield from _served(server, f"unix:{path}")


@contextlib.contextmanager
def a_clamd_by_tcp() -> Iterator[str]:
    """Run it on a port of its own, and give its address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        yield from _served(server, f"tcp://127.0.0.1:{server.server_address[1]}")


def _served(server: socketserver.BaseServer, address: str) -> Iterator[str]:
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
