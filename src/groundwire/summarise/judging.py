"""A model's opinion about what the checks leave open: unsupported statements, and supported ones that barely are.

Guarantees: what the checks contradict is never asked about, and no opinion overrules a finding that names two values; an opinion
counts only with sentences that the model named; every support that a model was asked about says so in `by`; statements are data like the
article, fenced and on one line each.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from groundwire.domain.article import Article, Evidence
from groundwire.domain.exchange import Sampling
from groundwire.domain.provenance import PromptRef
from groundwire.domain.support import QuoteVerdict, Reason, ReasonKind, Support, Verdict
from groundwire.llm.seam import ChatModel
from groundwire.prompts.article_view import Numbers, show_article
from groundwire.prompts.fence import Fenced, fence
from groundwire.prompts.outputs import Opinion, Opinions
from groundwire.prompts.registry import PromptSet
from groundwire.prompts.shown import shown_line, shown_sentence
from groundwire.structured.ask import ask
from groundwire.structured.complaint import Complaint
from groundwire.structured.question import Question, Target
from groundwire.summarise.config import AnalystConfig

JUDGE = "judge_claims"
REPAIR = "repair_output"
MOST_STATEMENTS = 40  # of one request; a reply about more is cut, or runs in circles with small models
_BARELY = 0.85  # below this score a supported statement was put together of several places, or words of it were passed over
_MOST_EVIDENCE = 3
_LONGEST_DIFFERENCE = 200
_SCORES = {Verdict.SUPPORTED: 0.75, Verdict.UNSUPPORTED: 0.2, Verdict.CONTRADICTED: 0.1}
"""Below what the checks give where they are sure, above what they give where they are not."""
_TYPED = frozenset(
    {
        ReasonKind.NUMBER,
        ReasonKind.DATE,
        ReasonKind.NAME,
        ReasonKind.NEGATION,
        ReasonKind.ROLE,
        ReasonKind.COMPARISON,
    }
)
_MISQUOTED = frozenset({QuoteVerdict.ALTERED, QuoteVerdict.ABSENT})


class Settled(NamedTuple):
    """A support after the model's opinion, and the sentences that the model named for it."""

    support: Support
    evidence: tuple[Evidence, ...]


def is_open(support: Support) -> bool:
    """Whether a model may have a say: the checks neither contradict the statement nor support it firmly."""
    if support.verdict is Verdict.SUPPORTED:
        return support.score is None or support.score < _BARELY
    return support.verdict is not Verdict.CONTRADICTED


class Judge:
    """Asks one model for its opinion on statements about an article."""

    def __init__(self, model: ChatModel, prompts: PromptSet, config: AnalystConfig) -> None:
        self._model = model
        self._prompts = prompts
        self._config = config

    @property
    def prompts(self) -> tuple[PromptRef, ...]:
        """What it is asked by."""
        return tuple(self._prompts.get(task).ref for task in (JUDGE, REPAIR))

    async def opinions(self, article: Article, statements: Sequence[str]) -> dict[int, Opinion]:
        """The opinion on each of `statements` that got one, by its place; one request for forty statements.

        Raises:
            ModelError: the model did not answer.
            OutputError: the answer was of no use.
        """
        found: dict[int, Opinion] = {}
        for first in range(0, len(statements), MOST_STATEMENTS):
            asked = statements[first : first + MOST_STATEMENTS]
            answer = await ask(self._model, self.question(article, asked))
            for opinion in answer.value.opinions:
                if 1 <= opinion.statement <= len(asked):
                    found.setdefault(first + opinion.statement - 1, opinion)
        return found

    def question(self, article: Article, statements: Sequence[str]) -> Question[Opinions]:
        """What is asked about `statements`."""
        prompt = self._prompts.get(JUDGE)
        shown = Numbers(1, len(article.body_sentences))
        text, said = show_article(article, shown), show_statements(statements)
        config, own = self._config, prompt.sampling
        sampling = Sampling(
            temperature=own.temperature if config.temperature is None else config.temperature,
            top_p=own.top_p,
            max_tokens=own.max_tokens if config.max_tokens is None else config.max_tokens,
            seed=own.seed if config.seed is None else config.seed,
        )
        return Question(
            prompt=prompt,
            values={
                "article": text.text,
                "marker": text.marker,
                "statements": said.text,
                "statements_marker": said.marker,
            },
            output=Opinions,
            target=Target(
                model=config.model, endpoint=config.endpoint, sample=config.sample, sampling=sampling
            ),
            repair=self._prompts.get(REPAIR),
            check=partial(complaints_about, statements=len(statements), sentences=shown.last),
        )


