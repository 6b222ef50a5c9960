from __future__ import annotations

from django.urls import include, path

from plaudit.sites.entrant.views import (
    answer,
    check,
    desk,
    details,
    eligibility,
    files,
    invitation,
    list,  # noqa: A004 - the page's name
    organisations,
    people,
    receipt,
    text,
    withdrawal,
)

of_one_entry = [
    path("", desk.entry_desk, name="entry_desk"),
    path("details/", details.entry_details, name="entry_details"),
    path("eligibility/", eligibility.entry_eligibility, name="entry_eligibility"),
    path("answers/<uuid:criterion>/", answer.entry_answer, name="entry_answer"),
    path("answers/<uuid:criterion>/text", answer.entry_answer_text, name="entry_answer_text"),
    path(
        "answers/<uuid:criterion>/earlier/",
        answer.entry_answer_earlier,
        name="entry_answer_earlier",
    ),
    path("organisations/", organisations.entry_organisations, name="entry_organisations"),
    path("organisations/partners", organisations.entry_partners, name="entry_partners"),
    path("organisations/new", organisations.entry_new_organisation, name="entry_new_organisation"),
    path(
        "organisations/<uuid:partner>/removal",
        organisations.entry_partner_removal,
        name="entry_partner_removal",
    ),
    path(
        "organisations/<uuid:partner>/lead",
        organisations.entry_partner_lead,
        name="entry_partner_lead",
    ),
    path(
        "organisations/<uuid:partner>/place",
        organisations.entry_partner_place,
        name="entry_partner_place",
    ),
    path(
        "organisations/<uuid:partner>/credit",
        organisations.entry_partner_credit,
        name="entry_partner_credit",
    ),
    path("files/", files.entry_files, name="entry_files"),
    path("files/photo", files.entry_photo, name="entry_photo"),
    path("files/evidence", files.entry_evidence, name="entry_evidence"),
    path("files/<uuid:attachment>", files.entry_file, name="entry_file"),
    path("files/<uuid:attachment>/removal", files.entry_file_removal, name="entry_file_removal"),
    path("people/", people.entry_people, name="entry_people"),
    path("people/invitations", people.entry_invitations, name="entry_invitations"),
    path(
        "people/invitations/<uuid:invitation>/revocation",
        people.entry_invitation_revocation,
        name="entry_invitation_revocation",
    ),
    path(
        "people/<uuid:contributor>/removal",
        people.entry_contributor_removal,
        name="entry_contributor_removal",
    ),
    path("check/", check.entry_check, name="entry_check"),
    path("submissions/", check.entry_submissions, name="entry_submissions"),
    path("withdrawal/", withdrawal.entry_withdrawal, name="entry_withdrawal"),
    path("text", text.entry_text, name="entry_text"),
]

urlpatterns = [
    path("", list.entry_list, name="entry_list"),
    path("invitations/<str:token>/", invitation.entry_invitation, name="entry_invitation"),
    path("receipts/<path:reference>/", receipt.entry_receipt, name="entry_receipt"),
    path("<uuid:entry>/", include(of_one_entry)),
]
