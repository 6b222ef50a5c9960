from __future__ import annotations

from django.urls import include, path

from plaudit.sites.public.views import (
    adviser,
    category,
    contact,
    edition,
    enquiry,
    guide,
    index,
    interest,
    machines,
    payments,
    receipt,
    winners,
)

of_edition = [
    path("", edition.edition, name="public_edition"),
    path("categories/<slug:category>/", category.category, name="public_category"),
    path("adviser/", adviser.adviser, name="public_adviser"),
    path("how-it-works/", guide.how_it_works, name="public_how"),
    path("judges/", guide.judges, name="public_judges"),
    path("questions/", guide.questions, name="public_faq"),
    path("winners/", winners.winners, name="public_winners"),
    path("contact/", contact.contact, name="public_contact"),
    path("contact/<slug:desk>/", contact.desk, name="public_desk"),
    path("interest/<slug:kind>/", interest.interest, name="public_interest"),
]

urlpatterns = [
    path("", index.index, name="public_index"),
    path("robots.txt", machines.robots, name="public_robots"),
    path("sitemap.xml", machines.sitemap, name="public_sitemap"),
    path("payments/notices", payments.notices, name="public_payment_notices"),
    path("receipts/<path:reference>/", receipt.receipt, name="public_receipt"),
    path("enquiries/<slug:token>/", enquiry.enquiry, name="public_enquiry"),
    path("enquiries/<slug:token>/messages/", enquiry.messages, name="public_enquiry_messages"),
    path("<slug:programme>/<slug:edition>/", include(of_edition)),
]
