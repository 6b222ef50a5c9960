"""POSIX access lists, as Linux keeps them in an extended attribute (linux/posix_acl_xattr.h)."""

from __future__ import annotations

import os
import struct
from pathlib import Path

ATTRIBUTE = "system.posix_acl_access"
VERSION = 2
OWNER, USER, GROUP, NAMED_GROUP, MASK, OTHER = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
NO_ID = 0xFFFFFFFF
EXECUTE = 1

Entry = tuple[int, int, int]  # kind, permissions, user or group id


def let_user_pass(folder: Path, user_id: int) -> None:
    """Let one user pass through `folder`, and nobody else; it gives no right to list or read it.

    Raises OSError where the file system keeps no access lists.
    """
    others = [entry for entry in _read(folder) if (entry[0], entry[2]) != (USER, user_id)]
    entries = [*others, (USER, EXECUTE, user_id)]
    if not any(kind == MASK for kind, _, _ in entries):
        group = next(permissions for kind, permissions, _ in entries if kind == GROUP)
        entries.append((MASK, group | EXECUTE, NO_ID))
    entries = [
        (kind, bits | EXECUTE if kind == MASK else bits, number) for kind, bits, number in entries
    ]
    packed = b"".join(
        struct.pack("<HHI", *entry)
        for entry in sorted(entries, key=lambda entry: (entry[0], entry[2]))
    )
    os.setxattr(folder, ATTRIBUTE, struct.pack("<I", VERSION) + packed)


def _read(folder: Path) -> list[Entry]:
    try:
        raw = os.getxattr(folder, ATTRIBUTE)
    except OSError:
        mode = folder.stat().st_mode
        return [
            (OWNER, mode >> 6 & 7, NO_ID),
            (GROUP, mode >> 3 & 7, NO_ID),
            (OTHER, mode & 7, NO_ID),
        ]
    return [struct.unpack_from("<HHI", raw, offset) for offset in range(4, len(raw), 8)]
