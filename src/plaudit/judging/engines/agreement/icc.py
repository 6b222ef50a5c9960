"""Intraclass correlations, named as by McGraw and Wong (1996), Psychological Methods 1: 30-46.

ICC(1) is ICC(1,1) of Shrout and Fleiss (1979), Psychological Bulletin 86: 420-428; ICC(A,1), of agreement,
their ICC(2,1); ICC(C,1), of consistency, their ICC(3,1). The forms for the mean of k judges end in k.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Correlations:
    """None where the scores leave a figure undefined. `k` is how many judges the k forms average."""

    single: float | None
    agreement: float | None
    consistency: float | None
    single_k: float | None
    agreement_k: float | None
    consistency_k: float | None
    k: float
    way: str
    """"mean squares" of a complete table, or "variance components"."""

    def named(self) -> dict[str, float | None]:
        """Return the figures by their names."""
        return {
            "ICC(1)": self.single,
            "ICC(A,1)": self.agreement,
            "ICC(C,1)": self.consistency,
            "ICC(k)": self.single_k,
            "ICC(A,k)": self.agreement_k,
            "ICC(C,k)": self.consistency_k,
        }


def from_table(table: Floats) -> Correlations:
    """Return the correlations of a complete table, entries × judges, two of each or more.

    From mean squares, so a figure may be negative where judges agree less than by chance.
    """
    entries, judges = table.shape
    mean = table.mean()
    of_entries, of_judges = table.mean(axis=1) - mean, table.mean(axis=0) - mean
    left = table - mean - of_entries[:, None] - of_judges[None, :]
    between = judges * float(of_entries @ of_entries) / (entries - 1)
    judge = entries * float(of_judges @ of_judges) / (judges - 1)
    error = float((left**2).sum()) / ((entries - 1) * (judges - 1))
    within = (judge + (entries - 1) * error) / entries
    bias = judges * (judge - error) / entries
    return Correlations(
        single=_share(between - within, between + (judges - 1) * within),
        agreement=_share(between - error, between + (judges - 1) * error + bias),
        consistency=_share(between - error, between + (judges - 1) * error),
        single_k=_share(between - within, between),
        agreement_k=_share(between - error, between + bias / judges),
        consistency_k=_share(between - error, between),
        k=float(judges),
        way="mean squares",
    )


def from_components(entry: float, judge: float | None, residual: float, k: float) -> Correlations:
    """Return the correlations from variances of entries, of judges and of what is left.

    Good for any design, judges missing or not. `k` is the number of judges to average over; for a design
    in which it varies, the harmonic mean of the readings. Where no judge scored twice, `judge` is None and
    part of the rest: then only ICC(1) and ICC(k) are defined.
    """
    if judge is None:
        return Correlations(
            single=_share(entry, entry + residual),
            agreement=None,
            consistency=None,
            single_k=_share(entry, entry + residual / k),
            agreement_k=None,
            consistency_k=None,
            k=k,
            way="variance components",
        )
    within = judge + residual
    return Correlations(
        single=_share(entry, entry + within),
        agreement=_share(entry, entry + within),
        consistency=_share(entry, entry + residual),
        single_k=_share(entry, entry + within / k),
        agreement_k=_share(entry, entry + within / k),
        consistency_k=_share(entry, entry + residual / k),
        k=k,
        way="variance components",
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if abs(whole) > 1e-300 else None
