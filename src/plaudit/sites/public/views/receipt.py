"""Whether a receipt is genuine: for anyone who holds one, and nobody else."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.entries.queries import submission_with
from plaudit.sites.public.pages.receipt import confirmed_receipt
from plaudit.sites.public.rendering import plain_page

DIGEST = re.compile(r"[0-9a-f]{64}")


@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """Confirm that a digest is that of the submission, or say that it is not.

    Without the digest nothing is told, not even whether there is such a reference.
    """
    typed = request.GET.get("digest", "")[:500]
    digest = "".join(typed.split()).lower()
    is_asked, is_digest = "digest" in request.GET, DIGEST.fullmatch(digest) is not None
    found = submission_with(reference, digest) if is_digest else None
    return plain_page(
        request,
        "receipt",
        reference=reference.upper()[:60],
        digest=typed,
        is_asked=is_asked,
        is_digest=is_digest,
        confirmed=confirmed_receipt(found) if found else None,
    )
