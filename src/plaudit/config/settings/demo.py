"""The demo on one's own machine: plain HTTP on loopback, one-click sign-in, a movable clock."""

from __future__ import annotations

import os

from plaudit.config.settings.base import *  # noqa: F403
from plaudit.config.settings.base import DATA, INSTALLED_APPS, LOGGING, MIDDLEWARE
from plaudit.kit.secret_key import secret_key

DEMO = True
SECRET_KEY = secret_key(DATA, os.environ.get("PLAUDIT_SECRET_KEY"))
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = [*INSTALLED_APPS, "plaudit.sites.demo"]
MIDDLEWARE = [*MIDDLEWARE, "plaudit.sites.demo.middleware.MovedClock"]

# Browsers keep `__Host-` cookies from plain HTTP.
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# The terminal of `make run` is for a person: only what went wrong.
LOGGING = {**LOGGING, "root": {"handlers": ["stderr"], "level": "WARNING"}}
