from __future__ import annotations

from django.apps import AppConfig


class JudgeConfig(AppConfig):
    name = "plaudit.sites.judge"
    label = "site_judge"
