"""Documents about an invented story, built without the analysts, so that renderers are tested on their own.

The story: a ferry and a barge collide in fog. Two outlets carry the harbour authority's count of the injured, a hospital
gives another; the captain and the barge's owner contradict each other; one article is hostile to whoever renders it.
"""

from collections.abc import Sequence

from groundwire.domain.analysis import Report
from groundwire.domain.article import Article, Evidence, SetAside
from groundwire.domain.briefing import (
    Briefing,
    Cell,
    Development,
    Dispute,
    DisputeKind,
    DisputeSide,
    MergedClaim,
    Omission,
    Origin,
    OriginKind,
    Reading,
    Relation,
    Standing,
    TimelineEntry,
    Voice,
)
from groundwire.domain.claim import Attribution, AttributionKind, Claim, Stance, When
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.provenance import Provenance, Usage
from groundwire.domain.span import Span
from groundwire.domain.summary import Point, Summary
from groundwire.domain.support import QuoteVerdict, Reason, ReasonKind, Support, Verdict

SUPPORTED = Support(verdict=Verdict.SUPPORTED, score=0.96, by=("checks@1",))

PROVENANCE = Provenance(
    version="0.1.0",
    run_id="r-20250306-1",
    analyst="extractive@1",
    started="2025-03-06T07:00:00Z",
    finished="2025-03-06T07:00:02Z",
    usage=Usage(),
)


def article(name: str, blocks: Sequence[Sequence[str]], **metadata: str) -> Article:
    """An article of paragraphs of sentences; a paragraph of one sentence that starts with `# ` is a heading."""
    pieces: list[str] = []
    heading_numbers: list[int] = []
    for number, block in enumerate(blocks, 1):
        if block[0].startswith("# "):
            heading_numbers.append(len(pieces))
        last = number == len(blocks)
        pieces += [
            sentence.removeprefix("# ") + (" " if place < len(block) else "" if last else "\n\n")
            for place, sentence in enumerate(block, 1)
        ]
    spans: list[Span] = []
    position = 0
    for piece in pieces:
        spans.append(Span(position, position + len(piece)))
        position += len(piece)
    return Article(
        id=name,
        source=f"{name}.txt",
        text="".join(pieces),
        digest=f"article:{name}",
        sentences=tuple(spans),
        headings=tuple(spans[number] for number in heading_numbers),
        **metadata,
    )


def words(source: Article, quote: str) -> Evidence:
    """The evidence at the one place where `quote` stands in the article."""
    start = source.text.index(quote)
    return source.evidence(Span(start, start + len(quote)))


COURIER = article(
    "a1",
    [
        ["# Fog, then a bang: ferry meets barge off Port Alder"],
        [
            "The ferry Maren and a gravel barge collided in thick fog off Port Alder on Tuesday morning.",
            "Twelve people were injured, the harbour authority said.",
        ],
        [
            "“The barge gave no signal at all,” said the ferry's captain, Ida Voss.",
            "She has commanded the Maren for nine years.",
        ],
        ["# What happens next"],
        ["The harbour authority has opened an inquiry and expects to report in May."],
    ],
    title="Fog, then a bang: ferry meets barge off Port Alder",
    outlet="Alder Courier",
    byline="Tom Reyle",
    published="2025-03-04",
    url="https://courier.example/2025/ferry",
    language="en",
)

WIRE = article(
    "a2",
    [
        [
            "Nine people were hurt when a ferry struck a barge near Port Alder on Tuesday, the district hospital said.",
            "Four of them were still being treated in the evening.",
        ],
        [
            "Kellan Freight, which owns the barge, denied that its crew had kept silent.",
            "“We sounded the horn three times,” a spokesman said.",
        ],
        ["Crossings will resume on Thursday, according to the harbour authority."],
    ],
    title="Nine hurt in ferry collision",
    outlet="Northcoast Wire",
    published="2025-03-04T18:20:00Z",
    language="en",
)

LEDGER = article(
    "a3",
    [
        [
            "The harbour authority put the number of injured in the Maren collision at twelve.",
            "Two of the passengers are said to have jumped overboard, but nobody has confirmed this.",
        ],
        [
            "The Maren was due for an inspection of her radar this month, a shipyard engineer told this newspaper."
        ],
    ],
    title="Questions after the collision",
    outlet="Daily Ledger",
    published="2025-03-05",
    language="en",
)

