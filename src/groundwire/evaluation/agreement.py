"""Do two labellers see the same? α per layer, and F1 of claims and key points.

Layers: which sentences carry a claim at all (over all sentences of an article); of claims that both labelled, how they are attributed, to
whom, and how firmly they are put; of rows that both have, their standing; of disputes of one kind that both have about such a row,
and of adjudicated ones that both were shown, how they are read. Intervals from drawing stories with replacement.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field

from groundwire.app.progress import Progress, Silent
from groundwire.domain.article import Article
from groundwire.domain.noun import Noun
from groundwire.evaluation.fixture import FIRST, LABELS, SECOND, read_articles, read_labels
from groundwire.evaluation.labels import ArticleLabels, RowLabel, StoryLabels
from groundwire.evaluation.pairing import pair_statements
from groundwire.evaluation.scorers.scorer import f1
from groundwire.evaluation.speakers import same_speaker
from groundwire.evaluation.statistics.agreement import Unit, alpha_interval
from groundwire.evaluation.statistics.means import share_mean

ENOUGH = 0.67
"""Krippendorff's bound below which nothing may be concluded from labels."""

_LAYERS = ("sentences with a claim", "attribution", "speaker", "stance", "standing", "reading")


class LayerAgreement(Noun):
    """α of one layer; `value` is None where all labels are one category, or where no unit was labelled twice."""

    layer: str
    value: float | None
    low: float | None
    high: float | None
    units: int


class Overlap(Noun):
    """F1 of what two labellers listed: the mean over articles, with its interval over stories."""

    what: str
    value: float
    low: float
    high: float
    articles: int


class Agreement(Noun):
    """The document of `eval agree`."""

    schema_: Literal["groundwire/agreement/1"] = Field(default="groundwire/agreement/1", alias="schema")
    stories: int
    layers: tuple[LayerAgreement, ...]
    overlaps: tuple[Overlap, ...]


@dataclass
class _Story:
    name: str
    units: dict[str, list[Unit]] = field(default_factory=lambda: {layer: [] for layer in _LAYERS})
    overlaps: dict[str, list[float]] = field(default_factory=lambda: {"claims": [], "key points": []})


def labelled_twice(folders: Sequence[Path]) -> list[Path]:
    """Those of `folders` that two labellers worked on."""
    return [folder for folder in folders if (folder / FIRST).is_file() and (folder / SECOND).is_file()]


def agree(folders: Sequence[Path], progress: Progress | None = None) -> Agreement:
    """The agreement of the two labellers over the stories in `folders`, of which there has to be one; `progress` is told of each.

    Raises:
        UsageError: labels or articles cannot be read.
    """
    told = progress or Silent()
    told.begin(len(folders))
    stories = []
    for folder in folders:
        stories.append(_story(folder))
        told.advance(folder.name)
    layers = [_layer(layer, stories) for layer in _LAYERS]
    overlaps = [_overlap(what, stories) for what in ("claims", "key points")]
    return Agreement(stories=len(stories), layers=tuple(layers), overlaps=tuple(overlaps))


def _layer(layer: str, stories: Sequence[_Story]) -> LayerAgreement:
    found = alpha_interval([story.units[layer] for story in stories])
    return LayerAgreement(layer=layer, value=found.value, low=found.low, high=found.high, units=found.units)


def _overlap(what: str, stories: Sequence[_Story]) -> Overlap:
    values: list[tuple[Hashable, float]] = [
        (story.name, value) for story in stories for value in story.overlaps[what]
    ]
    mean = share_mean(values or [("", 0.0)])
    return Overlap(what=what, value=mean.value, low=mean.low, high=mean.high, articles=len(values))


def _story(folder: Path) -> _Story:
    first, second = read_labels(folder / FIRST), read_labels(folder / SECOND)
    articles = read_articles(folder)
    story = _Story(folder.name)
    for name, article in articles.items():
        if name in first.articles and name in second.articles:
            _add_article(story, article, first.articles[name], second.articles[name])
    rows = list(_rows(first, second))
    story.units["standing"].extend((one.standing, other.standing) for one, other in rows)
    story.units["reading"].extend(_readings(first, second, {one.id: other.id for one, other in rows}))
    if (folder / LABELS).is_file():
        story.units["reading"].extend(_readings_of_adjudicated(read_labels(folder / LABELS)))
    return story


