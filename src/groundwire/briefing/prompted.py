"""The briefing that a model words: bottom line and developments, every sentence checked against the rows that it names.

Guarantees: rows, disputes, voices, times and omissions stay those of the deterministic briefing; a sentence that the
checks do not carry is replaced by the rows' own words and listed; when the model fails for good, the deterministic
briefing stands as it is.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from groundwire.briefing.developments import MOST, main_disputes
from groundwire.briefing.judging import fault
from groundwire.briefing.material import MOST_ROWS, show_rows
from groundwire.briefing.ranking import rank
from groundwire.briefing.story import Story
from groundwire.briefing.wording import dispute_sentence, sentence
from groundwire.domain.briefing import Briefing, Development, MergedClaim, Standing
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.provenance import PromptRef
from groundwire.errors import GroundwireError, ModelError, OutputError
from groundwire.llm.seam import ChatModel
from groundwire.prompts.outputs import ClaimedText, StoryBrief
from groundwire.prompts.registry import PromptSet
from groundwire.structured.ask import ask
from groundwire.structured.complaint import Complaint
from groundwire.structured.question import Question
from groundwire.summarise.config import AnalystConfig

TASK = "brief_story"
REPAIR = "repair_output"


class Composed(NamedTuple):
    """The briefing, the prompts that were used, and the error when the model failed for good."""

    briefing: Briefing
    prompts: tuple[PromptRef, ...]
    failure: GroundwireError | None


class _Checked(NamedTuple):
    text: str
    claims: tuple[str, ...]
    loss: LossItem | None


async def compose(
    story: Story, briefing: Briefing, *, model: ChatModel, prompts: PromptSet, config: AnalystConfig
) -> Composed:
    """`briefing` (what `assemble` made of `story`) with title, bottom line and developments as `model` words them."""
    rows = rank(story)[:MOST_ROWS]
    refs = (prompts.get(TASK).ref, prompts.get(REPAIR).ref)
    if not rows:
        return Composed(briefing, (), None)
    try:
        answer = await ask(model, question(story, rows, prompts, config))
    except (ModelError, OutputError) as error:
        return Composed(_with_failure(briefing, error), refs, error)
    return Composed(_written(story, briefing, answer.value), refs, None)


def question(
    story: Story, rows: Sequence[MergedClaim], prompts: PromptSet, config: AnalystConfig
) -> Question[StoryBrief]:
    """What is asked about `rows`."""
    prompt = prompts.get(TASK)
    shown = show_rows(story, rows)
    return Question(
        prompt=prompt,
        values={"claims": shown.text, "marker": shown.marker, "max_developments": str(MOST)},
        output=StoryBrief,
        target=config.target(prompt),
        repair=prompts.get(REPAIR),
        check=partial(complaints_about, known=frozenset(row.id for row in rows)),
    )


def complaints_about(value: StoryBrief, *, known: frozenset[str]) -> tuple[Complaint, ...]:
    """What is wrong with `value`: ids that were not shown, sentences without any."""
    parts = [("title", value.title), ("bottom_line", value.bottom_line)]
    parts += [(f"developments[{at}]", part) for at, part in enumerate(value.developments)]
    complaints = []
    for where, part in parts:
        strange = [name for name in part.claims if name not in known]
        if strange:
            message = f"no claim has the id {', '.join(strange)}; name ids that stand in square brackets"
            complaints.append(Complaint(f"{where}.claims", message))
        elif not part.claims:
            complaints.append(Complaint(f"{where}.claims", "name the ids of the claims that carry the text"))
    return tuple(complaints)


def _written(story: Story, briefing: Briefing, brief: StoryBrief) -> Briefing:
    rows = {row.id: row for row in story.corroboration.claims}
    title = _checked(story, brief.title, rows, instead=briefing.title)
    bottom_line = _checked(story, brief.bottom_line, rows, instead=briefing.bottom_line)
    parts = [_checked(story, part, rows, instead="") for part in brief.developments[:MOST]]
    losses = [part.loss for part in (title, bottom_line, *parts) if part.loss is not None]
    count = 2 + len(parts)
    developments = tuple(
        Development(text=part.text, claims=part.claims, standing=_standing(part.claims, rows))
        for part in parts
        if part.claims
    )
    account = StageLosses(in_=count, kept=count - len(losses), dropped=len(losses), items=tuple(losses))
    return briefing.model_copy(
        update={
            "title": title.text,
            "bottom_line": bottom_line.text,
            "bottom_line_claims": bottom_line.claims or briefing.bottom_line_claims,
            "developments": developments or briefing.developments,
            "losses": {**briefing.losses, "briefing": account},
        }
    )


def _checked(story: Story, part: ClaimedText, rows: Mapping[str, MergedClaim], *, instead: str) -> _Checked:
    """`part` as it stands where its rows carry it; else `instead`, or the rows' own words."""
    named = tuple(dict.fromkeys(name for name in part.claims if name in rows))
    text = " ".join(part.text.split())
    wrong = fault(story, text, [rows[name] for name in named]) if text else "it is empty"
    if not wrong:
        return _Checked(text, named, None)
    loss = LossItem(what=text, reason=f"replaced by the claims' own words: {wrong}")
    return _Checked(
        instead or _own_words(story, [rows[name] for name in named]), () if instead else named, loss
    )


def _own_words(story: Story, rows: Sequence[MergedClaim]) -> str:
    disputes, articles = main_disputes(story), {article.id: article for article in story.articles}
    return " ".join(
        dispute_sentence(disputes[row.id], row, articles) if row.id in disputes else sentence(row)
        for row in rows
    )


def _standing(claims: Sequence[str], rows: Mapping[str, MergedClaim]) -> Standing:
    """The weakest standing of the rows, a dispute before all."""
    found = {rows[name].standing for name in claims}
    order = (Standing.DISPUTED, Standing.SINGLE_ORIGIN, Standing.CORROBORATED)
    return next((standing for standing in order if standing in found), Standing.SINGLE_ORIGIN)


def _with_failure(briefing: Briefing, error: GroundwireError) -> Briefing:
    item = LossItem(
        what="wording by the model",
        reason=f"{type(error).__name__}: {error.message}; the claims' own words stand",
    )
    account = StageLosses(in_=1, failed=1, items=(item,))
    return briefing.model_copy(update={"losses": {**briefing.losses, "briefing": account}})
