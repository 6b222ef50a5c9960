from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from plaudit.people.models import Organisation


def read(request: HttpRequest) -> HttpResponse:
    """Ask who it is, then one query: the least a Django page with a session does."""
    name = Organisation.objects.values_list("name", flat=True).first()
    return HttpResponse(f"{request.user.pk} {name}")


urlpatterns = [path("read/", read)]
