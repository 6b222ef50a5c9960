"""A WSGI environment (PEP 3333) from a request as granian gives it."""

from __future__ import annotations

import sys
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from plaudit.kit.serving.rsgi import Scope

BASIC: dict[str, Any] = {
    "GATEWAY_INTERFACE": "CGI/1.1",
    "SCRIPT_NAME": "",
    "SERVER_SOFTWARE": "granian",
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multiprocess": True,
    "wsgi.multithread": True,
    "wsgi.run_once": False,
    "wsgi.version": (1, 0),
}
_names: dict[str, str] = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
MOST_NAMES_KEPT = 500


def environ_of(scope: Scope, body: IO[bytes]) -> dict[str, Any]:
    """Return the environment of the request. Headers with an underscore in their name are left out.

    Such a header could pass for another one, such as a proxy's own `X-Forwarded-For`.
    """
    host, _, port = scope.server.rpartition(":")
    environ = {
        **BASIC,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": _path(scope.path),
        "QUERY_STRING": scope.query_string,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "SERVER_NAME": host.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
    }
    for name, value in scope.headers.items():
        key = _names.get(name) or _remember(name)
        if not key:
            continue
        if key in environ:
            joint = "; " if key == "HTTP_COOKIE" else ","
            value = f"{environ[key]}{joint}{value}"  # noqa: PLW2901 - a header sent twice
        environ[key] = value
    if scope.authority and "HTTP_HOST" not in environ:
        environ["HTTP_HOST"] = scope.authority
    return environ


def _path(path: str) -> str:
    """Return the path's bytes, unquoted, as the Latin-1 text that WSGI wants."""
    if "%" not in path and path.isascii():
        return path
    return unquote_to_bytes(path).decode("latin-1")


def _remember(name: str) -> str:
    key = "" if "_" in name else "HTTP_" + name.upper().replace("-", "_")
    if len(_names) < MOST_NAMES_KEPT:
        _names[name] = key
    return key
