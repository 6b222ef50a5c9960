"""Letting the database's user reach what it needs when root runs Plaudit inside a private folder."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

from plaudit.kit.database.access_list import let_user_pass
from plaudit.kit.database.account import Account
from plaudit.kit.database.errors import DatabaseUnavailable


def let_reach(account: Account, folder: Path, *, announce: Callable[[str], None]) -> None:
    """Make every folder on the way to `folder`, itself included, passable for `account`.

    Folders that already are stay as they are. Others get one entry for that user alone, or, where the file
    system keeps no access lists, the execute bit for all. Each change is announced. Only root calls this.
    """
    if _can_pass(account, folder):
        return
    for step in reversed([folder, *folder.parents]):
        if _can_pass(account, step):
            continue
        try:
            let_user_pass(step, account.user_id)
            announce(f"Let the system user {account.name} pass through {step} (not list it).")
        except OSError:
            step.chmod(step.stat().st_mode | stat.S_IXOTH)
            announce(
                f"Let other users of this machine pass through {step} (not list it), for {account.name}."
            )
    if not _can_pass(account, folder):
        raise DatabaseUnavailable(
            f"The system user {account.name} cannot reach {folder}. Move Plaudit to a folder that user can reach."
        )


def make_readable(tree: Path) -> None:
    """Let everyone read an installed package, which a strict umask may have hidden. It holds no secrets."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        wanted = mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if wanted != mode:
            path.chmod(wanted)


def _can_pass(account: Account, folder: Path) -> bool:
    found = subprocess.run(
        ["/usr/bin/test", "-x", folder], check=False, cwd="/", **account.as_popen_arguments()
    )
    return found.returncode == 0
