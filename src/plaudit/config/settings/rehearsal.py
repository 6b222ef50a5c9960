"""Settings of a rehearsal: production's rooms, mail kept in memory, files in the throwaway folder."""

from __future__ import annotations

import secrets

from plaudit.config.settings.base import *  # noqa: F403

SECRET_KEY = secrets.token_urlsafe(64)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CONFINE_FILES = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "root": {"handlers": [], "level": "CRITICAL"},
}
