"""What a reporting frame is: who is credited for which words, by which cue. Guarantee: a frame has content."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.extractive.phrases import Phrase
from groundwire.extractive.words import Word


class Mention(NamedTuple):
    """How the text names a speaker here: the whole phrase, and its head before an apposition."""

    whole: Span
    head: Span


class Standing(StrEnum):
    """Whether the content can stand as a statement by itself."""

    ALONE = "alone"
    """A clause: its words without the frame make the claim."""
    FRAMED = "framed"
    """A matter, a question, or something denied: only the sentence with its frame says what is meant."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One attribution; `speaker` is None when the text names nobody."""

    cue: Span
    content: tuple[Span, ...]
    stance: Stance
    speaker: Mention | None = None
    standing: Standing = Standing.ALONE
    is_relative: bool = False
    lead: Span | None = None
    """What belongs to the frame before its cue and is no speaker: `it has been` …"""

    @property
    def extent(self) -> Span:
        """From the first to the last word of frame and content."""
        spans = [self.cue, *self.content, *([self.speaker.whole] if self.speaker else [])]
        spans += [self.lead] if self.lead else []
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def covering(words: Sequence[Word], first: int, last: int) -> Span:
    """From the start of word `first` to the end of word `last`."""
    return Span(words[first].start, words[last].end)


def mention_of(words: Sequence[Word], phrase: Phrase) -> Mention:
    """The mention that a noun phrase is."""
    return Mention(
        covering(words, phrase.first, phrase.last), covering(words, phrase.first, phrase.head_last)
    )
