"""The brief importer: a category page as people have it, read into its structure.

Pure Python: no Django, no database. `read_brief` is the way in.
"""

from plaudit.programmes.brief.explain import explain
from plaudit.programmes.brief.importing import read_brief
from plaudit.programmes.brief.model import (
    Brief,
    BriefCategory,
    BriefContact,
    BriefSection,
    SourceLine,
    UnreadableBrief,
    Use,
    WeightUnit,
)
from plaudit.programmes.brief.output import brief_as_json

__all__ = [
    "Brief",
    "BriefCategory",
    "BriefContact",
    "BriefSection",
    "SourceLine",
    "UnreadableBrief",
    "Use",
    "WeightUnit",
    "brief_as_json",
    "explain",
    "read_brief",
]
