"""Asking a model until the answer is acceptable, within a budget for each cause.

Guarantees: a question is sent at most once, plus its budgets; the conversation never grows beyond the first request,
one reply and one list of complaints, each bounded; a repair that makes things worse is not taken.
"""

from dataclasses import dataclass, replace
from typing import Generic

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome
from groundwire.errors import ContentFiltered, Refused, ReplyCut, UnusableOutput
from groundwire.llm.ledger import Cause, because
from groundwire.llm.seam import ChatModel
from groundwire.prompts.fence import fence
from groundwire.prompts.render import render
from groundwire.prompts.shown import shown_line
from groundwire.structured.complaint import Complaint
from groundwire.structured.parse import Parsed, parse_reply
from groundwire.structured.question import Answer, Question, T
from groundwire.structured.schema import response_format

_MAX_COMPLAINTS = 12  # what a small model can attend to; the rest comes up again if it is still there
_MAX_COMPLAINT_CHARACTERS = 300
_MAX_REPLY_CHARACTERS = 24_000  # about 6,000 tokens: longer than any reply that could be repaired by hand
_SHOWN_CHARACTERS = 160


@dataclass(frozen=True, kw_only=True)
class _Attempt(Generic[T]):
    reply: ModelReply
    parsed: Parsed[T]
    complaints: tuple[Complaint, ...]

    @property
    def is_of_shape(self) -> bool:
        return self.parsed.value is not None and not self.parsed.complaints

    @property
    def faults(self) -> int:
        return len(self.parsed.complaints) + len(self.complaints)


def request_of(question: Question[T]) -> ModelRequest:
    """The request that `question` begins with: what a dry run shows and a batch submits."""
    return ModelRequest(
        model=question.target.model,
        messages=render(question.prompt, question.values),
        response_format=response_format(question.output),
        sampling=question.target.sampling,
        endpoint=question.target.endpoint,
        sample=question.target.sample,
    )


async def ask(model: ChatModel, question: Question[T]) -> Answer[T]:
    """The answer to `question`.

    Raises:
        Refused: the model declined.
        ContentFiltered: the provider's filter withheld the answer.
        ReplyCut: the reply was cut by length with nothing complete in it.
        UnusableOutput: still not of the type asked for after the budget for it is spent.
        ModelError: no reply could be had.
    """
    first = request_of(question)
    attempt = best = await _attempt(model, question, first)
    budget, requests = question.budget, 1
    while attempt.faults and not attempt.parsed.is_cut:
        spent_on_shape = not attempt.is_of_shape
        budget = replace(
            budget, schema=budget.schema - spent_on_shape, check=budget.check - (not spent_on_shape)
        )
        if budget.schema < 0 or budget.check < 0:
            break
        with because(Cause.SCHEMA if spent_on_shape else Cause.CHECK):
            attempt = await _attempt(model, question, _again(first, attempt, question))
        requests += 1
        best = _better(best, attempt)
    return _answer(best, question, requests)


async def _attempt(model: ChatModel, question: Question[T], request: ModelRequest) -> _Attempt[T]:
    reply = await model.complete(request)
    _refuse_outcome(reply, question)
    parsed = parse_reply(reply.text, question.output)
    if reply.outcome is Outcome.LENGTH and parsed.value is None:
        parsed = replace(parsed, is_cut=True)
    complaints = question.check(parsed.value) if parsed.value is not None else ()
    return _Attempt(reply=reply, parsed=parsed, complaints=complaints)


def _refuse_outcome(reply: ModelReply, question: Question[T]) -> None:
    asked = f"expected {question.output.__name__} from {question.prompt.ref}"
    if reply.outcome is Outcome.REFUSED:
        raise Refused(
            f"{asked}, found a refusal: {reply.text[:_SHOWN_CHARACTERS]!r}",
            hint="use another model for this article",
        )
    if reply.outcome is Outcome.FILTERED:
        raise ContentFiltered(
            f"{asked}, found that the provider's filter withheld it",
            hint="use another model for this article",
        )


def _again(first: ModelRequest, attempt: _Attempt[T], question: Question[T]) -> ModelRequest:
    """The first request with the reply and what is wrong with it: the same beginning, which providers have cached."""
    complaints = (*attempt.parsed.complaints, *attempt.complaints)[:_MAX_COMPLAINTS]
    lines = (shown_line(str(complaint))[:_MAX_COMPLAINT_CHARACTERS] for complaint in complaints)
    fenced = fence("COMPLAINTS", "\n".join(f"- {line}" for line in lines))
    said = _sendable(attempt.reply.text[:_MAX_REPLY_CHARACTERS].strip()) or "(nothing)"
    before = (*first.messages, Message(role="assistant", content=said))
    repair = render(question.repair, {"complaints": fenced.text, "marker": fenced.marker})
    return first.model_copy(update={"messages": (*before, *repair)})


def _sendable(text: str) -> str:
    """`text` without half a surrogate pair, which JSON can hold and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _better(best: _Attempt[T], attempt: _Attempt[T]) -> _Attempt[T]:
    if attempt.parsed.value is None:
        return best
    return attempt if best.parsed.value is None or attempt.faults < best.faults else best


def _answer(attempt: _Attempt[T], question: Question[T], requests: int) -> Answer[T]:
    value = attempt.parsed.value
    shown = attempt.reply.text[:_SHOWN_CHARACTERS]
    if value is None and attempt.parsed.is_cut:
        raise ReplyCut(
            f"expected {question.output.__name__} from {question.prompt.ref}, found a reply that was cut by length "
            f"with nothing complete in it: {shown!r}"
        )
    if value is None:
        found = "; ".join(str(complaint) for complaint in attempt.parsed.complaints[:3])
        raise UnusableOutput(
            f"expected {question.output.__name__} from {question.prompt.ref}, found {found} in {shown!r}",
            hint="use a stronger model, or another version of the prompt with --prompt",
        )
    return Answer(
        value=value,
        outcome=Outcome.LENGTH if attempt.parsed.is_cut else Outcome.COMPLETE,
        complaints=(*attempt.parsed.complaints, *attempt.complaints),
        rejected=attempt.parsed.rejected,
        requests=requests,
    )
