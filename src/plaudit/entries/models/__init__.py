from plaudit.entries.models.answer import Answer, AnswerRevision
from plaudit.entries.models.attachment import Attachment, AttachmentKind
from plaudit.entries.models.contributor import Contributor, ContributorInvitation, ContributorLevel
from plaudit.entries.models.eligibility import EligibilityAnswer
from plaudit.entries.models.entry import Entry, EntryStatus
from plaudit.entries.models.partner import Partner, PartnerRole
from plaudit.entries.models.submission import Submission, Withdrawal

__all__ = [
    "Answer",
    "AnswerRevision",
    "Attachment",
    "AttachmentKind",
    "Contributor",
    "ContributorInvitation",
    "ContributorLevel",
    "EligibilityAnswer",
    "Entry",
    "EntryStatus",
    "Partner",
    "PartnerRole",
    "Submission",
    "Withdrawal",
]
