"""Sheets: a case beside its output, with everything that several scorers need, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Evidence
from groundwire.domain.briefing import Briefing
from groundwire.domain.claim import Claim, Stance
from groundwire.domain.span import Span
from groundwire.domain.support import Support
from groundwire.evaluation.case import ArticleCase, StoryCase
from groundwire.evaluation.conflicts import quantities_agree
from groundwire.evaluation.labels import LabelledClaim, RowLabel
from groundwire.evaluation.matching import (
    FEW_WORDS,
    SAME_MATTER,
    SAME_MATTER_APART,
    SAME_MATTER_BESIDE,
    UNLIKE,
    Frame,
    Likeness,
    extent,
    likeness,
)
from groundwire.evaluation.output import Output, Spent
from groundwire.evaluation.pairing import Pair, Pairing, least_topic, pair_by
from groundwire.evaluation.statement import Setting, read_statement, setting_of
from groundwire.text.numbers import Quantity, find_quantities

_TOLD = 0.7  # share of a labelled claim that a sentence has to hold to tell it


class Told(NamedTuple):
    """A labelled claim that a sentence of the summary tells."""

    label: LabelledClaim
    sentence: str
    likeness: Likeness


@dataclass(frozen=True)
class ArticleSheet:
    """A labelled article beside what a subject made of it."""

    case: ArticleCase
    output: Output

    @property
    def analysis(self) -> Analysis:
        """What the subject made of the article."""
        if self.output.analysis is None:
            raise ValueError(f"expected an analysis of {self.case.id!r}, found {self.output.failure!r}")
        return self.output.analysis

    @property
    def spent(self) -> Spent:
        """What it took."""
        return self.output.spent

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the subject made."""
        return self.analysis.claims

    @property
    def labels(self) -> tuple[LabelledClaim, ...]:
        """The claims that there are."""
        return self.case.labels.claims

    @cached_property
    def setting(self) -> Setting:
        """What is known of the article when statements about it are compared."""
        return setting_of(self.case.article, [label.text for label in self.labels])

    @cached_property
    def pairing(self) -> Pairing:
        """The subject's claims and the labels, one to one."""
        return pair_by(len(self.claims), len(self.labels), self._alike, self.beside)

    def _alike(self, row: int, column: int) -> Likeness | None:
        claim, label = self.claims[row], self.labels[column]
        found = likeness(claim.text, label.text, self.frame(claim.attribution.speaker, label.speaker))
        if (row, column) not in self.beside:
            least = least_topic(claim.text, label.text, self.setting, usually=SAME_MATTER_APART)
            return found if found.topic >= least else None
        return found if found.topic >= SAME_MATTER_BESIDE and not self._is_fragment(claim, label) else None

    def _is_fragment(self, claim: Claim, label: LabelledClaim) -> bool:
        """Whether a claim of next to no words leaves out a number that its label has: "The firm has offered."."""
        if extent(claim.text, self.setting) >= FEW_WORDS:
            return False
        given = read_statement(claim.text, self.setting).counted
        wanted = read_statement(label.text, self.setting).counted
        return any(not any(quantities_agree(one, other) for other in given) for one in wanted)

    def frame(self, *speakers: str | None) -> Frame:
        """How a statement of the output is compared with a label, either of which may credit these speakers."""
        return Frame(self.setting).crediting(*speakers)

    @cached_property
    def beside(self) -> frozenset[tuple[int, int]]:
        """The claims and labels, by index, that rest on the same words of the article."""
        wanted = [label_spans(self.case.article.text, label) for label in self.labels]
        return frozenset(
            (row, column)
            for row, claim in enumerate(self.claims)
            for column, spans in enumerate(wanted)
            if any(item.span.overlaps(span) for item in claim.evidence for span in spans)
        )

    @cached_property
    def right(self) -> tuple[Pair, ...]:
        """The pairs that agree and whose claim has no number that neither label nor article has."""
        return tuple(pair for pair in self.pairing.right if not self.invented_numbers(pair))

    def invented_numbers(self, pair: Pair) -> tuple[str, ...]:
        """The numbers of the claim that stand neither in its label nor anywhere in the article."""
        known = (*read_statement(self.labels[pair.label].text).quantities, *self._article_numbers)
        return tuple(
            quantity.text
            for quantity in read_statement(self.claims[pair.output].text).quantities
            if quantity.text.casefold() != "one"
            and not any(quantities_agree(quantity, other) for other in known)
        )

    @cached_property
    def _article_numbers(self) -> tuple[Quantity, ...]:
        return find_quantities(self.case.article.text)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the summary: headline, bottom line, points; each once."""
        summary = self.analysis.summary
        texts = (summary.headline, summary.bottom_line, *(point.text for point in summary.points))
        return tuple(dict.fromkeys(text for text in texts if text.strip()))

    @cached_property
    def supports(self) -> tuple[tuple[str, Support], ...]:
        """Every statement with what the checks say of it."""
        summary = self.analysis.summary
        return (
            *((claim.text, claim.support) for claim in self.claims),
            *((point.text, point.support) for point in summary.points),
            *(((summary.headline, summary.headline_support),) if summary.headline.strip() else ()),
            *(((summary.bottom_line, summary.bottom_line_support),) if summary.bottom_line.strip() else ()),
        )

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Each labelled claim that the summary tells, with the sentence that tells it best."""
        found: list[Told] = []
        for label in self.labels:
            near = [(likeness(label.text, sentence), sentence) for sentence in self.sentences]
            near = [(alike, sentence) for alike, sentence in near if not alike.conflicts]
            alike, sentence = max(near, key=lambda pair: pair[0].held, default=(UNLIKE, ""))
            if alike.held >= _TOLD:
                found.append(Told(label, sentence, alike))
        return tuple(found)


