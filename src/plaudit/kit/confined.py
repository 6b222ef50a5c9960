"""Work on files of strangers, in a child process that may use only so much memory and time.

A file made to exhaust its reader ends the child, never the server.
"""

from __future__ import annotations

import importlib
import json
import resource
import subprocess
import sys
from typing import Any

MEGABYTE = 1024 * 1024
GRACE_SECONDS = 5


class Exhausted(Exception):
    """The child ran out of memory or time, or fell over."""


def confined(function: str, *arguments: Any, seconds: int = 20, megabytes: int = 1024) -> Any:
    """Return what "package.module:function" returns in a child with that much processor time and memory.

    Arguments and answer are plain JSON. The child sees none of the environment. Raises `Exhausted`.
    """
    command = [sys.executable, "-m", "plaudit.kit.confined", function, str(seconds), str(megabytes)]
    try:
        child = subprocess.run(
            command,
            input=json.dumps(arguments).encode(),
            capture_output=True,
            timeout=2 * seconds + GRACE_SECONDS,
            env={"PYTHONPATH": ":".join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Exhausted(f"{function} ran out of time") from error
    if child.returncode != 0:
        raise Exhausted(f"{function} ended with {child.returncode}")
    return json.loads(child.stdout)


def main() -> None:
    """Run in the child."""
    name, seconds, megabytes = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (int(megabytes) * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    module, _, function = name.partition(":")
    answer = getattr(importlib.import_module(module), function)(*json.load(sys.stdin))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
