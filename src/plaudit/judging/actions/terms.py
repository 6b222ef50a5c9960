from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.judging.models import Judge, TermsAcceptance
from plaudit.judging.rules import is_the_judge
from plaudit.kit.verdict import require
from plaudit.people.models import Person


@transaction.atomic
def accept_terms(judge: Judge, *, by: Person, at: dt.datetime) -> TermsAcceptance:
    """Record the judge's agreement to the edition's terms, in the words they read.

    Checks that `by` is the judge. Agreeing again changes nothing. Raises `Refused`.
    """
    require(is_the_judge(judge, by))
    acceptance, _ = TermsAcceptance.objects.get_or_create(
        judge=judge, defaults={"terms": judge.edition.judge_terms, "accepted_at": at}
    )
    return acceptance