@dataclass(frozen=True)
class StorySheet:
    """A labelled story beside the briefing that a subject made of it."""

    case: StoryCase
    output: Output

    @property
    def briefing(self) -> Briefing:
        """What the subject made of the story."""
        if self.output.briefing is None:
            raise ValueError(f"expected a briefing on {self.case.id!r}, found {self.output.failure!r}")
        return self.output.briefing

    @property
    def spent(self) -> Spent:
        """What it took."""
        return self.output.spent

    @cached_property
    def pairing(self) -> Pairing:
        """The briefing's rows and the labelled rows, one to one.

        A labelled row may name the matter of a dispute and neither side; so a row that rests on the words of one of its claims
        is compared with that claim too.
        """
        return pair_by(len(self.briefing.claims), len(self.rows), self._alike)

    @property
    def rows(self) -> tuple[RowLabel, ...]:
        """The rows that there are."""
        return self.case.labelled.labels.rows

    def _alike(self, row: int, column: int) -> Likeness | None:
        text = self.briefing.claims[row].text
        label = self.rows[column]
        beside = self.touching(self.evidence_of(row), column)
        found = [likeness(text, words) for words in (label.text, *(claim.text for claim in beside))]
        best = max(found, key=lambda alike: alike.score)
        return best if best.topic >= (SAME_MATTER_BESIDE if beside else SAME_MATTER) else None

    def evidence_of(self, row: int) -> tuple[Evidence, ...]:
        """The evidence of all cells of a row of the briefing."""
        return tuple(item for cell in self.briefing.claims[row].cells for item in cell.evidence)

    def touching(self, evidence: Iterable[Evidence], column: int) -> list[LabelledClaim]:
        """The claims of a labelled row whose words the evidence touches."""
        return [
            claim
            for name, claim, spans in self._spans[column]
            if any(
                self.files[item.article] == name and any(item.span.overlaps(span) for span in spans)
                for item in evidence
            )
        ]

    @cached_property
    def _spans(self) -> list[list[tuple[str, LabelledClaim, tuple[Span, ...]]]]:
        """Of each labelled row: file, claim, and where the claim's words stand."""
        story = self.case.labelled
        return [
            [
                (name, claim, label_spans(story.articles[name].text, claim))
                for name, ids in row.claims.items()
                for claim in story.labels.articles[name].claims
                if claim.id in ids
            ]
            for row in self.rows
        ]

    @cached_property
    def files(self) -> dict[str, str]:
        """The id of each article to its file name."""
        return {article.id: name for name, article in self.case.labelled.articles.items()}


Sheet = ArticleSheet | StorySheet


def label_spans(text: str, label: LabelledClaim) -> tuple[Span, ...]:
    """Where the evidence of `label` stands in `text`."""
    starts = ((text.find(words), words) for words in label.evidence)
    return tuple(Span(start, start + len(words)) for start, words in starts if start >= 0)


def is_hedged(label: LabelledClaim) -> bool:
    """Whether the label must not be told as a plain fact: by its stance, or by a word that weakens whatever it stands in."""
    if label.stance not in {Stance.ASSERTED, Stance.CONFIRMED, Stance.DENIED}:
        return True
    return any(words.casefold() in _WEAKENING for words in read_statement(label.text).hedges)


_WEAKENING = frozenset(
    {"perhaps", "possibly", "probably", "maybe", "presumably", "apparently", "seemingly"}
    | {"reportedly", "allegedly", "supposedly", "purportedly"}
)
