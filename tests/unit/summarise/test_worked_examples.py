"""The worked examples of the prompts teach what the program accepts."""

import json
import re

import pytest

from groundwire.domain.article import Article
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.lint import worked_examples
from groundwire.prompts.outputs import ArticleSummary, ExtractedClaims
from groundwire.prompts.prompt import Prompt
from groundwire.prompts.registry import load_registry
from groundwire.summarise.claims import Reply, complaints_about, gather
from groundwire.summarise.passage import ReadArticle
from groundwire.summarise.reduction import basis_of_article
from groundwire.summarise.summary import build_summary
from unit.summarise.ferries import article_of

_LINE = re.compile(r"^\[\d+\] (.*)$", re.MULTILINE)


def _versions(task: str) -> list[Prompt]:
    return [prompt for prompt in load_registry().prompts if prompt.task == task]


def _article_of_example(prompt: Prompt) -> Article:
    return article_of(*_LINE.findall(prompt.system), published="2025-06-01")


@pytest.mark.parametrize("prompt", _versions("extract_claims"), ids=lambda prompt: str(prompt.ref))
def test_nothing_of_an_example_of_claims_is_lost(prompt: Prompt) -> None:
    """Every claim in it is accepted, every speaker is known, and every cue is found in the evidence."""
    article = _article_of_example(prompt)
    value = ExtractedClaims.model_validate(json.loads(worked_examples(prompt)[0]))
    shown = Numbers(1, len(article.body_sentences))
    claims, losses = gather(ReadArticle(article), [Reply(shown=shown, claims=value.claims)])
    assert complaints_about(value, shown) == ()
    assert (losses.kept, losses.items) == (len(value.claims), ())
    credited = [each.attribution for each in claims if each.attribution.speaker]
    assert [each for each in credited if each.cue_span is None or each.speaker_span is None] == []


@pytest.mark.parametrize("prompt", _versions("summarise_article"), ids=lambda prompt: str(prompt.ref))
def test_nothing_of_an_example_of_a_summary_is_lost(prompt: Prompt) -> None:
    """Headline, bottom line and points are accepted, each with its sentences."""
    article = _article_of_example(prompt)
    value = ArticleSummary.model_validate(json.loads(worked_examples(prompt)[0]))
    basis = basis_of_article(Numbers(1, len(article.body_sentences)))
    _, losses = build_summary(ReadArticle(article), value, basis, ())
    assert (losses.kept, losses.items) == (2 + len(value.points), ())
