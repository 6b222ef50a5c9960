"""Asking clamd whether a file holds a virus, by its INSTREAM command (man clamd: "INSTREAM", z-terminated)."""

from __future__ import annotations

import socket
import struct
from typing import IO

CHUNK = 128 * 1024
SECONDS = 30.0


class ScannerDown(Exception):
    """The scanner could not be asked, or did not say. The file is to be held, never passed."""


def virus_in(file: IO[bytes], address: str) -> str:
    """Return the name of the virus that clamd finds in the file, or "" for none.

    `address` is "unix:/run/clamd.sock", "tcp://host:3310" or "host:3310". Raises `ScannerDown`.
    """
    try:
        with _connected(address) as connection:
            connection.sendall(b"zINSTREAM\0")
            while chunk := file.read(CHUNK):
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(struct.pack("!L", 0))
            answer = _answer(connection)
    except (OSError, ValueError) as error:
        raise ScannerDown(f"clamd at {address}: {error}") from error
    if answer == "stream: OK":
        return ""
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise ScannerDown(f"clamd at {address} said {answer[:200]!r}")


def is_there(address: str) -> bool:
    """Whether clamd answers PING."""
    try:
        with _connected(address) as connection:
            connection.sendall(b"zPING\0")
            return _answer(connection) == "PONG"
    except (OSError, ValueError):
        return False


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(SECONDS)
        try:
            connection.connect(address.removeprefix("unix:").removeprefix("//"))
        except OSError:
            connection.close()
            raise
        return connection
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS)


def _answer(connection: socket.socket) -> str:
    received = b""
    while not received.endswith(b"\0") and len(received) < 4096:
        more = connection.recv(4096)
        if not more:
            break
        received += more
    return received.rstrip(b"\0\n").decode("utf-8", "replace")
