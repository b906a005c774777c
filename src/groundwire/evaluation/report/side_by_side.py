"""A case as the page shows it side by side: its articles, its labels, and what each subject made of them.

Guarantees: every word passes through `visible`; a place is a range of an article's pieces, so that the page counts no characters; the
pairs are those of the scorers.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from groundwire.domain.noun import Noun
from groundwire.domain.span import Span
from groundwire.evaluation.case import ArticleCase, Case, StoryCase
from groundwire.evaluation.output import Output
from groundwire.evaluation.report.made import Located, Made, made_of_article, made_of_story
from groundwire.evaluation.sheet import label_spans
from groundwire.render.visible import one_line, visible

Place = tuple[int, int, int]
"""Which article, and from which of its pieces up to which."""


class Item(Noun):
    """A labelled claim, a claim of an output, a key point or a trap; `other` is the place of its partner in the other list."""

    text: str
    note: str = ""
    places: tuple[Place, ...] = ()
    state: str = ""
    errors: tuple[str, ...] = ()
    other: int | None = None


class ArticleText(Noun):
    """An article, cut wherever evidence begins or ends."""

    name: str
    pieces: tuple[str, ...]


class Column(Noun):
    """What one subject made of a case; `found` says of every label, and then of every point, what became of it."""

    subject: str
    summary: tuple[str, ...] = ()
    claims: tuple[Item, ...] = ()
    found: tuple[Item, ...] = ()
    failure: str = ""


class CaseView(Noun):
    """A case side by side."""

    articles: tuple[ArticleText, ...]
    labels: tuple[Item, ...]
    points: tuple[Item, ...] = ()
    columns: tuple[Column, ...] = ()


def view_case(case: Case, outputs: Sequence[Output]) -> CaseView:
    """The view of `case` with these outputs of it."""
    labels = _labels_of(case)
    made = [_made(case, output) for output in outputs]
    located = [*labels, *(claim.located for one in made for claim in one.claims)]
    texts = _texts_of(case)
    cuts = [
        _Cuts(text, (span for item in located for article, span in item.spans if article == at))
        for at, (_, text) in enumerate(texts)
    ]
    return CaseView(
        articles=tuple(
            ArticleText(name=one_line(name), pieces=cut.pieces)
            for (name, _), cut in zip(texts, cuts, strict=True)
        ),
        labels=tuple(_item(label, cuts) for label in labels),
        points=_points_of(case),
        columns=tuple(_column(one, cuts) for one in made),
    )


def _texts_of(case: Case) -> list[tuple[str, str]]:
    if isinstance(case, ArticleCase):
        return [(case.file, case.article.text)]
    return [(name, article.text) for name, article in case.labelled.articles.items()]


def _labels_of(case: Case) -> list[Located]:
    if isinstance(case, StoryCase):
        return _rows_of(case)
    return [
        Located(
            label.text,
            " · ".join(filter(None, (label.speaker, label.stance.value))),
            tuple((0, span) for span in label_spans(case.article.text, label)),
        )
        for label in case.labels.claims
    ]


def _rows_of(case: StoryCase) -> list[Located]:
    story = case.labelled
    files = {name: at for at, name in enumerate(story.articles)}
    return [
        Located(
            row.text,
            row.standing.value,
            tuple(
                (files[name], span)
                for name, ids in row.claims.items()
                for claim in story.labels.articles[name].claims
                if claim.id in ids
                for span in label_spans(story.articles[name].text, claim)
            ),
        )
        for row in story.labels.rows
    ]


def _points_of(case: Case) -> tuple[Item, ...]:
    if isinstance(case, StoryCase):
        return tuple(
            Item(text=one_line(" / ".join(side.value for side in one.sides)), note=f"dispute: {one.kind}")
            for one in case.labelled.labels.disputes
        )
    points = (
        Item(text=one_line(one.text), note=f"key point, weight {one.weight}")
        for one in case.labels.key_points
    )
    traps = (
        Item(text=one_line(one.text), note=one_line(f"trap, {one.kind}: {one.why}"))
        for one in case.labels.traps
    )
    return (*points, *traps)


def _made(case: Case, output: Output) -> Made:
    if output.failure is not None:
        return Made(output.subject, failure=output.failure)
    return made_of_article(case, output) if isinstance(case, ArticleCase) else made_of_story(case, output)


def _column(made: Made, cuts: Sequence["_Cuts"]) -> Column:
    return Column(
        subject=one_line(made.subject),
        summary=tuple(one_line(sentence) for sentence in made.summary),
        claims=tuple(
            _item(claim.located, cuts).model_copy(
                update={
                    "state": claim.state,
                    "errors": tuple(one_line(error) for error in claim.errors),
                    "other": claim.label,
                }
            )
            for claim in made.claims
        ),
        found=tuple(Item(text="", state=state, other=other) for state, other in made.found),
        failure=one_line(made.failure),
    )


def _item(located: Located, cuts: Sequence["_Cuts"]) -> Item:
    places = tuple((article, *cuts[article].range_of(span)) for article, span in located.spans)
    return Item(text=one_line(located.text), note=one_line(located.note), places=places)


class _Cuts:
    """A text cut wherever one of the spans begins or ends."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        ends = {0, len(text)} | {at for span in spans for at in span if 0 <= at <= len(text)}
        self._starts = {at: number for number, at in enumerate(sorted(ends))}
        starts = sorted(ends)
        self.pieces = tuple(visible(text[start:end]) for start, end in pairwise(starts))

    def range_of(self, span: Span) -> tuple[int, int]:
        """The pieces of a span."""
        return self._starts[span.start], self._starts[span.end]