def show_statements(statements: Sequence[str]) -> Fenced:
    """The fenced view of `statements`, one numbered line each."""
    return fence(
        "STATEMENTS",
        "\n".join(f"[{number}] {shown_sentence(text)}" for number, text in enumerate(statements, 1)),
    )


def complaints_about(value: Opinions, *, statements: int, sentences: int) -> tuple[Complaint, ...]:
    """What is wrong with `value`: numbers that were not shown, statements without an opinion or with two."""
    given = [opinion.statement for opinion in value.opinions]
    strange = sorted({number for number in given if not 1 <= number <= statements})
    twice = sorted({number for number in given if given.count(number) > 1})
    missing = sorted(set(range(1, statements + 1)) - set(given))
    complaints = [
        Complaint("opinions", f"{what} {', '.join(map(str, numbers))}")
        for what, numbers in (
            ("there are no statements", strange),
            ("more than one opinion on the statements", twice),
            ("no opinion on the statements", missing),
        )
        if numbers
    ]
    for at, opinion in enumerate(value.opinions):
        unknown = [number for number in opinion.sentences if not 1 <= number <= sentences]
        if unknown:
            message = f"the article has no sentences {', '.join(map(str, unknown))}"
            complaints.append(Complaint(f"opinions[{at}].sentences", message))
        elif not opinion.sentences and opinion.verdict != "unsupported":
            message = f"name the sentences that make it {opinion.verdict}"
            complaints.append(Complaint(f"opinions[{at}].sentences", message))
    return tuple(complaints)


def settle(article: Article, support: Support, opinion: Opinion, *, model: str) -> Settled:
    """`support`, which has to be open, after what `model` thinks: lowered, settled, or as it was; `by` names the model."""
    evidence = _evidence(article, opinion)
    verdict = Verdict(opinion.verdict)
    by = (*support.by, f"model:{model}")
    is_without_ground = not evidence and verdict is not Verdict.UNSUPPORTED
    may_raise = verdict is not Verdict.SUPPORTED or not _has_hard_finding(support)
    if is_without_ground or verdict is support.verdict or not may_raise:
        return Settled(support.model_copy(update={"by": by}), ())
    reasons = (_reason(opinion, model), *support.reasons)
    changed = {"verdict": verdict, "score": _SCORES[verdict], "reasons": reasons, "by": by}
    return Settled(support.model_copy(update=changed), evidence)


def _has_hard_finding(support: Support) -> bool:
    """Whether the checks found two values that differ, or words in quotation marks that are not the article's."""
    return support.quote in _MISQUOTED or any(
        reason.kind in _TYPED and reason.claim is not None and reason.source is not None
        for reason in support.reasons
    )


def _reason(opinion: Opinion, model: str) -> Reason:
    difference = shown_line(opinion.difference)[:_LONGEST_DIFFERENCE]
    said = f"{model} calls it {opinion.verdict}"
    return Reason(kind=ReasonKind.COVERAGE, message=f"{said}: {difference}" if difference else said)


def _evidence(article: Article, opinion: Opinion) -> tuple[Evidence, ...]:
    body = article.body_sentences
    numbers = sorted({number for number in opinion.sentences if 1 <= number <= len(body)})
    return tuple(article.evidence(article.sentences[body[number - 1]]) for number in numbers[:_MOST_EVIDENCE])
