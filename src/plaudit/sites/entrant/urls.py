from __future__ import annotations

from django.urls import include, path

from plaudit.sites.entrant.views import (
    answer,
    automatic,
    carried,
    category,
    check,
    coaching,
    comments,
    confirmation,
    declarations,
    desk,
    details,
    eligibility,
    evidence,
    fee,
    fee_card,
    file,
    files,
    history,
    invitation,
    link,
    list,  # noqa: A004 - the page's name
    organisations,
    partner_requests,
    people,
    reading,
    receipt,
    status,
    text,
    uploads,
    withdrawal,
    word,
)

of_one_entry = [
    path("", desk.entry_desk, name="entry_desk"),
    path("details/", details.entry_details, name="entry_details"),
    path("eligibility/", eligibility.entry_eligibility, name="entry_eligibility"),
    path("answers/<uuid:criterion>/", answer.entry_answer, name="entry_answer"),
    path("answers/<uuid:criterion>/text", answer.entry_answer_text, name="entry_answer_text"),
    path(
        "answers/<uuid:criterion>/earlier/",
        history.entry_answer_earlier,
        name="entry_answer_earlier",
    ),
    path(
        "answers/<uuid:criterion>/earlier/<int:version>/",
        history.entry_answer_version,
        name="entry_answer_version",
    ),
    path(
        "answers/<uuid:criterion>/earlier/<int:version>/restoration",
        history.entry_answer_restoration,
        name="entry_answer_restoration",
    ),
    path(
        "answers/<uuid:criterion>/comments/",
        comments.entry_comments,
        name="entry_comments",
    ),
    path(
        "answers/<uuid:criterion>/comments/<uuid:comment>/resolution",
        comments.entry_comment_resolution,
        name="entry_comment_resolution",
    ),
    path("answers/<uuid:criterion>/hints/", coaching.entry_hints, name="entry_hints"),
    path(
        "answers/<uuid:criterion>/hints/dismissals",
        coaching.entry_hint_dismissals,
        name="entry_hint_dismissals",
    ),
    path(
        "answers/<uuid:criterion>/hints/restoration",
        coaching.entry_hint_restoration,
        name="entry_hint_restoration",
    ),
    path(
        "answers/<uuid:criterion>/prompts", coaching.entry_prompt_ticks, name="entry_prompt_ticks"
    ),
    path(
        "answers/<uuid:criterion>/keeping",
        carried.entry_answer_keeping,
        name="entry_answer_keeping",
    ),
    path("news/", carried.entry_news, name="entry_news"),
    path("category/", category.entry_category, name="entry_category"),
    path("category/moves", category.entry_category_moves, name="entry_category_moves"),
    path("category/<uuid:category>/", category.entry_category_move, name="entry_category_move"),
    path("reading/", reading.entry_reading, name="entry_reading"),
    path("pdf", reading.entry_pdf, name="entry_pdf"),
    path("word", word.entry_word, name="entry_word"),
    path("word/upload/", word.entry_word_upload, name="entry_word_upload"),
    path("word/answers", word.entry_word_answers, name="entry_word_answers"),
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
    path("evidence/", evidence.entry_evidence_page, name="entry_evidence_page"),
    path("evidence/<slug:kind>/new", evidence.entry_new_evidence, name="entry_new_evidence"),
    path("evidence/<uuid:evidence>/", evidence.entry_evidence_piece, name="entry_evidence_piece"),
    path(
        "evidence/<uuid:evidence>/removal",
        evidence.entry_evidence_removal,
        name="entry_evidence_removal",
    ),
    path(
        "evidence/<uuid:evidence>/return",
        evidence.entry_evidence_return,
        name="entry_evidence_return",
    ),
    path(
        "evidence/<uuid:evidence>/place", evidence.entry_evidence_place, name="entry_evidence_place"
    ),
    path(
        "evidence/<uuid:evidence>/keeping",
        evidence.entry_evidence_keeping,
        name="entry_evidence_keeping",
    ),
    path("files/", files.entry_files, name="entry_files"),
    path("files/photo", files.entry_photo, name="entry_photo"),
    path("files/evidence", files.entry_evidence, name="entry_evidence"),
    path(
        "files/evidence/<uuid:evidence>/file", files.entry_evidence_file, name="entry_evidence_file"
    ),
    path(
        "files/evidence/<uuid:evidence>/title",
        files.entry_evidence_title,
        name="entry_evidence_title",
    ),
    path("files/uploads", uploads.entry_uploads, name="entry_uploads"),
    path(
        "files/uploads/<uuid:upload>/parts", uploads.entry_upload_parts, name="entry_upload_parts"
    ),
    path("files/uploads/<uuid:upload>/file", uploads.entry_upload_file, name="entry_upload_file"),
    path(
        "files/uploads/<uuid:upload>/removal",
        uploads.entry_upload_removal,
        name="entry_upload_removal",
    ),
    path("files/<uuid:attachment>", file.entry_file, name="entry_file"),
    path("files/<uuid:attachment>/reading", file.entry_file_reading, name="entry_file_reading"),
    path("files/<uuid:attachment>/return", files.entry_photo_return, name="entry_photo_return"),
    path("files/<uuid:attachment>/removal", files.entry_file_removal, name="entry_file_removal"),
    path(
        "organisations/<uuid:partner>/confirmation/",
        partner_requests.entry_partner_confirmation,
        name="entry_partner_confirmation",
    ),
    path(
        "organisations/<uuid:partner>/requests",
        partner_requests.entry_partner_requests,
        name="entry_partner_requests",
    ),
    path(
        "organisations/<uuid:partner>/requests/reminder",
        partner_requests.entry_partner_reminder,
        name="entry_partner_reminder",
    ),
    path(
        "organisations/<uuid:partner>/requests/replacement",
        partner_requests.entry_partner_new_link,
        name="entry_partner_new_link",
    ),
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
    path(
        "people/<uuid:contributor>/level",
        people.entry_contributor_level,
        name="entry_contributor_level",
    ),
    path("declarations/", declarations.entry_declarations, name="entry_declarations"),
    path("fee/", fee.entry_fee, name="entry_fee"),
    path("fee/order", fee.entry_fee_order, name="entry_fee_order"),
    path("fee/card", fee_card.entry_fee_card, name="entry_fee_card"),
    path("fee/card/result", fee_card.entry_fee_card_result, name="entry_fee_card_result"),
    path("fee/invoice", fee.entry_invoice, name="entry_invoice"),
    path("check/automatic", automatic.entry_automatic, name="entry_automatic"),
    path("people/links", people.entry_links, name="entry_links"),
    path(
        "people/links/<uuid:link>/revocation",
        people.entry_link_revocation,
        name="entry_link_revocation",
    ),
    path("people/owner", people.entry_handover, name="entry_handover"),
    path("check/", check.entry_check, name="entry_check"),
    path("submissions/", check.entry_submissions, name="entry_submissions"),
    path("status/", status.entry_status, name="entry_status"),
    path("withdrawal/", withdrawal.entry_withdrawal, name="entry_withdrawal"),
    path("text", text.entry_text, name="entry_text"),
]

urlpatterns = [
    path("", list.entry_list, name="entry_list"),
    path("invitations/<str:token>/", invitation.entry_invitation, name="entry_invitation"),
    path("links/<str:token>/", link.entry_link, name="entry_link"),
    path(
        "confirmations/<str:token>/",
        confirmation.partner_confirmation,
        name="partner_confirmation",
    ),
    path(
        "confirmations/<str:token>/answer",
        confirmation.partner_confirmation_answer,
        name="partner_confirmation_answer",
    ),
    path(
        "confirmations/<str:token>/files/<uuid:attachment>",
        confirmation.partner_confirmation_file,
        name="partner_confirmation_file",
    ),
    path("receipts/<path:reference>/", receipt.entry_receipt, name="entry_receipt"),
    path("<uuid:entry>/", include(of_one_entry)),
]
