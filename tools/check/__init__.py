"""`make check`: what a change must keep true. One gate a file, or one line in `programs.py` for a program we run."""
