import asyncio
import json
from functools import cache
from typing import Any

import pytest

from groundwire.briefing.assemble import assemble
from groundwire.briefing.prompted import Composed, compose
from groundwire.domain.briefing import Standing
from groundwire.errors import ProviderFailed
from groundwire.llm.scripted import Answer, Scripted
from groundwire.prompts.registry import PromptSet, load_registry, select_prompts
from groundwire.summarise.config import AnalystConfig
from unit.briefing.desk import flood


@cache
def prompts() -> PromptSet:
    """The prompts in use."""
    return select_prompts(load_registry(None))


def part(text: str, *claims: str) -> dict[str, Any]:
    """A sentence of a reply and the rows that it names."""
    return {"claims": list(claims), "text": text}


TITLE = part("Flood in Lindau", "m1", "m4")
BOTTOM = part(
    "The flood in Lindau destroyed 40 houses on Sunday, according to Mayor Ivo Brandt, while another article says 65 houses.",
    "m1",
)
DENIED = part(
    "The dam above the town may have been opened by mistake; the water board denied that the dam was opened.",
    "m2",
    "m3",
)


def reply(*developments: dict[str, Any], bottom_line: dict[str, Any] = BOTTOM) -> str:
    """A reply to `brief_story`."""
    return json.dumps({"title": TITLE, "bottom_line": bottom_line, "developments": list(developments)})


def composed(*script: Answer) -> Composed:
    """What becomes of the flood's briefing when the model answers this."""
    return composed_by(Scripted(script))


def composed_by(model: Scripted) -> Composed:
    """The same, with a model that can be asked afterwards what it saw."""
    story = flood()
    return asyncio.run(
        compose(
            story, assemble(story), model=model, prompts=prompts(), config=AnalystConfig(model="scripted")
        )
    )


def test_sentences_that_their_rows_carry_stand_as_the_model_wrote_them():
    """Title and developments that pass the checks are taken, with the rows that they name and the weakest standing."""
    done = composed(reply(DENIED))
    assert done.failure is None
    assert done.briefing.title == "Flood in Lindau"
    assert [(one.text, one.claims, one.standing) for one in done.briefing.developments] == [
        (DENIED["text"], ("m2", "m3"), Standing.DISPUTED)
    ]
    assert done.briefing.claims == assemble(flood()).claims


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (part("Schools in Lindau stay closed for nine weeks.", "m4"), "two weeks"),
        (part("It is confirmed that schools in Lindau stay closed for two weeks.", "m4"), "confirmed"),
        (part("The flood in Lindau destroyed 40 houses on Sunday.", "m1"), "by one side alone"),
        (part("The dam above the town was opened.", "m2"), "by one side alone"),
        (part("The mayor will resign over the bakery.", "m5"), ""),
    ],
)
def test_a_sentence_that_its_rows_do_not_carry_is_replaced_and_listed(wrong, why):
    """A changed figure, a confirmation, half a dispute and an invention become the rows' own words, with the reason."""
    done = composed(reply(DENIED, wrong))
    told = [one.text for one in done.briefing.developments]
    assert wrong["text"] not in told
    assert len(told) == 2
    losses = {item.what: item.reason for item in done.briefing.losses["briefing"].items}
    assert why in losses[wrong["text"]]


def test_ids_that_do_not_exist_are_complained_of_and_asked_again():
    """The model is told which ids it made up; its second answer is taken."""
    model = Scripted([reply(part("A bear was seen.", "m99")), reply(DENIED)])
    done = composed_by(model)
    assert len(model.requests) == 2
    assert "m99" in model.requests[1].messages[-1].content
    assert [one.claims for one in done.briefing.developments] == [("m2", "m3")]


def test_when_the_model_fails_the_deterministic_briefing_stands():
    """A provider that fails costs the wording, not the briefing, and the losses say so."""
    done = composed(ProviderFailed("expected an answer, found 500"))
    assert isinstance(done.failure, ProviderFailed)
    assert done.briefing.developments == assemble(flood()).developments
    assert done.briefing.losses["briefing"].failed == 1


def test_the_rows_are_shown_as_data_with_the_sides_of_their_disputes():
    """A row is a line under its id between the fence lines; the sides of a dispute stand under it."""
    model = Scripted([reply(DENIED)])
    composed_by(model)
    shown = model.requests[0].messages[-1].content
    assert (
        "[m1] The flood in Lindau destroyed 40 houses on Sunday. (disputed; Mayor Ivo Brandt; asserted)"
        in shown
    )
    assert "side: 65 (Birch Post)" in shown


def test_the_accounts_of_a_worded_briefing_balance():
    """Every sentence of the reply is kept or replaced; none is lost."""
    account = composed(reply(DENIED, part("The mayor will resign.", "m5"))).briefing.losses["briefing"]
    assert account.in_ == account.kept + account.dropped == 4
