"""Article: the normalised text of one document with its sentences and metadata."""

import datetime as dt
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from groundwire.domain.noun import Noun
from groundwire.domain.span import Span


class SetAside(Noun):
    """Words of the document that are not part of the article, and why (`view counter`, `photo credit` …)."""

    text: str
    reason: str


class Evidence(Noun):
    """An article's own words: `article.text[start:end] == quote`, always."""

    article: str
    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """Where the words stand in the article's text."""
        return Span(self.start, self.end)


class Article(Noun):
    """One article as read.

    `sentences` tile `text` without gap or overlap: white space belongs to the sentence before it. `headings` are those
    of the sentences (untrimmed, equal to their tile) that are section headings or headlines: structure, never claimed
    from. `source` is what the user named; `published` an ISO date or date-time; `language` an ISO 639-1 code.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    digest: str
    sentences: tuple[Span, ...]
    headings: tuple[Span, ...] = ()
    set_aside: tuple[SetAside, ...] = Field(default=())

    @model_validator(mode="after")
    def _sentences_tile_the_text(self) -> Self:
        position = 0
        for start, end in self.sentences:
            if start != position or end <= start:
                raise ValueError(
                    f"sentences must tile the text: expected a start at {position}, found {start}:{end}"
                )
            position = end
        if position != len(self.text):
            raise ValueError(f"sentences must tile the text: it ends at {len(self.text)}, they at {position}")
        return self

    def evidence(self, span: Span) -> Evidence:
        """The evidence at `span`, white space at its ends left out."""
        trimmed = span.trimmed(self.text)
        return Evidence(article=self.id, start=trimmed.start, end=trimmed.end, quote=trimmed.of(self.text))

    def sentence_text(self, index: int) -> str:
        """The words of sentence `index` (from 0), trimmed."""
        return self.sentences[index].of(self.text).strip()

    @cached_property
    def body_sentences(self) -> tuple[int, ...]:
        """Indices of the sentences that are not headings and hold a word: what may be claimed from."""
        headings = set(self.headings)
        return tuple(
            index
            for index, span in enumerate(self.sentences)
            if span not in headings and any(character.isalnum() for character in span.of(self.text))
        )

    @cached_property
    def published_date(self) -> dt.date | None:
        """The day of publication, where `published` says one."""
        try:
            return dt.date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None
