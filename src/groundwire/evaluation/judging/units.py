"""What a judge is measured on: claims of one labeller against the claims of another, where it is known which state the same.

The truth rests on the words of the article, not on anybody's matcher: a claim of the first labeller and one of the second state the same when
both cut out the same words, nothing else of either list touches them, and a claim in force (`labels.json`, adjudicated) rests on them too. A claim
whose words no claim of the second touches states none of them. What two labellers worded alike proves nothing and is left
out, as is what shares its words with several. Corrupted claims, which state no labelled claim: such alike ones with another number or another
name, and the traps that labellers wrote for values, names and parts (kinds number, date, name, role, comparison; traps of other
kinds may say what somebody alleges or denies, and so state a claim).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from groundwire.digest import digest_json
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.domain.support import ReasonKind
from groundwire.errors import UsageError
from groundwire.evaluation.fixture import FIRST, LABELS, SECOND, read_articles, read_labels
from groundwire.evaluation.judging.corrupting import with_another_name, with_another_number
from groundwire.evaluation.labels import ArticleLabels, LabelledClaim
from groundwire.evaluation.sheet import label_spans

REWORDED = "in another labeller's words"
ALONE = "only one labeller has it"
NUMBER = "corrupted: another number"
NAME = "corrupted: another name"
TRAP = "trap: "
_TRAPS = frozenset(
    {ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.NAME, ReasonKind.ROLE, ReasonKind.COMPARISON}
)
_MOST_CORRUPTED = 4  # of each way and article: more would make the true ones rare


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A claim to be matched. `labelled` is the place of the claim that it states; None: it states none."""

    text: str
    kind: str
    labelled: int | None


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One article: the second labeller's claims, and the units to be matched with them, in an order that tells nothing."""

    story: str
    file: str
    labelled: tuple[str, ...]
    units: tuple[Unit, ...]


def all_sittings(folders: Iterable[Path]) -> list[Sitting]:
    """The sittings of stories that were labelled twice.

    Raises:
        UsageError: labels or articles cannot be read, or give nothing to measure a judge on.
    """
    found = [sitting for folder in folders for sitting in sittings(folder)]
    if not found:
        raise UsageError(
            "expected stories that two people labelled in words of their own, found none",
            hint="a judge is measured on first.json, second.json and labels.json of a story",
        )
    return found


def sittings(folder: Path) -> Iterator[Sitting]:
    """The sittings of a story that was labelled twice; an article without claims or units has none.

    Raises:
        UsageError: labels or articles cannot be read.
    """
    first, second, force = (read_labels(folder / name) for name in (FIRST, SECOND, LABELS))
    for name, article in read_articles(folder).items():
        if all(name in labels.articles for labels in (first, second, force)):
            three = _Three(article, first.articles[name], second.articles[name], force.articles[name])
            units = tuple(sorted(three.units(), key=lambda unit: digest_json("unit", unit.text)))
            labelled = tuple(claim.text for claim in three.second.claims)
            if units and labelled:
                yield Sitting(story=folder.name, file=name, labelled=labelled, units=units)


@dataclass(frozen=True)
class _Three:
    """An article with three sets of labels."""

    article: Article
    first: ArticleLabels
    second: ArticleLabels
    force: ArticleLabels

    def units(self) -> Iterator[Unit]:
        """All units, each text once."""
        texts = {claim.text for claim in self.second.claims}
        seen: set[str] = set(texts)
        for unit in (*self._shared(texts), *self._corrupted(texts), *self._traps()):
            if unit.text not in seen:
                seen.add(unit.text)
                yield unit

    def _shared(self, texts: set[str]) -> Iterator[Unit]:
        """Claims of the first that the second has in other words, or has not."""
        mine, theirs = self._spans(self.first.claims), self._spans(self.second.claims)
        force = self._spans(self.force.claims)
        own = {claim.text for claim in self.first.claims}
        free = [at for at, claim in enumerate(self.second.claims) if claim.text not in own]
        reworded = [at for at, claim in enumerate(self.first.claims) if claim.text not in texts]
        for at in reworded:
            touched = [other for other in free if _touch(mine[at], theirs[other])]
            text = self.first.claims[at].text
            if not any(_touch(mine[at], spans) for spans in theirs):
                yield Unit(text=text, kind=ALONE, labelled=None)
            elif len(touched) == 1 and any(
                _touch(mine[at], spans) and _touch(theirs[touched[0]], spans) for spans in force
            ):
                rivals = [other for other in reworded if _touch(mine[other], theirs[touched[0]])]
                if rivals == [at]:
                    yield Unit(text=text, kind=REWORDED, labelled=touched[0])

    def _corrupted(self, texts: set[str]) -> Iterator[Unit]:
        alike = [claim.text for claim in self.first.claims if claim.text in texts]
        known = " ".join((self.article.text, *texts))
        names = [claim.speaker for claim in self.second.claims if claim.speaker]
        numbers = [with_another_number(text, known) for text in alike]
        others = [with_another_name(text, names) for text in alike]
        for kind, made in ((NUMBER, numbers), (NAME, others)):
            for text in [text for text in made if text is not None][:_MOST_CORRUPTED]:
                yield Unit(text=text, kind=kind, labelled=None)

    def _traps(self) -> Iterator[Unit]:
        for trap in self.force.traps:
            if trap.kind in _TRAPS:
                yield Unit(text=trap.text, kind=f"{TRAP}{trap.kind}", labelled=None)

    def _spans(self, claims: Sequence[LabelledClaim]) -> list[tuple[Span, ...]]:
        return [label_spans(self.article.text, claim) for claim in claims]


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(mine.overlaps(theirs) for mine in one for theirs in other)
