"""The register of organisations, which all programmes of the site share."""

from __future__ import annotations

from django.urls import URLPattern, path

from plaudit.sites.organiser.views import members, merging, register, register_import

urlpatterns: list[URLPattern] = [
    path("", register.organisations, name="organiser_register"),
    path("imports/", register_import.bring, name="organiser_register_imports"),
    path("imports/<uuid:brought>/", register_import.review, name="organiser_register_import"),
    path(
        "imports/<uuid:brought>/storing/",
        register_import.storing,
        name="organiser_register_storing",
    ),
    path("<uuid:organisation>/", register.organisation, name="organiser_organisation"),
    path("<uuid:organisation>/merging/", merging.preview, name="organiser_merging"),
    path("<uuid:organisation>/merges/", merging.merges, name="organiser_merges"),
    path("<uuid:organisation>/members/", members.members, name="organiser_members"),
    path(
        "<uuid:organisation>/members/<uuid:membership>/answer/",
        members.answer,
        name="organiser_member_answer",
    ),
    path(
        "<uuid:organisation>/members/<uuid:membership>/end/",
        members.end,
        name="organiser_member_end",
    ),
]
