from __future__ import annotations

import socket

import pytest

from plaudit.cli.running.port import require_free_port
from plaudit.cli.running.refusal import CannotContinue


def test_a_free_port(free_port: int) -> None:
    require_free_port("127.0.0.1", free_port)


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_taken_port_is_named_with_the_way_out(is_shared: bool) -> None:
    """A server that shares its port (SO_REUSEPORT), as granian does, counts as there too."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, int(is_shared))
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        expected = (
            rf"Port {port} on 127.0.0.1 is in use.*PORT={port + 1} make run.*--port {port + 1}"
        )
        with pytest.raises(CannotContinue, match=expected):
            require_free_port("127.0.0.1", port)


def test_no_address_of_this_machine() -> None:
    with pytest.raises(CannotContinue, match="is no address of this machine"):
        require_free_port("no-such-host.invalid", 8000)