ARTICLES = (COURIER, WIRE, LEDGER)


def _cells(**evidence: tuple[Relation, str]) -> tuple[Cell, ...]:
    """One cell an article: what it says and by which words; silent where it is not named."""
    cells = []
    for source in ARTICLES:
        relation, quote = evidence.get(source.id, (Relation.SILENT, ""))
        pieces = (words(source, quote),) if quote else ()
        cells.append(Cell(article=source.id, relation=relation, evidence=pieces))
    return tuple(cells)


SAYS, AGAINST = Relation.SUPPORTS, Relation.CONTRADICTS
TUESDAY = When(text="Tuesday morning", earliest="2025-03-04", latest="2025-03-04")
THURSDAY = When(text="Thursday", earliest="2025-03-06", latest="2025-03-06")
MAY = When(text="May", earliest="2025-05-01", latest="2025-05-31")

TWELVE_COURIER = "Twelve people were injured, the harbour authority said."
TWELVE_LEDGER = "The harbour authority put the number of injured in the Maren collision at twelve."
NINE = "Nine people were hurt"
NO_SIGNAL = "The barge gave no signal at all"
DENIAL = "denied that its crew had kept silent"
HORN = "“We sounded the horn three times,” a spokesman said."

MERGED = (
    MergedClaim(
        id="m1",
        text="The ferry Maren and a gravel barge collided in fog off Port Alder on Tuesday.",
        standing=Standing.CORROBORATED,
        cells=_cells(
            a1=(SAYS, COURIER.sentence_text(1)),
            a2=(SAYS, "a ferry struck a barge near Port Alder on Tuesday"),
        ),
        origins=("o1", "o2"),
        outlets=2,
        when=TUESDAY,
    ),
    MergedClaim(
        id="m2",
        text="Twelve people were injured.",
        standing=Standing.DISPUTED,
        cells=_cells(a1=(SAYS, TWELVE_COURIER), a2=(AGAINST, NINE), a3=(SAYS, TWELVE_LEDGER)),
        origins=("o1",),
        outlets=2,
        speaker="Harbour authority",
    ),
    MergedClaim(
        id="m3",
        text="The barge gave no signal.",
        standing=Standing.DISPUTED,
        cells=_cells(a1=(SAYS, NO_SIGNAL), a2=(AGAINST, DENIAL)),
        origins=("o3",),
        outlets=1,
        speaker="Ida Voss",
    ),
    MergedClaim(
        id="m4",
        text="The harbour authority counts the injured and has opened an inquiry.",
        standing=Standing.SINGLE_ORIGIN,
        cells=_cells(a1=(SAYS, "The harbour authority has opened an inquiry"), a3=(SAYS, TWELVE_LEDGER)),
        origins=("o1",),
        outlets=2,
        speaker="Harbour authority",
    ),
    MergedClaim(
        id="m5",
        text="Crossings will resume on Thursday.",
        standing=Standing.SINGLE_ORIGIN,
        cells=_cells(a2=(SAYS, "Crossings will resume on Thursday, according to the harbour authority.")),
        origins=("o1",),
        outlets=1,
        speaker="Harbour authority",
        stance=Stance.PREDICTED,
        when=THURSDAY,
    ),
    MergedClaim(
        id="m6",
        text="The Maren was due for a radar inspection this month.",
        standing=Standing.SINGLE_ORIGIN,
        cells=_cells(a3=(SAYS, LEDGER.sentence_text(2))),
        origins=("o4",),
        outlets=1,
        speaker="a shipyard engineer",
    ),
    MergedClaim(
        id="m7",
        text="The barge's crew sounded the horn three times.",
        standing=Standing.DISPUTED,
        cells=_cells(a1=(AGAINST, NO_SIGNAL), a2=(SAYS, HORN)),
        origins=("o5",),
        outlets=1,
        speaker="Kellan Freight",
        stance=Stance.DENIED,
    ),
)

