from plaudit.programmes.models.category import Category, CategoryGroup
from plaudit.programmes.models.criterion import CategoryCriterion, Criterion, Prompt, WeightUnit
from plaudit.programmes.models.edition import Edition, FrequentQuestion, ScoreAnchor
from plaudit.programmes.models.eligibility import EligibilityQuestion
from plaudit.programmes.models.programme import Programme
from plaudit.programmes.models.team import TeamMember, TeamRole

__all__ = [
    "Category",
    "CategoryCriterion",
    "CategoryGroup",
    "Criterion",
    "Edition",
    "EligibilityQuestion",
    "FrequentQuestion",
    "Programme",
    "Prompt",
    "ScoreAnchor",
    "TeamMember",
    "TeamRole",
    "WeightUnit",
]
