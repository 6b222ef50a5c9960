from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bench.simulation import simulated
from plaudit.cli import main
from tests.cli.conftest import plaudit

ENTRY = set("entry category n mean sd adjusted low high rank_low rank_high p_top_k".split())  # noqa: SIM905
JUDGE = {"judge", "n", "leniency", "low", "high"}


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    """Two categories of invented entries."""
    made = simulated(1, entries=24, panel=4, per_judge=12)
    lines = [
        f"Entry {entry},Judge {judge},Category {made.category[entry]},{value:g}"
        for entry, judge, value in zip(made.entry, made.judge, made.value, strict=True)
    ]
    file = tmp_path / "scores.csv"
    file.write_text("entry,judge,category,score\n" + "\n".join(lines) + "\n")
    return file


def answer(capsys: pytest.CaptureFixture[str], file: Path, *options: str) -> Any:
    assert main(["calibrate", str(file), "--json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_keys_are_those_that_others_rely_on(
    scores: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, scores)
    assert set(found) == {"entries", "judges", "summary", "warnings"}
    assert {frozenset(entry) for entry in found["entries"]} == {frozenset(ENTRY)}
    assert {frozenset(judge) for judge in found["judges"]} == {frozenset(JUDGE)}
    assert {"method", "variances", "icc", "alpha"} <= set(found["summary"])


@pytest.mark.parametrize("method", ["mixed", "fixed", "scale", "rasch"])
def test_every_method_answers(
    method: str, scores: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, scores, "--method", method, "--top", "2")
    assert found["summary"]["method"] == method
    chances = sum(entry["p_top_k"] for entry in found["entries"])
    assert chances == pytest.approx(4, abs=1e-6)
    assert all(entry["low"] <= entry["adjusted"] <= entry["high"] for entry in found["entries"])


def test_categories_are_ranked_by_themselves_unless_asked(
    scores: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_category = answer(capsys, scores, "--top", "1")["entries"]
    together = answer(capsys, scores, "--top", "1", "--overall")["entries"]
    assert sum(entry["p_top_k"] for entry in by_category) == pytest.approx(2)
    assert sum(entry["p_top_k"] for entry in together) == pytest.approx(1)
    assert max(entry["rank_high"] for entry in together) > max(
        entry["rank_high"] for entry in by_category
    )


def test_the_same_seed_gives_the_same_answer_whatever_the_order_of_rows(
    scores: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = answer(capsys, scores, "--seed", "4")
    header, *rows = scores.read_text().splitlines()
    scores.write_text("\n".join([header, *reversed(rows)]))
    after = answer(capsys, scores, "--seed", "4")
    assert [entry["entry"] for entry in before["entries"]] == [
        entry["entry"] for entry in after["entries"]
    ]
    for one, other in zip(before["entries"], after["entries"], strict=True):
        assert one["adjusted"] == pytest.approx(other["adjusted"], abs=1e-6)
        assert one["p_top_k"] == pytest.approx(other["p_top_k"], abs=1e-3)


@pytest.mark.parametrize(
    "content",
    [
        '\ufeffEntry;Judge;Score\n"A; a";J;7,5\nB;J;5\n"A; a";K;8\n',
        "entry\tjudge\tscore\tremark\nA; a\tJ\t7.5\tgood\nB\tJ\t5\t\nA; a\tK\t8\t\n",
        "entry,judge,score\nA; a,J,7.5\n,,\nB,J,5\n   \nA; a,K,8\n,,,\n , , \n",
        'sep=;\nentry;judge;score\n"A; a";J;7,5\nB;J;5\n"A; a";K;8\n',
        'score,judge,"entry"\r\n7.5,J,A; a\r\n\r\n5,J,B\r\n8,K,"A; a"\r\n',
    ],
)  # fmt: skip
def test_files_as_spreadsheets_write_them(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text(content, newline="")
    found = answer(capsys, file)
    means = {entry["entry"]: entry["mean"] for entry in found["entries"]}
    assert means == {"A; a": 7.75, "B": 5}


def test_criteria_become_a_weighted_mean_of_those_that_were_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text(
        "entry,judge,criterion,weight,score\n"
        "A,J,Aim,3,8\nA,J,Outcome,1,4\n"  # (24 + 4) / 4 = 7
        "B,J,Aim,3,6\n"  # the outcome is left out, not taken for nought
        "A,K,Aim,3,5\nA,K,Outcome,1,9\nB,K,Aim,3,4\nB,K,Outcome,1,8\n"
    )
    found = answer(capsys, file)
    assert {entry["entry"]: entry["mean"] for entry in found["entries"]} == {"A": 6.5, "B": 5.5}
    assert found["warnings"][0] == (
        "1 of 4 scores lack a criterion that others in their category have; each is the mean of the "
        "criteria that were given."
    )


def test_the_published_agreement_is_found_through_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    file = tmp_path / "scores.csv"
    rows = [f"{e},{j},{score}" for e, row in enumerate(table) for j, score in enumerate(row)]
    file.write_text("entry,judge,score\n" + "\n".join(rows))
    found = answer(capsys, file)["summary"]["icc"]
    assert found["from"] == "mean squares"
    assert found["ICC(k)"] == pytest.approx(0.442797, abs=5e-7)
    assert found["ICC(A,k)"] == pytest.approx(0.620051, abs=5e-7)
    assert found["ICC(C,1)"] == pytest.approx(0.714841, abs=5e-7)
    assert found["ICC(1)"] == pytest.approx(0.165742, abs=5e-7)
    assert found["ICC(A,1)"] == pytest.approx(0.289764, abs=5e-7)
    assert found["ICC(C,k)"] == pytest.approx(0.909316, abs=5e-7)


def test_the_published_variances_of_a_one_way_layout_and_its_only_correlation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dyestuff: Davies and Goldsmith (1972), table 6.3; lme4 prints 1764.05 and 2451.25 by REML."""
    batches = [
        [1545, 1440, 1440, 1520, 1580],
        [1540, 1555, 1490, 1560, 1495],
        [1595, 1550, 1605, 1510, 1560],
        [1445, 1440, 1595, 1465, 1545],
        [1595, 1630, 1515, 1635, 1625],
        [1520, 1455, 1450, 1480, 1445],
    ]
    rows = [f"{b},{b}-{n},{value}" for b, row in enumerate(batches) for n, value in enumerate(row)]
    file = tmp_path / "scores.csv"
    file.write_text("entry,judge,score\n" + "\n".join(rows))
    summary = answer(capsys, file)["summary"]
    assert summary["variances"]["entry"] == pytest.approx(1764.05, abs=1e-5)
    assert summary["variances"]["residual"] == pytest.approx(2451.25, abs=1e-5)
    assert summary["icc"]["ICC(1)"] == pytest.approx(1764.05 / (1764.05 + 2451.25), abs=1e-8)
    assert (summary["icc"]["ICC(A,1)"], summary["icc"]["ICC(C,1)"]) == (None, None)


@pytest.mark.parametrize("method", ["mixed", "fixed"])
def test_what_nothing_is_known_of_is_null_and_said_to_be_unknown(
    method: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("entry,judge,score\nA,J,7\nB,J,6\nC,J,4\n")
    [judge] = answer(capsys, file, "--method", method)["judges"]
    assert (judge["leniency"], judge["low"], judge["high"]) == (0, None, None)
    assert main(["calibrate", str(file), "--method", method]) == 0
    assert "nan" not in capsys.readouterr().out


def test_suggestions_avoid_conflicts_and_keep_to_the_time_left(
    scores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    free = answer(capsys, scores, "--suggest", "6")["suggestions"]
    assert len(free) == 6
    conflicts = tmp_path / "conflicts.csv"
    pairs = "".join(f"{one['judge']},{one['entry']}\n" for one in free)
    conflicts.write_text("judge,entry\n" + pairs)
    left = tmp_path / "left.csv"
    left.write_text("judge,left\nJudge 1,2\nJudge 2,1\n")
    found = answer(
        capsys, scores, "--suggest", "6", "--conflicts", str(conflicts), "--left", str(left)
    )["suggestions"]
    barred = {(one["judge"], one["entry"]) for one in free}
    assert not barred & {(one["judge"], one["entry"]) for one in found}
    assert sorted(one["judge"] for one in found) == ["Judge 1", "Judge 1", "Judge 2"]


def test_an_unknown_judge_among_the_conflicts_is_refused(
    scores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conflicts = tmp_path / "conflicts.csv"
    conflicts.write_text("judge,entry\nNobody,Entry 1\n")
    assert main(["calibrate", str(scores), "--suggest", "2", "--conflicts", str(conflicts)]) == 2
    assert "line 2: judge “Nobody” is not among the scores." in capsys.readouterr().err


def test_a_plot_is_written(
    scores: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plot.svg"
    assert main(["calibrate", str(scores), "--plot", str(file)]) == 0
    titles = [each.text for each in ET.parse(file).iter("{http://www.w3.org/2000/svg}title")]
    assert titles == [
        "Calibration of scores.csv", "Category 0", "Category 1", "Leniency of judges",
    ]  # fmt: skip
    table = capsys.readouterr().out
    assert "raw mean" in table
    assert "Judges, the most lenient first" in table


def test_it_reads_a_pipe_and_needs_no_database(scores: Path) -> None:
    done = plaudit(
        "calibrate", "-", "--json", stdin=scores.read_bytes(),
        DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
    )  # fmt: skip
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["entries"]) == 24


def test_the_help_loads_no_heavy_module() -> None:
    code = (
        "import sys; from plaudit.cli import main\n"
        "try: main(['calibrate', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'numpy', 'scipy', 'django'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
