"""Two small files for machines that read the site."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from plaudit.programmes.queries import published_editions
from plaudit.sites.public.caching import keep

KEPT = 60
PRIVATE_ROOMS = (
    "/account/",
    "/entries/",
    "/enquiries/",
    "/home/",
    "/judging/",
    "/organise/",
    "/sign-in/",
)
PAGES = ("public_edition", "public_how", "public_judges", "public_faq", "public_contact")
EDITIONS_LISTED = 200


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines to the public pages."""
    lines = ["User-agent: *", *(f"Disallow: {room}" for room in PRIVATE_ROOMS)]
    lines += ["", f"Sitemap: {settings.BASE_URL}{reverse('public_sitemap')}", ""]
    return keep(HttpResponse("\n".join(lines), content_type="text/plain"), KEPT)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public pages of the published editions."""
    addresses = []
    for edition in published_editions().prefetch_related("categories")[:EDITIONS_LISTED]:
        where = {"programme": edition.programme.slug, "edition": edition.slug}
        addresses += [reverse(page, kwargs=where) for page in PAGES]
        addresses += [
            reverse("public_category", kwargs={**where, "category": category.slug})
            for category in edition.categories.all()
            if category.published_at is not None
        ]
    context = {"addresses": [settings.BASE_URL + address for address in addresses]}
    response = render(request, "public/sitemap.xml", context, content_type="application/xml")
    return keep(response, KEPT)
