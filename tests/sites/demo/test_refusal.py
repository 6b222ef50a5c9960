"""Demo code must never run beside a programme that is real."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

import plaudit.sites.demo
from plaudit.sites.demo.apps import DemoConfig

LOAD_PRODUCTION = """
import django
from django.conf import settings
settings.INSTALLED_APPS  # loaded now, so that it can be added to
settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, *{more}]
django.setup()
from django.urls import Resolver404, resolve
try:
    resolve("/demo/")
except Resolver404:
    print("no such page")
"""


def test_it_refuses_to_load_where_demo_is_not_set(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="signs anyone in as anyone"):
        DemoConfig("plaudit.sites.demo", plaudit.sites.demo).ready()


def test_it_is_loaded_in_tests() -> None:
    assert apps.is_installed("plaudit.sites.demo")


def _run_in_production(more: list[str], folder: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "plaudit.config.settings.production",
        "PLAUDIT_DATA": folder,
    }
    code = LOAD_PRODUCTION.format(more=more)
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_production_settings_have_no_demo_pages(tmp_path: object) -> None:
    result = _run_in_production([], str(tmp_path))
    assert result.stdout.strip() == "no such page", result.stderr


def test_production_settings_refuse_the_demo_app(tmp_path: object) -> None:
    result = _run_in_production(["plaudit.sites.demo"], str(tmp_path))
    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
