"""What the demo's editions say of themselves."""

from __future__ import annotations

STRAPLINE = "For people who stopped passing the problem on and solved it together"
INTRODUCTION = """\
Health, care and community work is full of clever people in separate buildings. Once a year the \
Common Ground Awards look for those who walked across the road.

The programme, its organiser and everybody in it are invented: they are here so that you can try \
Plaudit from the first brief to the last clap. Nothing you do reaches a real person."""
HOW_IT_WORKS = """\
Read the category before you register: the whole form is on its page. Start an entry, write it \
with your partners over as many sittings as you like, and submit it before the deadline. You can \
change and resubmit it until then.

Three judges or more read each entry by themselves. Nobody judges an entry of their own employer, \
or of anyone they are close to. The panel then meets to choose the finalists, the highly commended \
and the winner.

Everybody who enters hears the outcome at the same moment as the public, with the judges' comments."""

QUESTIONS = (
    (
        "Who can enter?",
        (
            "Any organisation that the category allows, from anywhere. Each category's page says who may "
            "lead an entry and how many partners it needs."
        ),
    ),
    (
        "What does it cost?",
        "Nothing. The ceremony has tables to book, and nobody has to come to win.",
    ),
    (
        "Can we enter one project in two categories?",
        "Yes, with an entry for each. Write them apart: each panel reads only its own category.",
    ),
    (
        "Can several people write one entry?",
        "Yes. Whoever starts it can invite colleagues from any partner, to read, to write or to submit.",
    ),
    (
        "What happens at the deadline?",
        (
            "The clock decides, to the second, for everyone alike. What was submitted before it counts; "
            "drafts stay readable."
        ),
    ),
    (
        "Will our entry be made public?",
        (
            "Only your title, your organisations and the award, when there is one. Everything else stays "
            "with the panel."
        ),
    ),
)

DESKS = (
    (
        "entries",
        "Entries, attendance and sponsorship",
        "entries",
        "Tobias Wrenfield",
        "01632 960101",
        "entries@larkfield.example",
    ),
    (
        "media",
        "Media and marketing",
        "media",
        "Coralie Ashdown-Mbeki",
        "01632 960102",
        "coralie@larkfield.example",
    ),
    (
        "judging",
        "Judging and event management",
        "judging",
        "Ishbel Quarrington",
        "01632 960103",
        "judging@larkfield.example",
    ),
)

ANCHORS = {
    0: "Not addressed: nothing here answers the prompts.",
    2: "Weak: claims, with little behind them.",
    4: "Fair: some prompts answered, with thin or one-sided evidence.",
    6: "Good: every prompt answered, with evidence that fits.",
    8: "Very good: results against a baseline or target, told frankly.",
    10: "Outstanding: evidence so clear that others could act on it tomorrow.",
}
