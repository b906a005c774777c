"""Articles and claims for the tests of corroborating: invented outlets, people and places."""

from collections.abc import Sequence
from typing import Any

from groundwire.corroborate.merge import Corroboration, corroborate
from groundwire.digest import digest_text
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import MergedClaim
from groundwire.domain.claim import Attribution, AttributionKind, Claim, Stance
from groundwire.domain.summary import Summary
from groundwire.text.sentences import split_sentences


def article(name: str, text: str, **metadata: Any) -> Article:
    """An article whose id is `name`; an outlet of its own unless `metadata` says otherwise."""
    described = {"source": f"{name}.txt", "outlet": f"Outlet {name}", "published": "2025-03-10", **metadata}
    return Article(
        id=name, text=text, digest=digest_text("article", text), sentences=split_sentences(text), **described
    )


def claims_of(told: Article, credits_: Sequence[str | None] = ()) -> tuple[Claim, ...]:
    """One claim a sentence; `credits_` names who is credited for each, from the first on."""
    speakers = [*credits_, *[None] * len(told.sentences)]
    return tuple(
        Claim(
            id=f"{told.id}.c{number}",
            article=told.id,
            text=told.sentence_text(number - 1),
            evidence=(told.evidence(span),),
            attribution=Attribution(
                kind=AttributionKind.INDIRECT if speaker else AttributionKind.NONE, speaker=speaker
            ),
        )
        for number, (span, speaker) in enumerate(zip(told.sentences, speakers, strict=False), 1)
    )


def with_stance(claims: Sequence[Claim], number: int, stance: Stance) -> tuple[Claim, ...]:
    """`claims` with the stance of claim `number` (from 1) changed."""
    return tuple(
        claim.model_copy(update={"stance": stance}) if at == number else claim
        for at, claim in enumerate(claims, 1)
    )


def analysis_of(told: Article, claims: Sequence[Claim]) -> Analysis:
    """An analysis that holds `claims`."""
    return Analysis(
        article=told.id,
        summary=Summary(headline=told.text[:20], bottom_line=told.text[:20]),
        claims=tuple(claims),
        analyst="tests",
    )


def compared(*told: tuple[Article, Sequence[Claim]]) -> Corroboration:
    """What corroborating these articles with these claims finds."""
    articles = [article_ for article_, _ in told]
    return corroborate(articles, [analysis_of(article_, claims) for article_, claims in told])


def row_with(found: Corroboration, claim: str) -> MergedClaim:
    """The row in which the claim with this id stands."""
    return next(row for row in found.claims if any(claim in cell.claims for cell in row.cells))
