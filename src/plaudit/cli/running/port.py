"""Whether a port is free. Granian shares a port with any server that allows it, so nobody else would notice."""

from __future__ import annotations

import argparse
import os
import socket

from plaudit.cli.running.refusal import CannotContinue


def add_address_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default=os.environ.get("HOST", "127.0.0.1"), help="address to listen on"
    )
    parser.add_argument(
        "--port", type=int, default=os.environ.get("PORT", "8000"), help="port to listen on"
    )


def require_free_port(host: str, port: int) -> None:
    """Raise CannotContinue when the address cannot be listened on, saying why and how to choose another."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
    except (socket.gaierror, OverflowError):
        raise CannotContinue(f"{host} port {port} is no address of this machine.") from None
    with socket.socket(family, kind, protocol) as probe:
        # Addresses of a server that has just stopped are free; those of one that still listens are not.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except PermissionError:
            raise CannotContinue(
                f"Port {port} needs more rights. Choose one above 1023: plaudit serve --port 8000."
            ) from None
        except OSError:
            raise CannotContinue(
                f"Port {port} on {host} is in use by another program. "
                f"Stop it, or choose another port: PORT={port + 1} make run, or plaudit serve --port {port + 1}."
            ) from None


def listening_address(host: str, port: int) -> str:
    """Return the IP address that `host` stands for; granian takes no names."""
    return str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
