from plaudit.judging.models.assignment import Abstention, Assignment, Recusal
from plaudit.judging.models.interest import Interest, InterestDeclaration, InterestKind
from plaudit.judging.models.judge import Judge, JudgeInvitation, TermsAcceptance
from plaudit.judging.models.round import Panel, PanelMember, Round
from plaudit.judging.models.scorecard import Confirmation, Score, Scorecard

__all__ = [
    "Abstention",
    "Assignment",
    "Confirmation",
    "Interest",
    "InterestDeclaration",
    "InterestKind",
    "Judge",
    "JudgeInvitation",
    "Panel",
    "PanelMember",
    "Recusal",
    "Round",
    "Score",
    "Scorecard",
    "TermsAcceptance",
]
