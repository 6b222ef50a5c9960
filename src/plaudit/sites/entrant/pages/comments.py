"""The words of the comments on an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID
from zoneinfo import ZoneInfo

from plaudit.entries.models import Comment
from plaudit.kit.dates import moment
from plaudit.sites.entrant.pages.state import to_the_minute


@dataclass(frozen=True)
class CommentLine:
    """One comment as it is shown; `resolved` says who dealt with the thread, and when."""

    id: UUID
    by: str
    when: str
    body: str
    quote: str
    resolved: str = ""
    replies: list[CommentLine] = field(default_factory=list)


def comment_lines(threads: list[Comment], zone: ZoneInfo) -> list[CommentLine]:
    """Return the threads in words."""
    return [_line(each, zone, [_line(one, zone) for one in each.replies.all()]) for each in threads]


def _line(
    comment: Comment, zone: ZoneInfo, replies: list[CommentLine] | None = None
) -> CommentLine:
    resolved = ""
    if comment.resolved_at is not None and comment.resolved_by is not None:
        when = moment(to_the_minute(comment.resolved_at), zone)
        resolved = f"Resolved by {comment.resolved_by.display_name}, {when}"
    return CommentLine(
        id=comment.pk,
        by=comment.person.display_name,
        when=moment(to_the_minute(comment.written_at), zone),
        body=comment.body,
        quote=comment.quote,
        resolved=resolved,
        replies=replies or [],
    )
