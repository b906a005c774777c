"""`check` and `relate`: lines in, lines out, in order, each as soon as it is done.

Guarantees: every line of the file gets an answer or a listed failure; a statement that cannot be checked is
`unchecked` with its reason and never counts as supported.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from groundwire.app.jsonl import Line, first_complaint, known_fields
from groundwire.app.outcome import Failure
from groundwire.corroborate.assertion import Pair
from groundwire.corroborate.relate import relate_pair
from groundwire.domain.article import Article
from groundwire.domain.checking import CheckedStatement, Relates, Statement
from groundwire.domain.claim import Attribution, AttributionKind
from groundwire.domain.support import Reason, ReasonKind, Support, Verdict
from groundwire.errors import MalformedLine
from groundwire.grounding.check import BY, Asserted, check_statement
from groundwire.grounding.index import ArticleIndex, index_article

_INDICES_KEPT = 256  # claims files mostly go article by article; this bounds memory when they do not


class CheckedLine(NamedTuple):
    """The answer to one line: the statement on it, the verdict, and the failure if the line was none."""

    statement: Statement
    answer: CheckedStatement
    failure: Failure | None


class Checker:
    """Checks statements against articles, building the index of an article when it is first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._indices: dict[str, ArticleIndex] = {}

    def check(self, statement: Statement) -> CheckedStatement:
        """The verdict on one statement."""
        article = self._find(statement.article)
        if article is None:
            return _unchecked(statement, self._explain(statement.article))
        if not statement.text.strip():
            return _unchecked(statement, "expected a claim, found an empty text")
        attribution = (
            Attribution(kind=AttributionKind.INDIRECT, speaker=statement.speaker)
            if statement.speaker
            else None
        )
        asserted = Asserted(text=statement.text, quote=statement.quote, attribution=attribution)
        checked = check_statement(self._index(article), asserted)
        return CheckedStatement(
            id=statement.id, article=article.id, support=checked.support, evidence=checked.evidence
        )

    def _find(self, wanted: str | None) -> Article | None:
        if wanted is None:
            return next(iter(self._articles.values())) if len(self._articles) == 1 else None
        return self._articles.get(wanted)

    def _explain(self, wanted: str | None) -> str:
        if wanted is None:
            return f"expected the field 'article' to name one of {len(self._articles)} articles, found none"
        return f"expected the id of an article, found {wanted!r}"

    def _index(self, article: Article) -> ArticleIndex:
        index = self._indices.get(article.id)
        if index is None:
            if len(self._indices) >= _INDICES_KEPT:
                del self._indices[next(iter(self._indices))]
            index = self._indices[article.id] = index_article(article)
        return index


def check_lines(articles: Sequence[Article], lines: Iterable[Line | Failure]) -> Iterator[CheckedLine]:
    """An answer for every line, in order; a line that is no claim is `unchecked`, with its failure beside it."""
    checker = Checker(articles)
    for line in lines:
        if isinstance(line, Failure):
            stand_in = Statement(id=line.what, text="")
            yield CheckedLine(stand_in, _unchecked(stand_in, line.error.message), line)
            continue
        try:
            statement = Statement.model_validate(known_fields(line, Statement.model_fields))
        except ValidationError as error:
            failure = _malformed(line, error)
            stand_in = Statement(id=known_fields(line, ("id",))["id"], text="")
            yield CheckedLine(stand_in, _unchecked(stand_in, failure.error.message), failure)
        else:
            yield CheckedLine(statement, checker.check(statement), None)


class RelatedLine(NamedTuple):
    """The answer to one line of a pairs file, and the failure if the line was no pair."""

    answer: Relates
    failure: Failure | None


def relate_lines(lines: Iterable[Line | Failure]) -> Iterator[RelatedLine]:
    """An answer for every line, in order; a line that is no pair is `unclear` at score 0, with its failure beside it."""
    for line in lines:
        if isinstance(line, Failure):
            yield _unrelatable(line.what, line)
            continue
        fields = _pair_fields(line)
        try:
            pair = Pair.model_validate(fields)
        except ValidationError as error:
            yield _unrelatable(str(fields["id"]), _malformed(line, error))
            continue
        if pair.a.text.strip() and pair.b.text.strip():
            yield RelatedLine(relate_pair(pair), None)
        else:
            message = f"{line.where}: expected two claims, found an empty text"
            yield _unrelatable(pair.id, Failure(line.where, MalformedLine(message)))


def _unrelatable(pair_id: str, failure: Failure) -> RelatedLine:
    reason = Reason(kind=ReasonKind.COVERAGE, message=failure.error.message)
    return RelatedLine(Relates(id=pair_id, relation="unclear", score=0.0, reasons=(reason,)), failure)


def _pair_fields(line: Line) -> dict[str, object]:
    known = known_fields(line, Pair.model_fields)
    for side in ("a", "b"):
        if isinstance(known.get(side), dict):
            known[side] = {name: known[side].get(name) for name in ("text", "published", "outlet")}
    return known


def _malformed(line: Line, error: ValidationError) -> Failure:
    return Failure(line.where, MalformedLine(f"{line.where}: {first_complaint(error)}"))


def _unchecked(statement: Statement, why: str) -> CheckedStatement:
    reason = Reason(kind=ReasonKind.COVERAGE, claim=statement.text or None, message=why)
    support = Support(verdict=Verdict.UNCHECKED, reasons=(reason,), by=BY)
    return CheckedStatement(id=statement.id, article=statement.article, support=support)
