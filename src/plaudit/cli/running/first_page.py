from __future__ import annotations

import http.client
import os
from urllib.parse import urlsplit


def answers(host: str, port: int) -> bool:
    """Return whether the site's first page comes back, under the name the site is known by."""
    known_as = urlsplit(os.environ.get("PLAUDIT_BASE_URL", "")).netloc or f"{host}:{port}"
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": known_as})
        return connection.getresponse().status < http.client.BAD_REQUEST
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
