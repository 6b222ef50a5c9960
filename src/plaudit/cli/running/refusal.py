from __future__ import annotations


class CannotContinue(Exception):
    """A command gives up. The message is a plain sentence: what happened and what to do next."""

    def __init__(self, sentence: str, *, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
