"""The questions that the prompted analyst asks. Pure: the same article and configuration give the same questions."""

from collections.abc import Sequence
from functools import partial

from groundwire.domain.article import Article
from groundwire.domain.claim import Claim
from groundwire.prompts.article_view import Numbers, show_article
from groundwire.prompts.claims_view import show_claims
from groundwire.prompts.outputs import (
    ArticleSummary,
    ExtractedClaims,
    SentenceFacts,
)
from groundwire.prompts.passage_view import show_passage
from groundwire.prompts.registry import PromptSet
from groundwire.structured.question import Question
from groundwire.summarise import claims as claim_checks
from groundwire.summarise import summary as summary_checks
from groundwire.summarise.config import AnalystConfig

EXTRACT = "extract_claims"
SPLIT = "split_sentence"
SUMMARISE = "summarise_article"
REDUCE = "summarise_claims"
REPAIR = "repair_output"
_MAX_CLAIMS = 40  # with more, replies of small models run in circles and replies of large ones are cut
_SPARE_CLAIMS = 3  # a sentence may hold two claims; more than this many over one each are trivia
_POINTS = range(3, 8)
_SENTENCES_PER_POINT = 4


class Questions:
    """The questions about articles that go to one model with one set of prompts."""

    def __init__(self, prompts: PromptSet, config: AnalystConfig) -> None:
        self._prompts = prompts
        self._config = config

    def claims(self, article: Article, shown: Numbers) -> Question[ExtractedClaims]:
        """What is claimed in the sentences `shown`?"""
        prompt = self._prompts.get(EXTRACT)
        fenced = show_article(article, shown)
        most = min(_MAX_CLAIMS, shown.size + _SPARE_CLAIMS)
        return Question(
            prompt=prompt,
            values={"article": fenced.text, "marker": fenced.marker, "max_claims": str(most)},
            output=ExtractedClaims,
            target=self._config.target(prompt),
            repair=self._prompts.get(REPAIR),
            check=partial(claim_checks.complaints_about, shown=shown),
        )

    def facts(self, article: Article, number: int, *, again: bool = False) -> Question[SentenceFacts]:
        """What does the sentence `number` say, one fact each? `again` shows it with what it was not shown with."""
        prompt = self._prompts.get(SPLIT)
        return Question(
            prompt=prompt,
            values={"passage": show_passage(article, number, again=again)},
            output=SentenceFacts,
            target=self._config.target(prompt),
            repair=self._prompts.get(REPAIR),
        )

    def summary(self, article: Article, shown: Numbers) -> Question[ArticleSummary]:
        """What does the article say, in short?"""
        fenced = show_article(article, shown)
        values = {"article": fenced.text, "marker": fenced.marker, "max_points": _points(shown.size)}
        return self._summary(SUMMARISE, values, shown)

    def summary_of(self, article: Article, claims: Sequence[Claim]) -> Question[ArticleSummary]:
        """What do these claims of the article come to?"""
        fenced = show_claims(article, claims)
        values = {"claims": fenced.text, "marker": fenced.marker, "max_points": _points(len(claims))}
        return self._summary(REDUCE, values, Numbers(1, len(claims)))

    def _summary(self, task: str, values: dict[str, str], shown: Numbers) -> Question[ArticleSummary]:
        prompt = self._prompts.get(task)
        return Question(
            prompt=prompt,
            values=values,
            output=ArticleSummary,
            target=self._config.target(prompt),
            repair=self._prompts.get(REPAIR),
            check=partial(summary_checks.complaints_about, shown=shown),
        )


def _points(count: int) -> str:
    return str(max(_POINTS.start, min(_POINTS.stop - 1, count // _SENTENCES_PER_POINT)))
