from __future__ import annotations

from django.conf import settings
from django.urls import include, path

# Django looks in this order: the busiest rooms come first.
urlpatterns = [
    path("entries/", include("plaudit.sites.entrant.urls")),
    path("live/", include("plaudit.sites.entrant.live_urls")),
    path("workspace/", include("plaudit.sites.entrant.workspace_urls")),
    path("judging/", include("plaudit.sites.judge.urls")),
    path("organise/", include("plaudit.sites.organiser.urls")),
    path("", include("plaudit.sites.account.urls")),
    path("", include("plaudit.sites.entrant.start_urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("plaudit.sites.demo.urls"))]
urlpatterns += [path("", include("plaudit.sites.public.urls"))]

handler404 = "plaudit.sites.components.errors.not_found"
handler500 = "plaudit.sites.components.errors.server_error"
handler403 = "plaudit.sites.components.errors.forbidden"
