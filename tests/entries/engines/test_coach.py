from __future__ import annotations

import time

import pytest

from plaudit.entries.engines.coach import HintKind, hints_on, is_about_outcomes


def found(text: str, kind: HintKind, **more: object) -> list[str]:
    return [each.words for each in hints_on(text, **more) if each.kind == kind]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our MDT met. The MDT agreed.", ["MDT"]),
        ("Our multidisciplinary care team (MDT) met. The MDT agreed.", []),
        ("Our MDT (multidisciplinary team) met.", []),
        ("The NHS and a GP in A&E.", []),
        ("Three ICBs and two PCNs joined.", ["ICB", "PCN"]),
        ("In phase II we saw [E1] and part IV.", []),
        ("THIS IS A HEADING IN CAPITALS\nand then text", []),
    ],
)
def test_an_acronym_is_pointed_out_once_unless_it_is_explained(
    text: str, expected: list[str]
) -> None:
    assert found(text, HintKind.ACRONYM) == expected


def test_an_acronym_explained_in_an_earlier_answer_is_known() -> None:
    earlier = ["We are an integrated care board (ICB)."]
    assert found("The ICB paid.", HintKind.ACRONYM, earlier=earlier) == []
    assert found("The ICB paid.", HintKind.ACRONYM, earlier=["The ICB helped."]) == ["ICB"]


def test_a_sentence_of_thirty_words_passes_and_one_of_thirty_one_does_not() -> None:
    thirty = " ".join(["word"] * 30)
    assert found(f"{thirty}. {thirty} more. Short.", HintKind.LONG_SENTENCE) == [f"{thirty} more."]
    with_titles = f"We met Dr. Wren, e.g. at home. {' '.join(['a'] * 25)}."
    assert found(with_titles, HintKind.LONG_SENTENCE) == []


def test_a_passage_said_twice_is_found_within_and_across_answers() -> None:
    run = "we went from door to door on every street in town"
    assert found(f"First {run}. Then, once more, {run}.", HintKind.REPEATED) == [run]
    others = {"Ambition": f"As I said, {run.upper()}!"}
    assert found(f"So {run} and on.", HintKind.REPEATED, others=others) == [run]
    assert found("we went from door to door on Monday", HintKind.REPEATED, others=others) == []


def test_claims_are_looked_at_in_outcomes_alone() -> None:
    text = "Waits improved. Waits fell by 40%. Fewer fell, as [E2] shows. We held a party."
    assert found(text, HintKind.CLAIM, is_outcomes=True) == ["Waits improved."]
    assert found(text, HintKind.CLAIM) == []


def test_outcomes_are_known_by_name_or_by_most_prompts() -> None:
    assert is_about_outcomes("Outcome")
    assert is_about_outcomes("Spread", ["What results do you have?"])
    assert not is_about_outcomes("Ambition", ["What was the need?", "Which results did you want?"])


def test_a_stock_phrase_is_pointed_out_once() -> None:
    text = "A game-changing scheme. Truly game-changing, in order to win."
    assert found(text, HintKind.STOCK_PHRASE) == ["game-changing", "in order to"]


def test_a_fingerprint_stays_while_the_words_stay() -> None:
    (before,) = hints_on("The ICB paid.")
    (after,) = hints_on("Well, then: the ICB paid at once.")
    assert before.fingerprint == after.fingerprint
    assert before.start != after.start


@pytest.mark.parametrize(
    "text", ["a. " * 66_000, "x" * 200_000, "(abc " * 40_000, "ABC DEF. " * 20_000, "AB (" * 50_000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    begun = time.process_time()
    hints_on(text, others={"Other": text}, is_outcomes=True)
    assert time.process_time() - begun < 3
