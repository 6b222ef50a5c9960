from plaudit.results.models.announcement import Announcement
from plaudit.results.models.decision import Decision, Outcome

__all__ = ["Announcement", "Decision", "Outcome"]
