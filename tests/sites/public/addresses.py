"""Addresses of an edition's public pages."""

from __future__ import annotations

from django.urls import reverse

from plaudit.programmes.models import Category, Edition


def page(route: str, edition: Edition, **arguments: str) -> str:
    where = {"programme": edition.programme.slug, "edition": edition.slug}
    return reverse(route, kwargs=where | arguments)


def category_page(category: Category) -> str:
    return page("public_category", category.edition, category=category.slug)
