"""An organisation's workspace, for its awards lead."""

from __future__ import annotations

from django.urls import path

from plaudit.sites.entrant.views import (
    workspace,
    workspace_entry,
    workspace_people,
    workspace_places,
)

urlpatterns = [
    path("", workspace.workspaces, name="workspaces"),
    path("requests", workspace.workspace_requests, name="workspace_requests"),
    path("<uuid:organisation>/", workspace.workspace, name="workspace"),
    path(
        "<uuid:organisation>/entries/<uuid:entry>/",
        workspace_entry.workspace_entry,
        name="workspace_entry",
    ),
    path(
        "<uuid:organisation>/entries/<uuid:entry>/approvals",
        workspace_entry.workspace_approvals,
        name="workspace_approvals",
    ),
    path(
        "<uuid:organisation>/entries/<uuid:entry>/owner",
        workspace_entry.workspace_owner,
        name="workspace_owner",
    ),
    path("<uuid:organisation>/people/", workspace_people.workspace_people, name="workspace_people"),
    path(
        "<uuid:organisation>/places/<uuid:edition>/",
        workspace_places.workspace_places,
        name="workspace_places",
    ),
    path(
        "<uuid:organisation>/people/<uuid:membership>/answer",
        workspace_people.workspace_answer,
        name="workspace_answer",
    ),
    path(
        "<uuid:organisation>/people/<uuid:membership>/end",
        workspace_people.workspace_end,
        name="workspace_end",
    ),
]
