"""What a page says its weights come to: "Total: 100 marks"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.model import BriefCategory

_TOTAL = re.compile(
    r"^\W*(?:grand |overall )?total(?: (?:marks|points|scores?|weight(?:ing)?|available|possible|maximum))*"
    r"[\s:=|–—-]+(\d{1,4})\s*(?:%|per ?cent|marks?|points?|pts)?(?: (?:available|possible))?\W*$|"
    r"\b(?:total of|out of a total of)\s+(\d{1,4})\s+(?:marks|points)\b|"
    r"\b(\d{1,4})\s+(?:marks|points)\s+(?:in total|in all|altogether|overall)\b",
    re.IGNORECASE,
)
_HINTS = ("total", "in all", "altogether", "overall")  # one is in whatever the pattern matches


def stated_total(blocks: Iterable[Block]) -> int | None:
    """The one total that a page states for its weights; None when it states none, or several."""
    found = {
        int(match[1] or match[2] or match[3])
        for block in blocks
        if any(word in block.text.lower() for word in _HINTS)
        if (match := _TOTAL.search(block.text))
    }
    return found.pop() if len(found) == 1 else None


def total_warnings(categories: Sequence[BriefCategory], total: int | None) -> list[str]:
    """A warning for each category whose points come to something else."""
    if total is None:
        return []
    found = []
    for category in categories:
        weights = [s.weight for s in category.sections if s.is_scored and s.weight is not None]
        is_points = all(
            s.weight_unit != "percent" for s in category.sections if s.weight is not None
        )
        if weights and is_points and abs(sum(weights) - total) > 0.5:
            found.append(
                f"{category.name or 'The category'}: the page says that the weights come to {total}; "
                f"those found come to {sum(weights):g}."
            )
    return found
