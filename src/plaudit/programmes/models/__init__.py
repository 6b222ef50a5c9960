from plaudit.programmes.models.category import Category, CategoryGroup
from plaudit.programmes.models.criterion import CategoryCriterion, Criterion, Prompt, WeightUnit
from plaudit.programmes.models.declaration import (
    OFFERED,
    Declaration,
    DeclarationChoice,
    DeclarationKind,
)
from plaudit.programmes.models.edition import Edition, FrequentQuestion, ScoreAnchor
from plaudit.programmes.models.eligibility import EligibilityQuestion
from plaudit.programmes.models.fee import DiscountCode, FeeBand, FeePrice, FeeTerms
from plaudit.programmes.models.programme import Programme
from plaudit.programmes.models.team import TeamMember, TeamRole

__all__ = [
    "OFFERED",
    "Category",
    "CategoryCriterion",
    "CategoryGroup",
    "Criterion",
    "Declaration",
    "DeclarationChoice",
    "DeclarationKind",
    "DiscountCode",
    "Edition",
    "EligibilityQuestion",
    "FeeBand",
    "FeePrice",
    "FeeTerms",
    "FrequentQuestion",
    "Programme",
    "Prompt",
    "ScoreAnchor",
    "TeamMember",
    "TeamRole",
    "WeightUnit",
]
