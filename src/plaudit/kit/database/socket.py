"""Where the embedded server's socket lies, and its address."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path
from urllib.parse import quote

from plaudit.kit.database.account import Account
from plaudit.kit.database.cluster import DATABASE, ROLE
from plaudit.kit.database.errors import DatabaseUnavailable

DEFAULT_PORT = 5432
LONGEST_ADDRESS = 107  # bytes in sockaddr_un.sun_path, less the closing zero
SHORT_FOLDERS = Path("/tmp")  # noqa: S108 - the folder made there is checked before use


def socket_url(data_directory: Path, port: int) -> str:
    return f"postgresql://{ROLE}@{quote(str(socket_folder(data_directory)), safe='')}:{port}/{DATABASE}"


def socket_folder(data_directory: Path) -> Path:
    """Return the folder for the socket: inside the data directory, or a short one when that cannot be an address.

    The system limits a socket's address to 107 bytes, and libpq takes a comma for the start of another host.
    """
    inside = data_directory / "socket"
    longest = os.fsencode(inside / ".s.PGSQL.65535")
    if len(longest) <= LONGEST_ADDRESS and b"," not in longest:
        return inside
    digest = hashlib.sha256(os.fsencode(data_directory)).hexdigest()[:16]
    return (
        SHORT_FOLDERS
        / f"plaudit-{data_directory.stat().st_uid if data_directory.exists() else os.geteuid()}-{digest}"
    )


def prepare_socket_folder(data_directory: Path, account: Account) -> Path:
    """Make the socket's folder, private to the database's user, and return it.

    Raises DatabaseUnavailable when somebody else holds a folder of that name, as anyone may in /tmp.
    """
    folder = socket_folder(data_directory)
    try:
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, account.user_id, account.group_id)
    except FileExistsError:
        pass
    found = folder.lstat()
    is_private = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700
    if not is_private or found.st_uid != account.user_id:
        raise DatabaseUnavailable(
            f"{folder} should be a folder private to {account.name} and is not. Remove it and start again."
        )
    return folder


def discard_socket_folder(data_directory: Path) -> None:
    """Remove a short folder that a stopped server has left empty. One inside the data directory stays."""
    folder = socket_folder(data_directory)
    if not folder.is_relative_to(data_directory):
        with contextlib.suppress(OSError):
            folder.rmdir()
