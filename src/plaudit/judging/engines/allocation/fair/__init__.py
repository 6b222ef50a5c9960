"""Leximin: the worst-off entry as well off as can be, then the next, and so on, each place proven."""