def _add_article(story: _Story, article: Article, first: ArticleLabels, second: ArticleLabels) -> None:
    story.units["sentences with a claim"].extend(_sentences(article, first, second))
    pairing = pair_statements([claim.text for claim in first.claims], [claim.text for claim in second.claims])
    for pair in pairing.pairs:
        one, other = first.claims[pair.output], second.claims[pair.label]
        story.units["attribution"].append((one.attribution, other.attribution))
        story.units["stance"].append((one.stance, other.stance))
        is_one = same_speaker(one.speaker, other.speaker)
        story.units["speaker"].append((one.speaker or "", (one.speaker if is_one else other.speaker) or ""))
    story.overlaps["claims"].append(f1(len(pairing.right), len(first.claims), len(second.claims)))
    points = pair_statements(
        [point.text for point in first.key_points], [point.text for point in second.key_points]
    )
    story.overlaps["key points"].append(f1(len(points.right), len(first.key_points), len(second.key_points)))


def _sentences(article: Article, first: ArticleLabels, second: ArticleLabels) -> Iterator[Unit]:
    carried = [_carried(article, labels) for labels in (first, second)]
    for index in article.body_sentences:
        yield tuple(index in own for own in carried)


def _carried(article: Article, labels: ArticleLabels) -> set[int]:
    """The sentences that some evidence touches."""
    found: set[int] = set()
    for claim in labels.claims:
        for words in claim.evidence:
            start = article.text.find(words)
            end = start + len(words)
            found.update(
                index
                for index, span in enumerate(article.sentences)
                if start >= 0 and span.start < end and start < span.end
            )
    return found


def _rows(first: StoryLabels, second: StoryLabels) -> Iterator[tuple[RowLabel, RowLabel]]:
    pairing = pair_statements([row.text for row in first.rows], [row.text for row in second.rows])
    for pair in pairing.pairs:
        yield first.rows[pair.output], second.rows[pair.label]


def _readings(first: StoryLabels, second: StoryLabels, rows: Mapping[str, str]) -> Iterator[Unit]:
    theirs = {(dispute.row, dispute.kind): dispute.reading for dispute in second.disputes}
    for dispute in first.disputes:
        other = theirs.get((rows.get(dispute.row, ""), dispute.kind))
        if dispute.reading is not None and other is not None:
            yield dispute.reading, other


def _readings_of_adjudicated(labels: StoryLabels) -> Iterator[Unit]:
    for dispute in labels.disputes:
        if dispute.reading is not None and dispute.second_reading is not None:
            yield dispute.reading, dispute.second_reading


def agreement_lines(agreement: Agreement) -> str:
    """The agreement in Markdown."""
    lines = [
        f"# Agreement of two labellers over {agreement.stories} stories",
        "",
        "| layer | Krippendorff's α | 95 % interval | units | |",
        "|---|---:|---|---:|---|",
    ]
    for layer in agreement.layers:
        if layer.value is None or layer.low is None or layer.high is None:
            why = "all labels are one category" if layer.units else "nobody labelled it a second time"
            lines.append(f"| {layer.layer} | – | {why} | {layer.units} | |")
            continue
        remark = "" if layer.value >= ENOUGH else f"below {ENOUGH}: make the guide clearer, label again"
        lines.append(
            f"| {layer.layer} | {layer.value:.3f} | {layer.low:.3f} to {layer.high:.3f} | {layer.units} | {remark} |"
        )
    lines += ["", "| listed by both | F1 | 95 % interval | articles |", "|---|---:|---|---:|"]
    lines += [
        f"| {one.what} | {one.value:.3f} | {one.low:.3f} to {one.high:.3f} | {one.articles} |"
        for one in agreement.overlaps
    ]
    return "\n".join(lines)
