"""Production: nothing here is convenient at the price of safety."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from plaudit.config.settings.base import *  # noqa: F403
from plaudit.config.settings.base import ALLOWED_HOSTS, BASE_URL, DATA, TRUSTED_PROXIES
from plaudit.kit.secret_key import secret_key

SECRET_KEY = secret_key(DATA, os.environ.get("PLAUDIT_SECRET_KEY"))
ALLOWED_HOSTS = ALLOWED_HOSTS or [urlsplit(BASE_URL).hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