ORIGINS = (
    Origin(
        id="o1", label="Harbour authority", kind=OriginKind.SPEAKER, articles=("a1", "a2", "a3"), why="named"
    ),
    Origin(id="o2", label="District hospital", kind=OriginKind.SPEAKER, articles=("a2",), why="named"),
    Origin(id="o3", label="Ida Voss", kind=OriginKind.SPEAKER, articles=("a1",), why="quoted"),
    Origin(id="o4", label="a shipyard engineer", kind=OriginKind.SPEAKER, articles=("a3",), why="reported"),
    Origin(id="o5", label="Kellan Freight", kind=OriginKind.SPEAKER, articles=("a2",), why="quoted"),
)

DISPUTES = (
    Dispute(
        claim="m2",
        kind=DisputeKind.NUMBER,
        reading=Reading.CONFLICT,
        note="the authority and the hospital count on the same day",
        sides=(
            DisputeSide(
                value="twelve injured",
                articles=("a1", "a3"),
                evidence=(words(COURIER, TWELVE_COURIER), words(LEDGER, TWELVE_LEDGER)),
            ),
            DisputeSide(value="nine hurt", articles=("a2",), evidence=(words(WIRE, NINE),)),
        ),
    ),
    Dispute(
        claim="m3",
        kind=DisputeKind.POLARITY,
        reading=Reading.CONFLICT,
        sides=(
            DisputeSide(value="no signal", articles=("a1",), evidence=(words(COURIER, NO_SIGNAL),)),
            DisputeSide(
                value="denied; three signals",
                articles=("a2",),
                evidence=(words(WIRE, DENIAL), words(WIRE, HORN)),
            ),
        ),
    ),
)


def briefing() -> Briefing:
    """The briefing on the three articles."""
    return Briefing(
        title="Ferry and barge collide off Port Alder",
        bottom_line=(
            "A ferry hit a gravel barge in fog; how many were hurt and whether the barge signalled is in dispute."
        ),
        bottom_line_claims=("m1", "m2", "m3"),
        developments=(
            Development(
                text="The ferry Maren and a gravel barge collided in fog off Port Alder on Tuesday.",
                claims=("m1",),
                standing=Standing.CORROBORATED,
            ),
            Development(
                text="The harbour authority counts the injured and has opened an inquiry.",
                claims=("m4",),
                standing=Standing.SINGLE_ORIGIN,
            ),
            Development(
                text="Crossings will resume on Thursday.", claims=("m5",), standing=Standing.SINGLE_ORIGIN
            ),
        ),
        claims=MERGED,
        disputes=DISPUTES,
        timeline=(
            TimelineEntry(when=TUESDAY, text="The ferry and the barge collide.", claims=("m1",)),
            TimelineEntry(when=THURSDAY, text="Crossings are to resume.", claims=("m5",)),
        ),
        voices=(
            Voice(speaker="Harbour authority", claims=("m2", "m4", "m5"), articles=("a1", "a2", "a3")),
            Voice(speaker="Ida Voss", claims=("m3",), articles=("a1",)),
            Voice(speaker="Kellan Freight", claims=("m7",), articles=("a2",)),
        ),
        origins=ORIGINS,
        omissions=(
            Omission(
                what="Whether the radar was working",
                articles=("a1", "a2"),
                claims=("m6",),
                why="one article says that its inspection was due, the others are silent",
            ),
        ),
        articles=ARTICLES,
        losses={
            "claims": StageLosses(
                in_=9,
                kept=7,
                merged=1,
                dropped=1,
                items=(
                    LossItem(what="a2.c4", reason="the same as m5"),
                    LossItem(what="a1.c5", reason="background, not news"),
                ),
            )
        },
        provenance=PROVENANCE,
    )


