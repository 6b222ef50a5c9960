"""The system user that PostgreSQL runs as. PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from plaudit.kit.database.errors import DatabaseUnavailable

SERVICE_USER = "plaudit"
FALLBACK_USERS = ("postgres", "nobody")


class PopenArguments(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    name: str
    user_id: int
    group_id: int

    def as_popen_arguments(self) -> PopenArguments:
        """Return what makes `subprocess` run a program as this user: nothing when we are that user already."""
        if self.user_id == os.geteuid():
            return {}
        return {"user": self.user_id, "group": self.group_id, "extra_groups": [self.group_id]}


def account_for(cluster: Path) -> Account:
    """Return who runs the server: the owner of the data, or else the person running this, or else a service user.

    Raises DatabaseUnavailable when the data belongs to somebody else, or root finds nobody to hand over to.
    """
    owner = cluster.stat().st_uid if cluster.exists() else os.geteuid()
    if owner == os.geteuid() != 0:
        return _account(pwd.getpwuid(owner))
    if os.geteuid() != 0:
        raise DatabaseUnavailable(
            f"{cluster} belongs to another user ({_name_of(owner)}). Run this as that user, or as root."
        )
    if owner != 0:
        return _account(pwd.getpwuid(owner))
    return _service_account()


def person_running() -> str:
    """Return the login name of whoever runs this process."""
    return _name_of(os.geteuid())


def _service_account() -> Account:
    if _find(SERVICE_USER) is None and (
        useradd := shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    ):
        options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        subprocess.run(
            [useradd, *options, "--shell", "/usr/sbin/nologin", SERVICE_USER],
            check=False,
            capture_output=True,
        )
    for name in (SERVICE_USER, *FALLBACK_USERS):
        if account := _find(name):
            return account
    raise DatabaseUnavailable(
        f"PostgreSQL cannot run as root, and no user called {SERVICE_USER} could be made. "
        f"Make one (useradd --system {SERVICE_USER}) or run this as an ordinary user."
    )


def _find(name: str) -> Account | None:
    try:
        return _account(pwd.getpwnam(name))
    except KeyError:
        return None


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _name_of(user_id: int) -> str:
    try:
        return pwd.getpwuid(user_id).pw_name
    except KeyError:
        raise DatabaseUnavailable(
            f"User {user_id} has no name on this system, and PostgreSQL needs one: add it to /etc/passwd."
        ) from None
