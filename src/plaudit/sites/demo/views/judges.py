from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plaudit.kit.clock import now
from plaudit.sites.demo.edition import demo_edition
from plaudit.sites.demo.reading import let_others_score


@require_POST
def score(request: HttpRequest) -> HttpResponse:
    """Have the judges that nobody can be score what lies on their desks."""
    edition = demo_edition()
    if edition is None:
        raise Http404
    let_others_score(edition, now())
    return redirect("demo_clock")
