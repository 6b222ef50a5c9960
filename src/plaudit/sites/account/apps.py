from __future__ import annotations

from django.apps import AppConfig


class AccountConfig(AppConfig):
    name = "plaudit.sites.account"
    label = "site_account"
