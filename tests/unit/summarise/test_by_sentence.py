"""A small model is asked about one sentence at a time; what the checks refuse is not claimed."""

import asyncio
import json
from collections.abc import Callable

import pytest

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import AttributionKind, Stance
from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.domain.support import Verdict
from groundwire.errors import ProviderFailed
from groundwire.llm.scripted import Answer, Scripted
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst
from unit.summarise.ferries import article_of, prompts

CONFIG = AnalystConfig(model="small", by_sentence=True)
FERRY = article_of(
    "# Ferry stopped",
    "The ferry Alma may have hit a rock near Tolne on 4 March, the harbour office said.",
    "Captain Ines Brandt brought 60 passengers ashore and thanked the crew.",
    "She said the hull had been inspected in May.",
    title="Ferry stopped near Tolne",
    published="2025-03-06",
)
FACTS = {
    "The ferry": ["The ferry Alma may have hit a rock near Tolne on 4 March."],
    "Captain": ["Captain Ines Brandt brought 60 passengers ashore.", "Captain Ines Brandt thanked the crew."],
    "She said": ["The hull had been inspected in May."],
}
CHOICE = {
    "sentences": [1],
    "bottom_line": "The ferry Alma may have hit a rock near Tolne on 4 March, the harbour office said.",
    "points": [3, 2],
}


def _answer(facts: dict[str, list[str]], choice: object = CHOICE) -> Callable[[ModelRequest], Answer]:
    def answer(request: ModelRequest) -> Answer:
        if request.response_format and request.response_format.name == "ChosenPoints":
            return json.dumps(choice)
        sentence = request.messages[-1].content.rpartition("Sentence: ")[2]
        return json.dumps(
            {"facts": next(said for start, said in facts.items() if sentence.startswith(start))}
        )

    return answer


def _script(facts: dict[str, list[str]], choice: object = CHOICE) -> Scripted:
    return Scripted(_answer(facts, choice))


def _analyse(script: Scripted, article: Article = FERRY) -> Analysis:
    return asyncio.run(PromptedAnalyst(script, prompts(), CONFIG).analyse(article))


def _reasons(analysis: Analysis) -> dict[str, str]:
    return {item.what: item.reason for item in analysis.losses["claims"].items}


def test_every_sentence_is_one_request_and_the_summary_one_more() -> None:
    """Three sentences, four requests; the first three are those that can be foreseen."""
    script = _script(FACTS)
    analyst = PromptedAnalyst(script, prompts(), CONFIG)
    foreseen = [request.digest for request in analyst.first_requests(FERRY)]
    analysis = asyncio.run(analyst.analyse(FERRY))
    assert [request.digest for request in script.requests[:3]] == foreseen
    assert (len(script.requests), analyst.later_calls(FERRY), analysis.usage.requests) == (4, 1, 4)
    assert [prompt.task for prompt in analysis.prompts] == [
        "split_sentence",
        "choose_points",
        "repair_output",
    ]


def test_a_fact_rests_on_its_own_sentence() -> None:
    """The evidence is the sentence that was asked about, whatever the model says."""
    claims = _analyse(_script(FACTS)).claims
    assert [(claim.id, claim.evidence[0].quote.split()[0]) for claim in claims] == [
        ("a1.c1", "The"),
        ("a1.c2", "Captain"),
        ("a1.c3", "Captain"),
        ("a1.c4", "She"),
    ]


def test_who_is_credited_is_read_from_the_article() -> None:
    """The model was not asked: speaker and firmness come from the sentence."""
    claims = _analyse(_script(FACTS)).claims
    assert [(claim.attribution.speaker, claim.stance) for claim in (claims[0], claims[3])] == [
        ("the harbour office", Stance.ALLEGED),
        ("Ines Brandt", Stance.ASSERTED),
    ]
    assert claims[1].attribution.kind is AttributionKind.NONE


@pytest.mark.parametrize(
    ("wrong", "verdict"),
    [
        ("Captain Ines Brandt brought 90 passengers ashore.", Verdict.CONTRADICTED),
        ("Captain Ines Brandt sold the ferry to a museum.", Verdict.UNSUPPORTED),
    ],
)
def test_what_the_checks_refuse_is_not_claimed(wrong: str, verdict: Verdict) -> None:
    """A wrong number and an invention are listed as dropped with what was found; the article's own words stand in."""
    analysis = _analyse(_script({**FACTS, "Captain": [wrong]}))
    assert wrong not in [claim.text for claim in analysis.claims]
    assert _reasons(analysis)[wrong].startswith(f"the checks found it {verdict}")
    assert any("60 passengers" in claim.text for claim in analysis.claims)


def test_what_a_model_leaves_out_is_told_in_the_articles_own_words() -> None:
    """No fact for a sentence that states something: the built-in analyst's claim stands in."""
    analysis = _analyse(_script({**FACTS, "The ferry": []}))
    first = analysis.claims[0]
    assert "may have hit a rock" in first.text
    assert first.evidence[0].quote.startswith("The ferry Alma")


def test_what_another_sentence_tells_is_not_claimed_of_this_one() -> None:
    """A small model tells again what it was shown to know who is meant."""
    again = "Captain Ines Brandt brought 60 passengers ashore."
    analysis = _analyse(
        _script({**FACTS, "She said": ["Ines Brandt thanked the crew.", *FACTS["She said"], again]})
    )
    assert [claim.text for claim in analysis.claims].count(again) == 1
    assert _reasons(analysis)["Ines Brandt thanked the crew."] == "another sentence tells it"


