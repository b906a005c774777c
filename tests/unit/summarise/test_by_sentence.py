"""A small model is asked about one sentence at a time; what the checks refuse is not claimed."""

import asyncio
import json
from collections.abc import Callable

import pytest

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import AttributionKind, Stance
from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.domain.support import UNCHECKED, Verdict
from groundwire.errors import ProviderFailed
from groundwire.extractive.analyst import analyse
from groundwire.llm.scripted import Answer, Scripted
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst
from groundwire.summarise.beside import credited
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


def _answer(facts: dict[str, list[str]]) -> Callable[[ModelRequest], Answer]:
    def answer(request: ModelRequest) -> Answer:
        sentence = request.messages[-1].content.rpartition("Sentence: ")[2]
        return json.dumps(
            {"facts": next(said for start, said in facts.items() if sentence.startswith(start))}
        )

    return answer


def _script(facts: dict[str, list[str]]) -> Scripted:
    return Scripted(_answer(facts))


def _analyse(script: Scripted, article: Article = FERRY) -> Analysis:
    return asyncio.run(PromptedAnalyst(script, prompts(), CONFIG).analyse(article))


def _reasons(analysis: Analysis) -> dict[str, str]:
    return {item.what: item.reason for item in analysis.losses["claims"].items}


def test_every_sentence_is_one_request() -> None:
    """Three sentences, three requests, which are those that can be foreseen; none is for the summary."""
    script = _script(FACTS)
    analyst = PromptedAnalyst(script, prompts(), CONFIG)
    foreseen = [request.digest for request in analyst.first_requests(FERRY)]
    analysis = asyncio.run(analyst.analyse(FERRY))
    assert [request.digest for request in script.requests] == foreseen
    assert (len(script.requests), analyst.later_calls(FERRY), analysis.usage.requests) == (3, 0, 3)
    assert [prompt.task for prompt in analysis.prompts] == [
        "split_sentence",
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
    assert _reasons(analysis)["Ines Brandt thanked the crew."] == "its sentence says next to nothing of it"


def test_a_loop_is_one_claim() -> None:
    """The same fact five times over is claimed once, and the account says what became of the others."""
    analysis = _analyse(_script({**FACTS, "She said": FACTS["She said"] * 5}))
    assert [claim.text for claim in analysis.claims].count("The hull had been inspected in May.") == 1
    assert analysis.losses["claims"].merged == 4


@pytest.mark.parametrize(
    "said",
    [
        "Ines Brandt said that the hull had been inspected in May.",
        "According to Ines Brandt, the hull had been inspected in May.",
    ],
)
def test_who_says_it_is_taken_off_the_front(said: str) -> None:
    """Of "X said that P" the claim is P; X, who is credited in a field of its own, is not said twice."""
    analysis = _analyse(_script({**FACTS, "She said": [said]}))
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


def test_the_summary_is_the_built_in_one_and_what_it_leaves_out() -> None:
    """No request for it: sentences chosen by rule, then facts that those do not tell, with who said so."""
    long = article_of(
        *(
            f"The {name} ferry left Tolne with passengers for Marn at noon."
            for name in ("red", "blue", "grey")
        ),
        "The harbour office said the pier had been closed since Monday because divers found a crack.",
        title="Ferries leave Tolne",
    )
    fact = "Divers found a crack in the pier."
    facts = {
        "The red": [],
        "The blue": [],
        "The grey": [],
        "The harbour": ["The pier had been closed since Monday.", fact],
    }
    plain = analyse(long).summary
    summary = _analyse(_script(facts), long).summary
    assert summary.bottom_line == plain.bottom_line
    assert summary.points[: len(plain.points)] == tuple(
        point.model_copy(update={"support": UNCHECKED}) for point in plain.points
    )
    told = " ".join((plain.bottom_line, *(point.text for point in plain.points)))
    added = [point.text for point in summary.points[len(plain.points) :]]
    assert len(added) <= 3
    assert all(text not in told for text in added)


def test_what_cannot_be_read_alone_is_not_added_to_the_summary() -> None:
    """A fact that begins with somebody's own, or that "he" answers for, stays a claim and is no point."""
    long = article_of(
        "The red ferry left Tolne with passengers for Marn at noon.",
        "The blue ferry stayed in the harbour of Tolne because of the storm.",
        "His brother bought a lighthouse from the town in March.",
        "The pier has been closed since Monday.",
        title="Ferries leave Tolne",
    )
    facts = {
        "The red": [],
        "The blue": [],
        "His": ["His brother bought a lighthouse from the town in March."],
        "The pier": ["The pier has been closed since Monday."],
    }
    plain, analysis = analyse(long).summary, _analyse(_script(facts), long)
    assert any(claim.text.startswith("His brother") for claim in analysis.claims)
    added = [point.text for point in analysis.summary.points[len(plain.points) :]]
    assert not any(text.startswith("His brother") for text in added)


def test_a_claim_alone_says_who_said_it() -> None:
    """What is credited stays credited, once; a denial and a quotation stand behind their speaker."""
    hull, *_ = [one for one in _analyse(_script(FACTS)).claims if "hull" in one.text]
    assert credited(hull) == "The hull had been inspected in May, according to Ines Brandt."
    assert (
        credited(hull.model_copy(update={"stance": Stance.DENIED}))
        == "Ines Brandt: The hull had been inspected in May."
    )
    said = hull.model_copy(update={"text": "Brandt said that the hull was old."})
    assert credited(said) == "Brandt said that the hull was old."
    quoted = hull.model_copy(update={"text": "Ines Brandt: “We had the hull inspected.”"})
    assert credited(quoted) == "Ines Brandt: “We had the hull inspected.”"
    herself = hull.model_copy(update={"text": "Brandt inspected the hull."})
    assert credited(herself) == "Brandt inspected the hull, by Ines Brandt's own account."
    another = hull.model_copy(update={"text": "Ola Brandt inspected the hull."})
    assert credited(another) == "Ola Brandt inspected the hull, according to Ines Brandt."


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
    assert len(script.requests) == 4
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


@pytest.mark.parametrize(
    "broken",
    [
        "The harbour office said there were",
        "strong suspicions but no proof",
        "Unchanged.",
        "A rock near Tolne on 4 March.",
        "The harbour office said the ferry may have hit,",
    ],
)
def test_a_piece_of_a_sentence_is_no_fact(broken: str) -> None:
    """A small model breaks a sentence at a quotation mark; its pieces are dropped with the reason."""
    analysis = _analyse(_script({**FACTS, "The ferry": [*FACTS["The ferry"], broken]}))
    assert _reasons(analysis)[broken] == "it is no whole sentence"


@pytest.mark.parametrize("fact", ["It had been inspected in May.", "We had the hull inspected in May."])
def test_a_fact_that_names_nobody_gives_way_to_the_articles_own_words(fact: str) -> None:
    """Read alone it would be about anybody."""
    analysis = _analyse(_script({**FACTS, "She said": [fact]}))
    assert _reasons(analysis)[fact] == "it does not say who or what is meant"
    assert analysis.claims[-1].text == "The hull had been inspected in May."


def test_grammar_is_asked_of_english_alone() -> None:
    """A German fact has a verb that the English rules do not know; it is claimed."""
    fire = article_of(
        "Bei dem Brand im Hafen wurden gestern Abend sechs Feuerwehrleute verletzt.",
        "Die Ursache des Feuers ist nach Angaben der Polizei noch nicht bekannt.",
        title="Brand im Hafen",
    )
    fact = "Sechs Feuerwehrleute wurden verletzt."
    analysis = _analyse(_script({"Bei": [fact], "Die": []}), fire)
    assert fact in [claim.text for claim in analysis.claims]


def test_an_answer_without_a_verb_is_not_made_a_statement() -> None:
    """What a model makes of it has a verb of its own finding; the answer itself stays as it is in the article."""
    talk = article_of(
        "Post: What should people remember you for when you leave the town hall of Tolne?",
        "Brandt: A dry market hall.",
        "Brandt: The roof will be repaired in May.",
        title="Ines Brandt on her last year",
    )
    fact, repaired = "Brandt is a dry market hall.", "The roof will be repaired in May."
    facts = {"Post": [], "Brandt: A": [fact], "Brandt: The": [repaired]}
    analysis = _analyse(_script(facts), talk)
    assert _reasons(analysis)[fact].startswith("its sentence is an answer without a verb")
    assert repaired in [claim.text for claim in analysis.claims]


def test_a_translation_is_not_claimed() -> None:
    """Whether a small model translates well cannot be checked by words: the article's own stand in, and the account says why."""
    fire = article_of(
        "Bei dem Brand im Hafen wurden gestern Abend sechs Feuerwehrleute verletzt.",
        "Die Ursache des Feuers ist nach Angaben der Polizei noch nicht bekannt.",
        title="Brand im Hafen",
    )
    fact = "Six Feuerwehrleute were hurt in the network."
    analysis = _analyse(_script({"Bei": [fact], "Die": []}), fire)
    assert _reasons(analysis)[fact].startswith("it is not in the words of the article")
    assert analysis.claims[0].text.startswith("Bei dem Brand")


def test_a_count_that_the_facts_leave_out_is_told() -> None:
    """A number in words is a figure: facts with most of the words but without it have not told the sentence."""
    outnumbered = article_of(
        "The crew of the ferry, which was outnumbered six times by angry passengers, stayed on the bridge.",
        title="Ferry",
    )
    facts = ["The crew of the ferry stayed on the bridge.", "Angry passengers stood on the ferry."]
    claims = _analyse(_script({"The crew": facts}), outnumbered).claims
    assert any("outnumbered six times" in claim.text for claim in claims)


def test_the_fuller_of_two_facts_stays() -> None:
    """What is told first without its day and then with it is claimed with it; another figure is another fact."""
    bare, dated = "The ferry Alma may have hit a rock near Tolne in March.", FACTS["The ferry"][0]
    analysis = _analyse(_script({**FACTS, "The ferry": [bare, dated]}))
    assert [claim.text for claim in analysis.claims if "rock" in claim.text] == [dated]
    assert _reasons(analysis)[bare] == "a fuller fact of the same sentence tells it"


def test_facts_that_differ_in_a_figure_alone_are_two() -> None:
    """Nearly the same words with another figure say something else."""
    tons = article_of("The port handled 40 ships in May and 52 ships in June.", title="Port")
    facts = ["The port handled 40 ships in May.", "The port handled 52 ships in June."]
    claims = _analyse(_script({"The port": facts}), tons).claims
    assert [claim.text for claim in claims] == facts
