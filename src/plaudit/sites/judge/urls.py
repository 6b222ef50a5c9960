from __future__ import annotations

from django.urls import path

from plaudit.sites.judge.views import (
    abstention,
    confirmation,
    entry,
    files,
    home,
    interests,
    invitation,
    pdf,
    projects,
    scorecard,
    terms,
)

urlpatterns = [
    path("", home.home, name="judge_home"),
    path("invitations/<str:token>/", invitation.invitation, name="judge_invitation"),
    path(
        "invitations/<str:token>/acceptance/",
        invitation.acceptance,
        name="judge_invitation_acceptance",
    ),
    path("invitations/<str:token>/refusal/", invitation.refusal, name="judge_invitation_refusal"),
    path("entries/<uuid:assignment>/", entry.entry, name="judge_entry"),
    path("entries/<uuid:assignment>/scorecard/", scorecard.scorecard, name="judge_scorecard"),
    path(
        "entries/<uuid:assignment>/scorecard/onward/",
        scorecard.onward,
        name="judge_scorecard_onward",
    ),
    path("entries/<uuid:assignment>/abstention/", abstention.abstention, name="judge_abstention"),
    path("entries/<uuid:assignment>/files/<str:kind>/", files.file, name="judge_file"),
    path(
        "entries/<uuid:assignment>/files/<str:kind>/reading/",
        files.reading,
        name="judge_file_reading",
    ),
    path("entries/<uuid:assignment>/pdf", pdf.pdf, name="judge_pdf"),
    path("<uuid:judge>/", home.stack, name="judge_stack"),
    path("<uuid:judge>/terms/", terms.terms, name="judge_terms"),
    path("<uuid:judge>/interests/", interests.interests, name="judge_interests"),
    path("<uuid:judge>/interests/projects/", projects.projects, name="judge_projects"),
    path("<uuid:judge>/confirmation/", confirmation.confirmation, name="judge_confirmation"),
]
