from __future__ import annotations

from django.urls import path

from plaudit.sites.entrant.views import live_token

urlpatterns = [path("token/<uuid:entry>", live_token.live_token, name="live_token")]
