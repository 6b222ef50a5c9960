"""What a new edition says until its organiser writes something better."""

from __future__ import annotations

JUDGE_TERMS = """\
Everything you read here is confidential. Entries, scores and results stay within the panel until they are announced.

Score each entry on what it says and on the evidence it gives, not on what you may know from elsewhere.

Tell us of any interest before you read: your employer, people close to you, work you have done for an entrant. \
You will not be given those entries.

Your scores are shown to the organiser with your name. Entrants see comments without it."""

SCORE_ANCHORS = {
    0: "Not addressed: nothing here answers the prompts.",
    2: "Weak: claims with little or no evidence.",
    4: "Fair: some prompts answered, evidence thin or one-sided.",
    6: "Good: all prompts answered, with relevant evidence.",
    8: "Very good: clear results against a baseline or target.",
    10: "Outstanding: compelling evidence that others could learn from.",
}
