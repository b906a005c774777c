"""What the scorers make of an output, claim by claim and label by label, for the page."""

from typing import NamedTuple

from groundwire.domain.claim import Claim
from groundwire.domain.span import Span
from groundwire.domain.support import Verdict
from groundwire.evaluation.case import ArticleCase, StoryCase
from groundwire.evaluation.output import Output
from groundwire.evaluation.pairing import Pair
from groundwire.evaluation.score import Finding
from groundwire.evaluation.scorers.claims import errors_in, holder_of
from groundwire.evaluation.scorers.summary import covered_points, fallen_traps
from groundwire.evaluation.sheet import ArticleSheet, StorySheet


class Located(NamedTuple):
    """Words with a note, and where they stand: number of the article, and span."""

    text: str
    note: str
    spans: tuple[tuple[int, Span], ...] = ()


class MadeClaim(NamedTuple):
    """A claim, or a row of a briefing: what became of it, what is wrong with it, and the label that it is paired with."""

    located: Located
    state: str
    errors: tuple[str, ...] = ()
    label: int | None = None


class Made(NamedTuple):
    """An output; `found` says of every label, and then of every point, what became of it and in which claim."""

    subject: str
    summary: tuple[str, ...] = ()
    claims: tuple[MadeClaim, ...] = ()
    found: tuple[tuple[str, int | None], ...] = ()
    failure: str = ""


def made_of_article(case: ArticleCase, output: Output) -> Made:
    """What was made of an article."""
    sheet = ArticleSheet(case, output)
    pairs = {pair.output: pair for pair in sheet.pairing.pairs}
    near = {row for row, _ in sheet.pairing.near}
    claims = tuple(
        _paired(sheet, pairs[row]) if row in pairs else _unpaired(claim, is_near=row in near)
        for row, claim in enumerate(sheet.claims)
    )
    covered, fallen = covered_points(sheet), {trap.id for trap, _ in fallen_traps(sheet)}
    points = [("covered" if point.id in covered else "left out") for point in case.labels.key_points]
    traps = [("fallen into" if trap.id in fallen else "avoided") for trap in case.labels.traps]
    found = (*_found(sheet), *((state, None) for state in (*points, *traps)))
    return Made(output.subject, sheet.sentences, claims, found)


def _paired(sheet: ArticleSheet, pair: Pair) -> MadeClaim:
    errors = tuple(_told(finding) for finding in errors_in(sheet, pair))
    state = "right" if pair in sheet.right else "wrong"
    return MadeClaim(_located(sheet.claims[pair.output]), state, errors, pair.label)


def _told(finding: Finding) -> str:
    return f"{finding.error}: {finding.note}" if finding.note else finding.error


def _unpaired(claim: Claim, *, is_near: bool) -> MadeClaim:
    return MadeClaim(_located(claim), "split" if is_near else "invented")


def _located(claim: Claim) -> Located:
    verdict = claim.support.verdict
    notes = (
        claim.attribution.speaker,
        claim.stance.value,
        "" if verdict is Verdict.SUPPORTED else f"checks: {verdict.value}",
    )
    return Located(
        claim.text, " · ".join(filter(None, notes)), tuple((0, item.span) for item in claim.evidence)
    )


def _found(sheet: ArticleSheet) -> list[tuple[str, int | None]]:
    pairs = {pair.label: pair for pair in sheet.pairing.pairs}
    found: list[tuple[str, int | None]] = []
    for column in range(len(sheet.labels)):
        if column in pairs:
            pair = pairs[column]
            found.append(("found" if pair in sheet.right else "wrong", pair.output))
        else:
            holder = holder_of(sheet, column)
            found.append(("missed" if holder is None else "merged", holder))
    return found


def made_of_story(case: StoryCase, output: Output) -> Made:
    """What was made of a story: rows for claims."""
    sheet = StorySheet(case, output)
    briefing = sheet.briefing
    pairs = {pair.output: pair for pair in sheet.pairing.pairs}
    numbers = {name: at for at, name in enumerate(case.labelled.articles)}
    claims = []
    for at, row in enumerate(briefing.claims):
        spans = tuple((numbers[sheet.files[item.article]], item.span) for item in sheet.evidence_of(at))
        located = Located(row.text, row.standing.value, spans)
        claims.append(_row(sheet, pairs[at], located) if at in pairs else MadeClaim(located, "unlabelled"))
    labels = {pair.label: pair for pair in sheet.pairing.pairs}
    found = tuple(
        ("found" if labels[at].agrees else "wrong", labels[at].output) if at in labels else ("missed", None)
        for at in range(len(sheet.rows))
    )
    summary = (briefing.title, briefing.bottom_line, *(one.text for one in briefing.developments))
    return Made(output.subject, tuple(text for text in summary if text.strip()), tuple(claims), found)


def _row(sheet: StorySheet, pair: Pair, located: Located) -> MadeClaim:
    errors = [f"{conflict.kind}: {conflict.one} for {conflict.other}" for conflict in pair.likeness.conflicts]
    row, label = sheet.briefing.claims[pair.output], sheet.rows[pair.label]
    if row.standing is not label.standing:
        errors.append(f"wrong standing: {row.standing} for {label.standing}")
    return MadeClaim(located, "right" if pair.agrees else "wrong", tuple(errors), pair.label)