def test_a_loop_is_one_claim() -> None:
    """The same fact five times over is claimed once, and the account says what became of the others."""
    analysis = _analyse(_script({**FACTS, "She said": FACTS["She said"] * 5}))
    assert [claim.text for claim in analysis.claims].count("The hull had been inspected in May.") == 1
    assert analysis.losses["claims"].merged == 4


def test_who_says_it_is_taken_off_the_front() -> None:
    """Of "X said that P" the claim is P; X, who is credited in a field of its own, is not said twice."""
    analysis = _analyse(
        _script({**FACTS, "She said": ["Ines Brandt said that the hull had been inspected in May."]})
    )
    assert analysis.claims[-1].text == "The hull had been inspected in May."


def test_a_sentence_that_cannot_be_had_costs_no_other() -> None:
    """One request that fails for good is a listed failure; the others' claims are there."""
    good = _answer(FACTS)

    def answer(request: ModelRequest) -> Answer:
        if request.messages[-1].content.endswith("thanked the crew."):
            return ProviderFailed("out of order")
        return good(request)

    analysis = _analyse(Scripted(answer))
    assert analysis.losses["sentences"].failed == 1
    assert [claim.evidence[0].quote.split()[0] for claim in analysis.claims] == ["The", "She"]


def test_when_nothing_can_be_had_the_error_says_so() -> None:
    """Every sentence failed: the article fails, and whoever called decides what stands in."""
    with pytest.raises(ProviderFailed):
        _analyse(Scripted(lambda _: ProviderFailed("out of order")))


def test_points_are_checked_claims_with_who_said_them() -> None:
    """The chosen numbers become the claims' words, credited, in the order chosen; the title is the headline."""
    summary = _analyse(_script(FACTS)).summary
    assert summary.headline == "Ferry stopped near Tolne"
    assert summary.bottom_line == CHOICE["bottom_line"]
    assert [point.text for point in summary.points] == [
        "Captain Ines Brandt thanked the crew.",
        "Captain Ines Brandt brought 60 passengers ashore.",
    ]


def test_a_bottom_line_that_the_checks_refuse_is_replaced() -> None:
    """A wrong number in it: the first chosen claim's words stand there, with who said them."""
    wrong = {**CHOICE, "bottom_line": "The ferry Alma hit a rock near Tolne on 9 March."}
    assert _analyse(_script(FACTS, wrong)).summary.bottom_line == (
        "The ferry Alma may have hit a rock near Tolne on 4 March, according to the harbour office."
    )


@pytest.mark.parametrize(
    "choice",
    [
        {"sentences": [], "bottom_line": "", "points": []},
        {"sentences": [99], "bottom_line": "Cows fly.", "points": [0, 77]},
    ],
)
def test_a_choice_of_nothing_still_makes_a_summary(choice: object) -> None:
    """Numbers that were not shown choose nothing; the first claim is the bottom line."""
    summary = _analyse(_script(FACTS, choice)).summary
    assert "may have hit a rock" in summary.bottom_line


def test_a_reply_cut_by_length_keeps_its_complete_facts() -> None:
    """What was complete is claimed; that something is missing is in the account."""
    cut = ModelReply(
        text='{"facts": ["The hull had been inspected in May.", "The hull', outcome=Outcome.LENGTH
    )
    good = _answer(FACTS)

    def answer(request: ModelRequest) -> Answer:
        return cut if "Sentence: She said" in request.messages[-1].content else good(request)

    analysis = _analyse(Scripted(answer))
    assert analysis.claims[-1].text == "The hull had been inspected in May."
    assert "the reply was cut by length" in [item.reason for item in analysis.losses["claims"].items]


def test_a_second_pass_asks_about_what_the_first_left_untold() -> None:
    """One sentence of which nothing passed is asked about again, shown without what it was shown with; the rest is not."""
    good = _answer(FACTS)

    def answer(request: ModelRequest) -> Answer:
        asked = request.messages[-1].content
        if "Sentence: She said" in asked and "Before:" in asked:
            return json.dumps({"facts": ["The hull had been inspected in June."]})
        return good(request)

    script = Scripted(answer)
    config = AnalystConfig(model="small", by_sentence=True, passes=3)
    analysis = asyncio.run(PromptedAnalyst(script, prompts(), config).analyse(FERRY))
    assert len(script.requests) == 5
    assert script.requests[3].messages[-1].content == (
        "Article: Ferry stopped near Tolne\nSentence: She said the hull had been inspected in May."
    )
    assert [claim.text for claim in analysis.claims][-1] == "The hull had been inspected in May."
    assert [claim.evidence[0].quote.split()[0] for claim in analysis.claims].count("She") == 1


def test_a_fact_told_too_early_is_still_told_in_its_place() -> None:
    """What was thrown away as another sentence's is not taken for said when that sentence comes."""
    thanks = "Captain Ines Brandt thanked the crew."
    analysis = _analyse(_script({**FACTS, "The ferry": [*FACTS["The ferry"], thanks]}))
    assert [claim.text for claim in analysis.claims].count(thanks) == 1
