"""Lint of labels: spans that do not slice, claims said twice, ids that do not meet.

Guarantee: every finding names its place, what is wrong and what to do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from pydantic import Field

from groundwire.domain.article import Article
from groundwire.domain.briefing import DisputeKind, Reading
from groundwire.domain.noun import Noun
from groundwire.evaluation.fixture import Story
from groundwire.evaluation.labels import ArticleLabels, StoryLabels
from groundwire.text.pronouns import PRONOUNS
from groundwire.text.tokens import content_words, tokenise

_SAME_WORDS = 6  # a claim of fewer content words may equal the article's words without leaning on them
_ROUNDED = frozenset({DisputeKind.NUMBER, DisputeKind.DATE})
_LEANS = 0.6  # share of claims that copy their evidence word for word from which labels lean on the article's words


class StoryFinding(Noun):
    """One finding with the story that it is about."""

    story: str
    level: Literal["error", "warning"]
    where: str
    message: str


class LintReport(Noun):
    """The document of `eval lint`."""

    schema_: Literal["groundwire/lint/1"] = Field(default="groundwire/lint/1", alias="schema")
    stories: int
    findings: tuple[StoryFinding, ...]


class LabelFinding(NamedTuple):
    """One finding: `level` is `error` (the labels cannot be scored against) or `warning`."""

    level: Literal["error", "warning"]
    where: str
    message: str


def lint_story(story: Story) -> list[LabelFinding]:
    """All findings on a story's labels."""
    labels = story.labels
    found: list[LabelFinding] = []
    if labels.story != story.name:
        found.append(
            LabelFinding(
                "error",
                story.name,
                f"expected the story to be named after its folder {story.name!r}, found {labels.story!r}",
            )
        )
    found.extend(
        LabelFinding(
            "error", name, "expected a file of this name in the folder, found none: rename or remove it"
        )
        for name in sorted(labels.articles.keys() - story.articles.keys())
    )
    found.extend(
        LabelFinding("error", name, "expected labels for this article, found none: label it")
        for name in sorted(story.articles.keys() - labels.articles.keys())
    )
    for name, article in story.articles.items():
        if name in labels.articles:
            found.extend(_lint_article(name, article, labels.articles[name]))
    found.extend(_lint_rows(labels))
    return found


def _lint_article(name: str, article: Article, labels: ArticleLabels) -> Iterator[LabelFinding]:
    ids = [claim.id for claim in labels.claims]
    ids += [point.id for point in labels.key_points] + [trap.id for trap in labels.traps]
    yield from _repeated(name, ids)
    for claim in labels.claims:
        for words in claim.evidence:
            yield from _lint_evidence(f"{name} {claim.id}", words, article)
        if claim.speaker is None and claim.attribution.value != "none":
            yield LabelFinding(
                "error",
                f"{name} {claim.id}",
                f"expected a speaker with the attribution {claim.attribution.value!r}, found none: name whom the article credits",
            )
        yield from _lint_wording(f"{name} {claim.id}", claim.text)
    yield from _duplicates(name, labels)
    known = {claim.id for claim in labels.claims}
    for point in labels.key_points:
        for missing in sorted(set(point.claims) - known):
            yield LabelFinding(
                "error", f"{name} {point.id}", f"expected the id of a claim, found {missing!r}"
            )
    yield from _leaning(name, labels)


def _lint_evidence(where: str, words: str, article: Article) -> Iterator[LabelFinding]:
    times = article.text.count(words) if words.strip() else 0
    if times == 0:
        yield LabelFinding(
            "error",
            where,
            f"expected the article's exact words, found {words!r}: copy them from `groundwire ingest`",
        )
    elif times > 1:
        yield LabelFinding(
            "error",
            where,
            f"expected words that stand once, found {words!r} {times} times: copy a longer piece",
        )


def _lint_wording(where: str, text: str) -> Iterator[LabelFinding]:
    first = next((token.text for token in tokenise(text) if token.is_word), "")
    if not first:
        yield LabelFinding("error", where, "expected a claim, found no word in it: write it or remove it")
    elif first.casefold() in PRONOUNS:
        yield LabelFinding(
            "warning", where, f"begins with {first!r}: a claim is self-contained, put the name there"
        )


def _duplicates(name: str, labels: ArticleLabels) -> Iterator[LabelFinding]:
    seen: dict[tuple[str, ...], str] = {}
    for claim in labels.claims:
        key = tuple(sorted(content_words(claim.text)))
        if key in seen:
            yield LabelFinding(
                "error", f"{name} {claim.id}", f"says the same as {seen[key]}: said twice, labelled once"
            )
        seen.setdefault(key, claim.id)


def _leaning(name: str, labels: ArticleLabels) -> Iterator[LabelFinding]:
    long = [claim for claim in labels.claims if len(content_words(claim.text)) >= _SAME_WORDS]
    copied = [claim for claim in long if any(claim.text.rstrip(".") in words for words in claim.evidence)]
    if len(long) >= _SAME_WORDS and len(copied) >= _LEANS * len(long):
        yield LabelFinding(
            "warning",
            name,
            f"{len(copied)} of {len(long)} claims are the article's words: say them in your own, or an analyst "
            "that copies looks better than it is",
        )


def _lint_rows(labels: StoryLabels) -> Iterator[LabelFinding]:
    yield from _repeated("rows", [row.id for row in labels.rows])
    yield from _repeated("origins", [origin.id for origin in labels.origins])
    origins = {origin.id for origin in labels.origins}
    used: Counter[tuple[str, str]] = Counter()
    for row in labels.rows:
        for missing in sorted(set(row.origins) - origins):
            yield LabelFinding("error", f"row {row.id}", f"expected the id of an origin, found {missing!r}")
        for name, ids in row.claims.items():
            known = {claim.id for claim in labels.articles[name].claims} if name in labels.articles else set()
            used.update((name, one) for one in ids)
            for missing in (one for one in ids if one not in known):
                yield LabelFinding(
                    "error", f"row {row.id}", f"expected a claim of {name!r}, found {missing!r}"
                )
        if row.standing.value == "corroborated" and len(row.origins) == 1:
            yield LabelFinding(
                "error",
                f"row {row.id}",
                "is corroborated by one origin: name the second or change the standing",
            )
    for (name, one), times in used.items():
        if times > 1:
            yield LabelFinding(
                "warning", f"{name} {one}", f"stands in {times} rows: one claim says one thing"
            )
    yield from _lint_disputes(labels)


def _lint_disputes(labels: StoryLabels) -> Iterator[LabelFinding]:
    rows = {row.id for row in labels.rows}
    has_readings = any(dispute.reading for dispute in labels.disputes)
    for dispute in labels.disputes:
        where = f"dispute {dispute.row}"
        if dispute.row not in rows:
            yield LabelFinding("error", "disputes", f"expected the id of a row, found {dispute.row!r}")
        if dispute.reading is Reading.ROUNDING and dispute.kind not in _ROUNDED:
            message = f"a {dispute.kind} is not rounded: read it as conflict, update or scope"
            yield LabelFinding("error", where, message)
        if has_readings and dispute.reading is None:
            yield LabelFinding("warning", where, "has no reading, others of the story have one: read it too")


def _repeated(where: str, ids: Iterable[str]) -> Iterator[LabelFinding]:
    for one, times in Counter(ids).items():
        if times > 1:
            yield LabelFinding("error", where, f"expected every id once, found {one!r} {times} times")
