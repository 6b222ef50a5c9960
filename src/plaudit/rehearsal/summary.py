from __future__ import annotations

from plaudit.rehearsal.run import Outcome

BREACHES_SHOWN = 40


def summary(outcome: Outcome) -> str:
    """Return what the rehearsal came to: a table of its phases, then the breaches, if any."""
    rows = [
        f"{result.title:<24} {result.seconds:6.1f} s   "
        + ", ".join(f"{name} {count:,}" for name, count in result.counts.items())
        for result in outcome.phases
    ]
    lines = ["", "Summary", *rows, f"{'Altogether':<24} {outcome.seconds:6.1f} s", ""]
    if not outcome.breaches:
        lines.append(
            "Everything held: no invariant is broken, and all that was acknowledged is there."
        )
    else:
        count = len(outcome.breaches)
        lines.append(f"{count:,} {'thing' if count == 1 else 'things'} did not hold:")
        lines += [f"- {sentence}" for sentence in outcome.breaches[:BREACHES_SHOWN]]
        if count > BREACHES_SHOWN:
            lines.append(f"- and {count - BREACHES_SHOWN:,} more")
    return "\n".join(lines)
