"""A bare Django site on the same database: stock sessions, stock sign-in, one query."""

from __future__ import annotations

import os

from plaudit.kit.database import database_settings

SECRET_KEY = "a key for measuring alone"
ALLOWED_HOSTS = ["bench.localhost"]
DATABASES = {"default": database_settings(os.environ["DATABASE_URL"])}
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "plaudit.people"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
AUTH_USER_MODEL = "people.Person"
SESSION_ENGINE = "bench.floor_sessions"
SESSION_COOKIE_NAME = "__Host-session"
ROOT_URLCONF = "bench.floor_urls"
USE_TZ = True
