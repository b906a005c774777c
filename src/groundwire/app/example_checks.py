"""The checks over the worked examples of prompts: an example must not teach what the checks would find wrong.

Guarantees: every claim and sentence of an example is checked against the numbered lines that stand above it in the prompt, with
the evidence, credit and stance that it gives; another number, date, name or quotation is a complaint. Who denies what is not: an example
tells both sides in few words, which is where the checks are weakest and the reader of a prompt is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.domain.support import Reason, ReasonKind, Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import ArticleIndex, index_article
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.outputs import (
    ArticleSummary,
    CitedText,
    ExtractedClaims,
    Opinions,
    Output,
    SentenceFacts,
    StoryBrief,
)
from groundwire.prompts.prompt import Prompt
from groundwire.summarise.claims import Reply, gather
from groundwire.summarise.passage import ReadArticle

_BEGINS: Final = "Worked example"
_LINE: Final = re.compile(r"^(?:\[m?(\d+)\]|side:|Before:|Sentence:) (.+)$", re.MULTILINE)
_CREDIT: Final = re.compile(r" \((?:(\w+); )?([^();]+); (\w+)\)$")
"""How a claim's line ends: `(who is credited; how firmly)`, in a briefing with its standing before."""
_VALUES: Final = frozenset({ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.NAME})
_SHOWN: Final = 60  # characters of a sentence in a complaint


def example_faults(prompt: Prompt, value: Output) -> Iterable[str]:
    """What the checks say against the worked example `value` of `prompt`."""
    if isinstance(value, SentenceFacts):
        return _of_turns(prompt, value)
    above, _, below = f"{prompt.system}\n{prompt.user}".partition(_BEGINS)[2].partition("```json")
    del below
    if isinstance(value, Opinions):
        return _of_opinions(above, value)
    return _of_lines(_lines(above), value)


def _of_lines(lines: list[str], value: Output) -> Iterable[str]:
    if not lines:
        return ("expected numbered lines between “Worked example” and its answer, found none",)
    article = _article_of(lines)
    index = index_article(article)
    if isinstance(value, ExtractedClaims):
        return _of_claims(index, value)
    if isinstance(value, ArticleSummary):
        return _of_texts(index, (value.headline, value.bottom_line, *value.points))
    if isinstance(value, StoryBrief):
        texts = (value.title, value.bottom_line, *value.developments)
        return _complaints(index, (Asserted(text.text) for text in texts))
    return ()


def _of_turns(prompt: Prompt, value: SentenceFacts) -> Iterator[str]:
    """Examples that are turns of the conversation: what they are checked against stands in the turn's question."""
    for turn in prompt.turns:
        if type(value).model_validate_json(turn.assistant) == value:
            index = index_article(_article_of(_lines(turn.user)))
            yield from _complaints(index, map(Asserted, value.facts))


def _of_claims(index: ArticleIndex, value: ExtractedClaims) -> Iterator[str]:
    article = index.article
    shown = Numbers(1, len(article.body_sentences))
    claims, _ = gather(ReadArticle(article), [Reply(shown=shown, claims=value.claims)])
    return _complaints(
        index,
        (
            Asserted(
                claim.text,
                tuple(item.span for item in claim.evidence),
                attribution=claim.attribution,
                stance=claim.stance,
            )
            for claim in claims
        ),
    )


def _of_texts(index: ArticleIndex, texts: Sequence[CitedText]) -> Iterator[str]:
    sentences = index.article.sentences
    return _complaints(
        index,
        (
            Asserted(
                text.text,
                tuple(sentences[number - 1] for number in text.sentences if 1 <= number <= len(sentences)),
            )
            for text in texts
        ),
    )


def _of_opinions(above: str, value: Opinions) -> Iterator[str]:
    """Statements that the example calls supported."""
    shown, _, stated = above.partition("Statements:")
    index = index_article(_article_of(_lines(shown)))
    statements = _lines(stated)
    supported = [
        statements[opinion.statement - 1]
        for opinion in value.opinions
        if opinion.verdict == "supported" and 1 <= opinion.statement <= len(statements)
    ]
    return _complaints(index, map(Asserted, supported))


def _complaints(index: ArticleIndex, statements: Iterable[Asserted]) -> Iterator[str]:
    for statement in statements:
        found = check_statement(index, statement)
        is_sure = found.support.verdict is Verdict.CONTRADICTED
        clashes = [
            reason.message
            for reason in found.support.reasons
            if _is_other_value(reason) and (is_sure or not _stands_in(index, reason))
        ]
        if found.support.verdict is not Verdict.SUPPORTED and clashes:
            yield f"the checks find {statement.text[:_SHOWN]!r} at odds with the lines above it: {clashes[0]}"


def _is_other_value(reason: Reason) -> bool:
    return reason.kind is ReasonKind.QUOTE or (
        reason.kind in _VALUES and reason.claim is not None and reason.source is not None
    )


def _stands_in(index: ArticleIndex, reason: Reason) -> bool:
    """Whether the value stands in the lines: the checks compared it with another place, and are not sure of it."""
    return reason.claim is not None and reason.claim in index.article.text


def _lines(text: str) -> list[str]:
    """The numbered lines of `text`, with who is credited at the beginning where a claim's line names them at its end."""
    return [_credited(match.group(2)) for match in _LINE.finditer(text)]


def _credited(line: str) -> str:
    match = _CREDIT.search(line)
    if match is None:
        return line
    said = line[: match.start()]
    if match.group(2) == "article":
        return said
    return f"{said.removesuffix('.')}, according to {match.group(2).replace(', ', ' and ')}."


def _article_of(lines: Sequence[str]) -> Article:
    """An article whose sentences are `lines`."""
    spans: list[Span] = []
    for line in lines:
        start = spans[-1].end if spans else 0
        spans.append(Span(start, start + len(line) + 1))
    text = "".join(f"{line}\n" for line in lines)
    return Article(
        id="example",
        source="prompt",
        text=text,
        language="en",
        digest=digest_text("article", text),
        sentences=tuple(spans),
    )
