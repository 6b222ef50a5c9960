from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.messages.queries import outbox_mail
from plaudit.sites.demo.forms.mail import MailSearch
from plaudit.sites.demo.pages.mail import Letter

PAGE_LENGTH = 50


@require_safe
def list_mail(request: HttpRequest) -> HttpResponse:
    """Show the mail of the outbox, the newest first, all of it or that to one address."""
    address = request.GET.get("address", "").replace("\x00", "").strip()
    form = MailSearch(request.GET) if address else MailSearch()
    page = Paginator(outbox_mail(address), PAGE_LENGTH).get_page(request.GET.get("page"))
    at = now()
    context = {
        "form": form,
        "address": address,
        "page": page,
        "letters": [Letter(message, at) for message in page.object_list],
        "query": urlencode({"address": address}) if address else "",
    }
    return render(request, "demo/mail.html", context)
