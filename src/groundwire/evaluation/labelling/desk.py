"""A labeller's desk: a story's articles, the one file that the labeller writes, and what the page is told.

Guarantees: a labeller's desk reads no label file but its own; an adjudicator's reads both labellers' and writes `labels.json`; what is
saved loads as labels; two saves never overlap.
"""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.domain.article import Article
from groundwire.errors import UsageError
from groundwire.evaluation.fixture import FIRST, LABELS, SECOND, Story, read_articles, read_labels
from groundwire.evaluation.labelling.alignment import Alignment
from groundwire.evaluation.labelling.findings import located_findings
from groundwire.evaluation.labelling.label_file import LabelFile, Outcome, Written
from groundwire.evaluation.labelling.vocabulary import vocabulary
from groundwire.evaluation.labels import ArticleLabels, StoryLabels

ADJUDICATOR = "adjudicator"
_LABELLER = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NO_CLAIMS = ArticleLabels(claims=())


class Reply(NamedTuple):
    """What a save comes to, and what the page is told about it."""

    outcome: Outcome
    told: Mapping[str, Any]


class Sides:
    """What the two labellers said, for whoever adjudicates."""

    def __init__(self, articles: Mapping[str, Article], first: StoryLabels, second: StoryLabels) -> None:
        self._two = (first, second)
        self._alignments = {
            name: Alignment(article, _of(first, name), _of(second, name))
            for name, article in articles.items()
        }

    def beside(self, labels: StoryLabels) -> dict[str, Any]:
        """The groups of every article."""
        return {name: alignment.beside(_of(labels, name)) for name, alignment in self._alignments.items()}

    def told(self) -> dict[str, Any]:
        """Both, as the page reads them."""
        return dict(zip(("first", "second"), (one.model_dump(mode="json") for one in self._two), strict=True))


@dataclass
class Desk:
    """One story on one labeller's desk."""

    folder: Path
    who: str
    articles: Mapping[str, Article]
    file: LabelFile
    sides: Sides | None = None
    has_saved: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def story(self) -> str:
        """The name of the story."""
        return self.folder.name

    def state(self) -> dict[str, Any]:
        """Everything that the page begins with.

        Raises:
            UsageError: the labeller's file has become unreadable.
        """
        with self._lock:
            document, revision = self.file.read()
        held = dict(document) if document is not None else self._blank()
        labels = _valid(held, self.file.path)
        return {
            "story": self.story,
            "who": self.who,
            "file": self.file.path.name,
            "revision": revision,
            "document": held,
            "articles": [_told(name, article) for name, article in self.articles.items()],
            "vocabulary": vocabulary(),
            "sides": self.sides.told() if self.sides else None,
            **self._judged(labels),
        }

    def save(self, document: Mapping[str, Any], *, revision: str) -> Reply:
        """Write the document in place of the file of that revision."""
        try:
            labels = StoryLabels.model_validate(document)
        except ValidationError as error:
            written = Written(Outcome.REFUSED, revision, first_complaint(error))
            return Reply(written.outcome, {"complaint": written.complaint})
        with self._lock:
            written = self.file.replace(document, revision=revision)
            self.has_saved = self.has_saved or written.outcome is Outcome.SAVED
        told = {"complaint": written.complaint, **self._judged(labels)}
        if written.outcome is Outcome.SAVED:
            told["revision"] = written.revision
        return Reply(written.outcome, told)

    def outcome(self) -> str:
        """In a line, what stands in the file now; waits for a save that is under way."""
        with self._lock:
            if not self.has_saved:
                return f"nothing was changed in {self.file.path.name}"
            labels = read_labels(self.file.path)
        articles = labels.articles.values()
        counts = (
            (sum(len(one.claims) for one in articles), "claims"),
            (sum(len(one.key_points) for one in articles), "key points"),
            (sum(len(one.traps) for one in articles), "traps"),
            (len(labels.rows), "rows"),
        )
        return f"saved {self.file.path}: " + ", ".join(f"{number} {what}" for number, what in counts)

    def _judged(self, labels: StoryLabels) -> dict[str, Any]:
        story = Story(folder=self.folder, articles=self.articles, labels=labels)
        aligned = self.sides.beside(labels) if self.sides else None
        return {"findings": located_findings(story), "aligned": aligned}

    def _blank(self) -> dict[str, Any]:
        articles: dict[str, Any] = {
            name: {"claims": [], "key_points": [], "traps": []} for name in self.articles
        }
        lists: dict[str, Any] = {"rows": [], "origins": [], "disputes": []}
        return {"schema": "groundwire/labels/1", "story": self.story, "articles": articles, **lists}


def open_desk(folder: Path, *, who: str) -> Desk:
    """The desk of the labeller `who` (`first`, `second`, or a name of their own).

    Raises:
        UsageError: the story or the labeller's file cannot be read, or the name is no name.
    """
    if _LABELLER.fullmatch(who) is None or f"{who}.json" == LABELS:
        raise UsageError(
            f"expected first, second or a name in lower-case letters, digits and hyphens, found {who!r}",
            hint="labels.json is written with --adjudicate",
        )
    folder = folder.resolve()
    desk = Desk(folder, who, read_articles(folder), LabelFile(folder / f"{who}.json"))
    desk.state()  # a file that cannot be read is found before anybody begins
    return desk


def open_adjudication(folder: Path) -> Desk:
    """The desk of whoever decides between the first and the second labeller.

    Raises:
        UsageError: the story or a label file cannot be read, or one of the two has not labelled yet.
    """
    folder = folder.resolve()
    articles = read_articles(folder)
    sides = Sides(articles, read_labels(folder / FIRST), read_labels(folder / SECOND))
    desk = Desk(folder, ADJUDICATOR, articles, LabelFile(folder / LABELS), sides)
    desk.state()
    return desk


def _of(labels: StoryLabels, name: str) -> ArticleLabels:
    return labels.articles.get(name, _NO_CLAIMS)


def _valid(document: Mapping[str, Any], path: Path) -> StoryLabels:
    try:
        return StoryLabels.model_validate(document)
    except ValidationError as error:
        raise UsageError(
            f"{path}: {first_complaint(error)}", hint="evals/README.md describes the file"
        ) from None


def _told(name: str, article: Article) -> dict[str, Any]:
    headings = set(article.headings)
    return {
        "name": name,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "sentences": [list(span) for span in article.sentences],
        "headings": [at for at, span in enumerate(article.sentences) if span in headings],
        "body": list(article.body_sentences),
        "set_aside": [{"text": one.text, "reason": one.reason} for one in article.set_aside],
    }