def report() -> Report:
    """The report on the first article: one point is unsupported, one claim is contradicted, one nobody checked."""
    captain = Attribution(kind=AttributionKind.DIRECT, speaker="Ida Voss", cue="said", via=("Alder Courier",))
    return Report(
        article=COURIER.model_copy(
            update={
                "set_aside": (SetAside(text="Read more: tides this week", reason="link to another page"),)
            }
        ),
        summary=Summary(
            headline="Ferry and barge collide in fog",
            headline_evidence=(words(COURIER, COURIER.sentence_text(1)),),
            headline_support=SUPPORTED,
            bottom_line="Twelve people were injured when the Maren met a barge in fog.",
            bottom_line_evidence=(
                words(COURIER, COURIER.sentence_text(1)),
                words(COURIER, TWELVE_COURIER),
            ),
            bottom_line_support=SUPPORTED,
            points=(
                Point(
                    text="The captain says that the barge gave no signal.",
                    evidence=(words(COURIER, NO_SIGNAL),),
                    support=SUPPORTED,
                ),
                Point(
                    text="The captain has commanded the Maren for twelve years.",
                    evidence=(words(COURIER, COURIER.sentence_text(4)),),
                    support=Support(
                        verdict=Verdict.UNSUPPORTED,
                        score=0.2,
                        reasons=(
                            Reason(
                                kind=ReasonKind.NUMBER,
                                claim="twelve years",
                                source="nine years",
                                message="the article says nine years, not twelve years",
                            ),
                        ),
                    ),
                ),
            ),
        ),
        claims=(
            Claim(
                id="a1.c1",
                article="a1",
                text="The barge gave no signal at all.",
                evidence=(words(COURIER, NO_SIGNAL),),
                attribution=captain,
                support=SUPPORTED.model_copy(update={"quote": QuoteVerdict.VERBATIM}),
            ),
            Claim(
                id="a1.c2",
                article="a1",
                text="The inquiry is to report in May.",
                evidence=(
                    words(COURIER, "expects to report in May"),
                    words(COURIER, COURIER.sentence_text(6)),
                ),
                stance=Stance.PREDICTED,
                when=MAY,
            ),
            Claim(
                id="a1.c3",
                article="a1",
                text="Nobody was injured.",
                evidence=(words(COURIER, TWELVE_COURIER),),
                support=Support(
                    verdict=Verdict.CONTRADICTED,
                    score=0.05,
                    reasons=(
                        Reason(kind=ReasonKind.NEGATION, message="the article says that people were injured"),
                    ),
                ),
            ),
        ),
        losses={"sentences": StageLosses(in_=7, kept=5, dropped=2, items=())},
        provenance=PROVENANCE.model_copy(
            update={
                "model": "some-model",
                "endpoint": "models.example",
                "usage": Usage(requests=3, input_tokens=1500, output_tokens=212),
            }
        ),
    )


HOSTILE_SENTENCES = (
    "<script>document.title = 'owned'; fetch('https://evil.example/')</script> opened the session.",
    "</article></main><h1>Not ours</h1><img src=x onerror=\"document.title='owned'\"> was in the minutes.",
    "[Click here](javascript:document.title='owned') and ![pixel](https://evil.example/p.png) were read out.",
    "{{slot}} {0} %s ${title} stayed empty \x1b[31mall\x1b[0m evening, and \u202etxet sdrawkcab\u202c closed it.",
    "1. `# Rule` | --- | *** &lt;b&gt; https://evil.example/ www.evil.example me@evil.example ~~struck~~ <b>",
)


def hostile_report() -> Report:
    """A report whose every word, metadata included, tries to be more than a word."""
    hostile = article(
        "\"><script>document.title='owned'</script>",
        [[sentence] for sentence in HOSTILE_SENTENCES],
        title=HOSTILE_SENTENCES[0],
        outlet="</title><script>document.title='owned'</script>",
        byline="</style><style>*{background:url(https://evil.example/s.png)}",
        published="<!-- -->",
        url="javascript:document.title='owned'",
        language='en" onload="document.title=1',
    )
    evidence = tuple(words(hostile, sentence) for sentence in HOSTILE_SENTENCES)
    return Report(
        article=hostile,
        summary=Summary(
            headline=HOSTILE_SENTENCES[1],
            headline_evidence=evidence[:1],
            headline_support=SUPPORTED,
            bottom_line=HOSTILE_SENTENCES[2],
            bottom_line_evidence=evidence[1:2],
            bottom_line_support=Support(
                verdict=Verdict.UNSUPPORTED,
                score=0.1,
                reasons=(Reason(kind=ReasonKind.COVERAGE, message=HOSTILE_SENTENCES[0]),),
            ),
            points=tuple(Point(text=piece.quote, evidence=(piece,), support=SUPPORTED) for piece in evidence),
        ),
        claims=(),
        losses={
            "<i>stage</i>": StageLosses(
                in_=1, dropped=1, items=(LossItem(what="<b>", reason=HOSTILE_SENTENCES[0]),)
            )
        },
        provenance=PROVENANCE,
    )
