"""How evidence is weighed: telling acts win, severe harm stands, and two readings are admitted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.understanding import combining
from bot.understanding.evidence import Clause, Evidence
from bot.understanding.finding import find
from bot.understanding.reader import EvidenceReader
from dialogues.catalogue import load_catalogue

SIGNS = {name: act.polarity for name, act in load_catalogue().acts.items()}


def seen(
    act: str, confidence: float = 0.9, clause: int = 0, start: int = 0, end: int = 9
) -> Evidence:
    return Evidence(act, confidence, clause, start, end, "rule:test")


def acts(evidence: Iterable[Evidence]) -> list[str]:
    return [one.act for one in combining.settle(evidence)]


def test_the_more_telling_act_of_a_clause_stands() -> None:
    assert acts([seen("open_question"), seen("ask_name")]) == ["ask_name"]
    assert acts([seen("open_question", clause=0), seen("ask_name", clause=1)]) != ["ask_name"]


def test_the_surest_sighting_of_an_act_is_kept() -> None:
    kept = combining.settle([seen("thank", 0.7), seen("thank", 0.95, clause=1)])
    assert [(one.confidence, one.clause) for one in kept] == [(0.95, 1)]


def test_piled_up_questions_swallow_the_questions_they_are_made_of() -> None:
    found = [seen("question_stack"), seen("ask_name", clause=1), seen("safety_question", clause=2)]
    assert acts(found) == ["question_stack"]


def test_severe_harm_is_harmful_whatever_kindness_goes_with_it() -> None:
    assert combining.polarity_of([seen("insult"), seen("thank", clause=1)], SIGNS) == "harmful"
    assert combining.polarity_of([seen("policy_wall"), seen("thank", clause=1)], SIGNS) == "mixed"


def test_a_loose_helpful_hit_does_not_soften_harm() -> None:
    assert combining.polarity_of([seen("argue"), seen("reflect", 0.78, 1)], SIGNS) == "harmful"


def test_the_same_words_read_for_good_and_ill_are_two_ways() -> None:
    one, other = seen("calm_down", 0.9), seen("slow_down", 0.85)
    assert combining.reads_two_ways([one, other], SIGNS)


def test_different_words_or_a_clear_lead_are_not_two_ways() -> None:
    apart = [seen("calm_down", start=0, end=5), seen("slow_down", start=6, end=9)]
    clear = [seen("calm_down", 0.95), seen("slow_down", 0.7)]
    assert not combining.reads_two_ways(apart, SIGNS)
    assert not combining.reads_two_ways(clear, SIGNS)


def test_a_move_read_two_ways_is_admitted_with_both_readings() -> None:
    def torn(clauses: Sequence[Clause], previous: str) -> list[Evidence]:
        return [seen("calm_down", 0.9), seen("slow_down", 0.88)]

    reading = EvidenceReader((torn,), SIGNS).read("Easy does it there.", lang="en")
    assert reading.abstained == "two_ways"
    assert {act.act for act in reading.acts} == {"calm_down", "slow_down"}


def test_another_finder_adds_its_evidence_to_the_rules() -> None:
    def hears_hope(clauses: Sequence[Clause], previous: str) -> list[Evidence]:
        return [Evidence("find_hook", 0.7, 0, 0, 4, "head")] if "tomorrow" in previous else []

    both = EvidenceReader((find, hears_hope), SIGNS)
    reading = both.read("I'm sorry.", lang="en", previous="See you tomorrow.")
    assert [(act.act, act.source) for act in reading.acts] == [
        ("apologise", "rule:en.apologise.sorry"),
        ("find_hook", "head"),
    ]
