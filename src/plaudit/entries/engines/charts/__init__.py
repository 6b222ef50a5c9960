"""XmR charts by the NHS "Making Data Count" rules: reading a pasted series, its limits and signals, the drawing.

Nothing here knows Django. Values are floats in the unit they were given in; dates are naive calendar days.
See docs/decisions/2026-11-22-chart-rules.md for what is followed, and where.
"""
