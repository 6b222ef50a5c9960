from plaudit.entries.models.answer import Answer, AnswerUpdate, UpdateSource
from plaudit.entries.models.approval import Approval
from plaudit.entries.models.attachment import (
    Attachment,
    AttachmentKind,
    Extract,
    PageWords,
    ScanState,
)
from plaudit.entries.models.comment import Comment
from plaudit.entries.models.confirmation import PartnerConfirmation, PartnerRequest
from plaudit.entries.models.contributor import Contributor, ContributorInvitation, ContributorLevel
from plaudit.entries.models.declaration import DeclarationAnswer
from plaudit.entries.models.eligibility import EligibilityAnswer
from plaudit.entries.models.entry import Entry, EntryStatus
from plaudit.entries.models.evidence import Evidence, EvidenceKind
from plaudit.entries.models.extension import Extension
from plaudit.entries.models.fee import CardPayment, Payment, SettledBy, Settlement
from plaudit.entries.models.handover import OwnershipHandover
from plaudit.entries.models.link import ContributorLink
from plaudit.entries.models.measure import Direction, Measure
from plaudit.entries.models.move import CategoryMove
from plaudit.entries.models.partner import Partner, PartnerRole
from plaudit.entries.models.reception import Reception
from plaudit.entries.models.submission import Submission, Withdrawal
from plaudit.entries.models.testimonial import Audience, Testimonial
from plaudit.entries.models.upload import Upload, UploadPart
from plaudit.entries.models.value import Value, ValueLine, ValueLineKind
from plaudit.entries.models.writing import HintDismissal, PromptTick

__all__ = [
    "Answer",
    "AnswerUpdate",
    "Approval",
    "Attachment",
    "AttachmentKind",
    "Audience",
    "CardPayment",
    "CategoryMove",
    "Comment",
    "Contributor",
    "ContributorInvitation",
    "ContributorLevel",
    "ContributorLink",
    "DeclarationAnswer",
    "Direction",
    "EligibilityAnswer",
    "Entry",
    "EntryStatus",
    "Evidence",
    "EvidenceKind",
    "Extension",
    "Extract",
    "HintDismissal",
    "Measure",
    "OwnershipHandover",
    "PageWords",
    "Partner",
    "PartnerConfirmation",
    "PartnerRequest",
    "PartnerRole",
    "Payment",
    "PromptTick",
    "Reception",
    "ScanState",
    "SettledBy",
    "Settlement",
    "Submission",
    "Testimonial",
    "UpdateSource",
    "Upload",
    "UploadPart",
    "Value",
    "ValueLine",
    "ValueLineKind",
    "Withdrawal",
]
