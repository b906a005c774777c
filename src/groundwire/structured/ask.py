"""Asking a model until the answer is acceptable, within a budget for each cause."""

from groundwire.errors import UnusableOutput
from groundwire.llm.seam import ChatModel
from groundwire.structured.question import Answer, Question, T


async def ask(model: ChatModel, question: Question[T]) -> Answer[T]:
    """The answer to `question`.

    Raises:
        Refused: the model declined.
        ContentFiltered: the provider's filter withheld the answer.
        ReplyCut: the reply was cut by length with nothing complete in it.
        UnusableOutput: still not of the type asked for after the budget for it is spent.
        ModelError: no reply could be had.
    """
    del model
    raise UnusableOutput(f"expected {question.output.__name__}, found nothing")
