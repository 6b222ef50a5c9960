"""Settings that hold in every mode. What differs lives beside this file, one mode a file."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from plaudit.kit.database import database_settings

CHECKOUT = Path(__file__).resolve().parents[4]
DATA = Path(os.environ.get("PLAUDIT_DATA", CHECKOUT / ".plaudit")).resolve()

BASE_URL = os.environ.get("PLAUDIT_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
DEMO = False
DEBUG = False
ALLOWED_HOSTS = [host for host in os.environ.get("PLAUDIT_ALLOWED_HOSTS", "").split(",") if host]
DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL", "postgresql:///plaudit"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "csp",
    "plaudit.people",
    "plaudit.messages",
    "plaudit.programmes",
    "plaudit.entries",
    "plaudit.judging",
    "plaudit.results",
    "plaudit.ceremony",
    "plaudit.enquiries",
    "plaudit.sites.components",
    "plaudit.sites.account",
    "plaudit.sites.public",
    "plaudit.sites.entrant",
    "plaudit.sites.judge",
    "plaudit.sites.organiser",
]

MIDDLEWARE = [
    "plaudit.sites.components.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plaudit.sites.components.content_policy.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "plaudit.people.middleware.PersonMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "plaudit.sites.components.middleware.FormsTaken",
    "plaudit.sites.components.middleware.PrivateUnlessPublic",
    "plaudit.sites.components.middleware.RefusalsAsPages",
]

ROOT_URLCONF = "plaudit.config.urls"
WSGI_APPLICATION = "plaudit.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            CHECKOUT / "src/plaudit/sites" / room / "templates"
            for room in ("components", "account", "public", "entrant", "judge", "organiser", "demo")
        ],
        "OPTIONS": {
            "environment": "plaudit.config.jinja.environment",
            "context_processors": ["plaudit.sites.components.context.page_context"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/home/"
ACCOUNT_ADAPTER = "plaudit.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "allauth.mfa.adapter.DefaultMFAAdapter"

SESSION_ENGINE = "plaudit.people.sessions"
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "plaudit.sites.components.refusals.csrf_refused"

STRIPE_SECRET_KEY = os.environ.get("STRIPE_SECRET_KEY", "")
STRIPE_PUBLISHABLE_KEY = os.environ.get("STRIPE_PUBLISHABLE_KEY", "")
STRIPE_WEBHOOK_SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "")
STRIPE_API_BASE = os.environ.get("STRIPE_API_BASE", "")
STRIPE_SCRIPT = os.environ.get("STRIPE_SCRIPT", "https://js.stripe.com/v3/")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = CHECKOUT / ".build" / "static"
PDF_FONTS = CHECKOUT / "src/plaudit/sites/components/static/plaudit/print"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": MEDIA_ROOT,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "plaudit.kit.serving.gathered.GatheredFiles"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a brief of thirty categories is corrected in one form
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "plaudit.kit.uploading.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CLAMD_ADDRESS = os.environ.get(
    "PLAUDIT_CLAMD", ""
)  # "unix:/run/clamav/clamd.ctl", "tcp://host:3310"
CONFINE_FILES = True  # files of strangers are opened in a child with little memory and time

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
    }
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("PLAUDIT_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("PLAUDIT_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("PLAUDIT_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PLAUDIT_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("PLAUDIT_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("PLAUDIT_MAIL_FROM", "Plaudit <plaudit@localhost>")

TRUSTED_PROXIES = int(os.environ.get("PLAUDIT_TRUSTED_PROXIES", "0"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "plaudit.kit.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
