"""The words of the page for somebody who judges several editions, or none yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from plaudit.judging.models import Judge, JudgeInvitation
from plaudit.kit.dates import day


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """`editions` are (name, dates, address); `invitations` (text, address)."""

    editions: list[tuple[str, str, str]]
    invitations: list[tuple[str, str]]


def editions_page(judgeships: list[Judge], invitations: list[JudgeInvitation]) -> EditionsPage:
    """Return what the person judges and what they are asked to judge."""
    return EditionsPage(
        editions=[_edition(judge) for judge in judgeships],
        invitations=[
            (
                f"{one.category.name}, {one.edition.name}",
                reverse("judge_invitation", args=[one.token]),
            )
            for one in invitations
        ],
    )


def _edition(judge: Judge) -> tuple[str, str, str]:
    edition = judge.edition
    opens, closes = (
        day(instant, edition.zone)
        for instant in (edition.judging_opens_at, edition.judging_closes_at)
    )
    return (
        edition.name,
        f"Judging from {opens} to {closes}",
        reverse("judge_stack", args=[judge.pk]),
    )
