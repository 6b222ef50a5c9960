"""Forms that can be sent once more after they were refused."""

from __future__ import annotations

from typing import Any

from django import forms


class Renewed(forms.Form):
    """A form whose hidden fields can be brought up to date, so that what was refused can be sent again."""

    def renew(self, **hidden: object) -> None:
        """Put these values in place of what was posted for the hidden fields; all else stays as typed."""
        typed: Any = self.data
        typed = typed.copy()
        for name, value in hidden.items():
            typed[name] = str(value)
        self.data = typed
