"""`plaudit count`: ranked ballots, counted by a named rule."""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plaudit.cli.running.refusal import CannotContinue

if TYPE_CHECKING:
    from plaudit.judging.engines.votes import CastingVote, Profile
    from plaudit.judging.engines.votes.stv import Count, StvResult

HELP = "count ranked ballots by STV, Borda, Kemeny or Bradley-Terry"

UNREADABLE = 2
UNDECIDED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="BALLOTS", help="lines, BLT or PrefLib; see the documentation"
    )
    parser.add_argument(
        "--rule", required=True, choices=["stv", "borda", "kemeny", "bradley-terry"]
    )
    parser.add_argument(
        "--seats", type=int, help="how many are elected; the file's own unless given"
    )
    parser.add_argument("--quota", choices=["droop", "exact-droop", "hare"], default="droop")
    parser.add_argument(
        "--casting-vote", metavar="ORDER", help='settles ties: "Ann > Bea > Cy", best first'
    )
    parser.add_argument("--cast-by", metavar="WHO", help="who casts it, such as “the chair”")
    parser.add_argument("--prior-sd", type=float, default=1.0, help="of Bradley-Terry strengths")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print the result. Exit 0 when it is decided, 3 when a tie is left open, 2 when it cannot be counted."""
    if (options.casting_vote is None) != (options.cast_by is None):
        raise CannotContinue("--casting-vote and --cast-by go together.", exit_code=UNREADABLE)
    from plaudit.judging.engines.votes import UnreadableBallots, read_ballots

    try:
        profile = read_ballots(_text_of(options.file))
        result = _counted(profile, _casting(options, profile), options)
    except UnreadableBallots as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None
    head = {"title": profile.title, "candidates": len(profile.candidates), "ballots": profile.total}
    result = head | {"blank": profile.blank} | result
    print(json.dumps(result, ensure_ascii=False, indent=2) if options.json else _in_words(result))
    return UNDECIDED if result["undecided"] else 0


def _text_of(file: str) -> str:
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotContinue(f"{file} cannot be read: {reason}.", exit_code=UNREADABLE) from None
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CannotContinue(
            f"{file}, line {line}: this is not text in UTF-8.", exit_code=UNREADABLE
        ) from None


def _casting(options: argparse.Namespace, profile: Profile) -> CastingVote | None:
    from plaudit.judging.engines.votes import CastingVote

    if options.casting_vote is None:
        return None
    order = tuple(" ".join(name.split()) for name in options.casting_vote.split(">"))
    strangers = [name for name in order if name not in profile.candidates]
    if strangers or len(set(order)) != len(order):
        wrong = f"“{strangers[0]}” does not stand" if strangers else "a name stands there twice"
        raise CannotContinue(f"The casting vote cannot be used: {wrong}.", exit_code=UNREADABLE)
    return CastingVote(options.cast_by, order)


def _counted(
    profile: Profile, casting: CastingVote | None, options: argparse.Namespace
) -> dict[str, Any]:
    if not profile.ballots:
        raise CannotContinue("There is no ballot that ranks anybody.", exit_code=UNREADABLE)
    if options.rule == "stv":
        return _stv(profile, casting, options)
    if options.rule == "kemeny":
        return _kemeny(profile, casting)
    if options.rule == "borda":
        return _borda(profile, casting)
    return _strengths(profile, casting, options.prior_sd)


def _stv(
    profile: Profile, casting: CastingVote | None, options: argparse.Namespace
) -> dict[str, Any]:
    from plaudit.judging.engines.votes.stv import NotStrict, Quota, TieNotSettled, count_stv

    seats = options.seats if options.seats is not None else profile.seats
    if seats is None or not 1 <= seats <= len(profile.candidates):
        raise CannotContinue(
            f"Say with --seats how many are elected, from 1 to {len(profile.candidates)}.",
            exit_code=UNREADABLE,
        )
    try:
        result = count_stv(profile, seats, quota=Quota(options.quota), casting=casting)
    except NotStrict as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None
    except TieNotSettled as tie:
        undecided = [{"between": list(tie.between), "for": tie.what}]
        return _stv_result(tie.so_far) | {"undecided": undecided}
    return _stv_result(result) | {"undecided": []}


def _stv_result(result: StvResult) -> dict[str, Any]:
    return {
        "rule": result.rules,
        "seats": result.seats,
        "quota": _exact(result.quota),
        "elected": result.elected,
        "excluded": result.excluded,
        "counts": [_count(count) for count in result.counts],
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "count": count.number,
        "action": count.action,
        "candidate": count.candidate,
        "totals": {name: _exact(total) for name, total in sorted(count.totals.items())},
        "exhausted": _exact(count.exhausted),
        "elected": list(count.elected),
        "tie": count.tie,
    }


def _borda(profile: Profile, casting: CastingVote | None) -> dict[str, Any]:
    from plaudit.judging.engines.votes import Rule, borda
    from plaudit.judging.engines.votes.borda import RULE

    points = borda(profile)
    scores = {name: _exact(value) for name, value in points.items()}
    return {"rule": RULE} | _ranking(profile, Rule("points", points), casting) | {"scores": scores}


def _strengths(profile: Profile, casting: CastingVote | None, prior_sd: float) -> dict[str, Any]:
    from plaudit.judging.engines.votes import Rule, bradley_terry
    from plaudit.judging.engines.votes.bradley_terry import RULE

    try:
        found = bradley_terry(profile, prior_sd=prior_sd)
    except ValueError as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None
    rounded = {name: round(strength.value, 9) for name, strength in found.items()}
    return (
        {"rule": f"{RULE}; prior sd {prior_sd:g}"}
        | _ranking(profile, Rule("strength", rounded), casting)
        | {
            "scores": {
                name: {"strength": strength.value, "error": strength.error}
                for name, strength in found.items()
            }
        }
    )


def _kemeny(profile: Profile, casting: CastingVote | None) -> dict[str, Any]:
    from plaudit.judging.engines.votes import TooManyCandidates, kemeny
    from plaudit.judging.engines.votes.kemeny import RULE

    if casting is not None and len(casting.order) != len(profile.candidates):
        raise CannotContinue(
            "For Kemeny's order a casting vote ranks all candidates.", exit_code=UNREADABLE
        )
    try:
        found = kemeny(profile, casting.order if casting else None)
    except TooManyCandidates as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None
    return {
        "rule": RULE,
        "ranking": [[name] for name in found.order],
        "disagreements": found.disagreements,
        "ties": [{"settled_by": f"casting vote of {casting.by}"}]
        if casting and found.is_settled
        else [],
        "other": list(found.other) if found.other else None,
        "undecided": [{"between": list(pair), "for": "order"} for pair in found.open_pairs],
    }


def _ranking(profile: Profile, rule: Any, casting: CastingVote | None) -> dict[str, Any]:
    from plaudit.judging.engines.votes import settle

    decided = settle(profile.candidates, [rule], casting)
    open_groups = [list(group) for group in decided.groups if len(group) > 1]
    settled = [
        {"between": list(of), "settled_by": name} for name, of in decided.steps if name != rule.name
    ]
    return {
        "ranking": [list(group) for group in decided.groups],
        "ties": settled,
        "undecided": [{"between": group, "for": "order"} for group in open_groups],
    }


def _exact(value: Fraction) -> dict[str, Any]:
    return {"exact": str(value), "about": float(value)}


def _in_words(result: dict[str, Any]) -> str:
    lines = [result["rule"], f"{result['ballots']:,} ballots, {result['candidates']} candidates"]
    if "quota" in result:
        lines.append(f"Quota {result['quota']['exact']}")
        for count in result["counts"]:
            name = f" {count['candidate']}" if count["candidate"] else ""
            lines.append(f"Count {count['count']}: {count['action']}{name}")
            for candidate, total in count["totals"].items():
                lines.append(f"    {candidate}: {total['about']:.3f}")
        lines.append(f"Elected: {', '.join(result['elected']) or 'nobody yet'}")
    else:
        if result.get("other") and result["undecided"]:
            lines.append("One of several best orders, and no decision between them:")
        for place, group in enumerate(result["ranking"], start=1):
            lines.append(f"{place}. {' = '.join(group)}")
    for tie in result["undecided"]:
        names = ", ".join(tie["between"])
        lines.append(f"Tied for {tie['for']}: {names}. A casting vote is needed.")
    return "\n".join(lines)
