from __future__ import annotations

import json
from pathlib import Path

import pytest

from plaudit.cli import main

BALLOTS = "8: Ann > Bea\n4: Ann > Cy\n5: Cy\n3: Di\n"


def counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *options: str
) -> tuple[int, str, str]:
    file = tmp_path / "ballots.txt"
    file.write_text(text)
    code = main(["count", str(file), *options])
    out, err = capsys.readouterr()
    return code, out, err


def test_every_count_of_an_stv_is_told_exactly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = counted(tmp_path, capsys, BALLOTS, "--rule", "stv", "--seats", "2", "--json")
    result = json.loads(out)
    assert (code, result["elected"], result["quota"]["exact"]) == (0, ["Ann", "Cy"], "7")
    assert result["counts"][1]["totals"]["Bea"]["exact"] == "10/3"
    assert "weighted inclusive Gregory" in result["rule"]


def test_a_tie_is_left_open_until_it_is_cast(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = counted(tmp_path, capsys, "Ann > Bea\nBea > Ann\n", "--rule", "borda")
    assert code == 3
    assert "A casting vote is needed." in out
    cast = ["--casting-vote", "Bea > Ann", "--cast-by", "the chair", "--json"]
    code, out, _ = counted(tmp_path, capsys, "Ann > Bea\nBea > Ann\n", "--rule", "borda", *cast)
    result = json.loads(out)
    assert (code, result["ranking"]) == (0, [["Bea"], ["Ann"]])
    assert result["ties"][0]["settled_by"] == "casting vote of the chair"


@pytest.mark.parametrize("rule", ["borda", "kemeny", "bradley-terry"])
def test_each_rule_ranks(tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str) -> None:
    text = "3: Ann > Bea > Cy\n2: Bea > Ann > Cy\n"
    code, out, _ = counted(tmp_path, capsys, text, "--rule", rule, "--json")
    assert (code, json.loads(out)["ranking"]) == (0, [["Ann"], ["Bea"], ["Cy"]])


def test_a_casting_vote_that_was_not_needed_is_not_said_to_have_settled_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast = ["--casting-vote", "Bea > Ann", "--cast-by", "the chair", "--json"]
    _, out, _ = counted(tmp_path, capsys, "2: Ann > Bea\n1: Bea > Ann\n", "--rule", "kemeny", *cast)
    assert (json.loads(out)["ranking"], json.loads(out)["ties"]) == ([["Ann"], ["Bea"]], [])


def test_one_of_several_best_orders_is_not_told_as_a_decision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = counted(tmp_path, capsys, "Ann > Bea\nBea > Ann\n", "--rule", "kemeny")
    assert code == 3
    assert "One of several best orders, and no decision between them:" in out


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("Ann > Ann", ["--rule", "borda"], "Line 1"),
        (BALLOTS, ["--rule", "stv"], "--seats"),
        (BALLOTS, ["--rule", "stv", "--seats", "9"], "from 1 to 4"),
        ("Ann = Bea > Cy", ["--rule", "stv", "--seats", "1"], "The ballot “Ann = Bea > Cy” ranks"),
        (BALLOTS, ["--rule", "borda", "--casting-vote", "Ann"], "go together"),
        (
            BALLOTS,
            ["--rule", "borda", "--casting-vote", "Zoe", "--cast-by", "me"],
            "does not stand",
        ),
        ("candidates: Ann, Bea\n", ["--rule", "borda"], "no ballot"),
        (BALLOTS, ["--rule", "bradley-terry", "--prior-sd", "0"], "more than 0"),
    ],
)
def test_what_cannot_be_counted_is_said_in_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    options: list[str],
    said: str,
) -> None:
    code, _, err = counted(tmp_path, capsys, text, *options)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_a_file_of_another_encoding_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ballots.txt"
    file.write_bytes("Ann > Bea\nAnn > Zoë\n".encode("latin-1"))
    assert main(["count", str(file), "--rule", "borda"]) == 2
    assert capsys.readouterr().err.endswith("ballots.txt, line 2: this is not text in UTF-8.\n")
