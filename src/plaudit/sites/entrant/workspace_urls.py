"""An organisation's workspace, for its awards lead."""

from __future__ import annotations

from django.urls import include, path

from plaudit.sites.entrant.views import (
    workspace,
    workspace_bookings,
    workspace_entry,
    workspace_guests,
    workspace_people,
    workspace_places,
    workspace_tables,
)

of_booking = [
    path("", workspace_bookings.workspace_booking, name="workspace_booking"),
    path("changes", workspace_bookings.workspace_booking_changes, name="workspace_booking_changes"),
    path("billing", workspace_bookings.workspace_booking_billing, name="workspace_booking_billing"),
    path(
        "cancellation",
        workspace_bookings.workspace_booking_cancellation,
        name="workspace_booking_cancellation",
    ),
    path(
        "papers/<uuid:movement>",
        workspace_bookings.workspace_booking_paper,
        name="workspace_booking_paper",
    ),
    path("guests/", workspace_guests.workspace_guests, name="workspace_guests"),
    path("guests/list", workspace_guests.workspace_guest_list, name="workspace_guest_list"),
    path("guests/<uuid:guest>/", workspace_guests.workspace_guest, name="workspace_guest"),
    path(
        "guests/<uuid:guest>/removal",
        workspace_guests.workspace_guest_removal,
        name="workspace_guest_removal",
    ),
]

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
        "<uuid:organisation>/tables/<uuid:edition>/",
        workspace_tables.workspace_tables,
        name="workspace_tables",
    ),
    path(
        "<uuid:organisation>/tables/<uuid:edition>/bookings",
        workspace_tables.workspace_bookings,
        name="workspace_bookings",
    ),
    path("<uuid:organisation>/bookings/<uuid:booking>/", include(of_booking)),
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
