from __future__ import annotations

from django.conf import settings
from django.urls import include, path

urlpatterns = []
if settings.DEMO:
    urlpatterns += [path("demo/", include("plaudit.sites.demo.urls"))]
