from plaudit.results.models.announcement import Announcement
from plaudit.results.models.correction import Correction
from plaudit.results.models.decision import Decision, Outcome

__all__ = ["Announcement", "Correction", "Decision", "Outcome"]
