"""The test suite: the demo's rooms, quick hashing, no compressed static files."""

from __future__ import annotations

from plaudit.config.settings.base import *  # noqa: F403
from plaudit.config.settings.base import CHECKOUT, INSTALLED_APPS, MIDDLEWARE, STORAGES

DEMO = True
SECRET_KEY = "a key for tests alone, which protects nothing at all"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
INSTALLED_APPS = [*INSTALLED_APPS, "plaudit.sites.demo"]
MIDDLEWARE = [*MIDDLEWARE, "plaudit.sites.demo.middleware.MovedClock"]
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATA = CHECKOUT / ".build" / "test-data"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT, "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CONFINE_FILES = False
CLAMD_ADDRESS = ""
