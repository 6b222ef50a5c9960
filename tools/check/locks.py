"""The lock files answer to what is asked for, name a hash for each package, and hold no download addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PAIRS = [
    ("requirements.in", "requirements.lock"),
    ("requirements-dev.in", "requirements-dev.lock"),
    ("tools/setup/bootstrap.in", "tools/setup/bootstrap.lock"),
]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
ADDRESS = re.compile(r"https?://|^--?(index-url|extra-index-url|find-links|i|f)\b", re.MULTILINE)


def find_lock_faults(root: Path) -> list[str]:
    return [*(fault for pair in PAIRS for fault in _python(root, *pair)), *_front_end(root)]


def _python(root: Path, asked_for: str, lock: str) -> Iterator[str]:
    text = (root / lock).read_text()
    pinned = dict(_pinned(text))
    for requirement in _requirements(root / asked_for):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None:
            yield f"{lock}: {requirement.name} is asked for in {asked_for} and not locked"
        elif version not in requirement.specifier:
            yield f"{lock}: {requirement.name} {version} is not what {asked_for} asks for ({requirement.specifier})"
    for entry in re.split(r"\n(?=\S)", text):
        if (found := PINNED.match(entry)) and "--hash=sha256:" not in entry:
            yield f"{lock}: {found.group(1)} has no hash"
    if found := ADDRESS.search(re.sub(r"^\s*#.*", "", text, flags=re.MULTILINE)):
        yield f"{lock}: holds a download address ({found.group()})"


def _pinned(text: str) -> Iterator[tuple[str, Version]]:
    for line in text.splitlines():
        if found := PINNED.match(line):
            yield canonicalize_name(found.group(1)), Version(found.group(2))


def _requirements(path: Path) -> Iterator[Requirement]:
    for line in path.read_text().splitlines():
        wanted = line.partition("#")[0].strip()
        if wanted.startswith("-r "):
            yield from _requirements(path.parent / wanted.removeprefix("-r ").strip())
        elif wanted:
            yield Requirement(wanted)


def _front_end(root: Path) -> Iterator[str]:
    wanted = json.loads((root / "frontend/package.json").read_text())
    packages = json.loads((root / "frontend/package-lock.json").read_text())["packages"]
    for kind in ("dependencies", "devDependencies"):
        if wanted.get(kind, {}) != packages[""].get(kind, {}):
            yield f"frontend/package-lock.json: its {kind} are not those of package.json"
    for name, entry in packages.items():
        if "resolved" in entry and not entry.get("link"):
            yield f"frontend/package-lock.json: {name} holds a download address"
        if (
            name
            and "integrity" not in entry
            and not entry.get("link")
            and not entry.get("inBundle")
        ):
            yield f"frontend/package-lock.json: {name} has no hash"
