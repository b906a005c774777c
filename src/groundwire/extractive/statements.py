"""Statements: frames with their speakers resolved, chains folded, quotations without a frame given to who speaks on.

Guarantees: one statement per content; a chain "X, said A, reports B" is credited to A with B in `via`; statements come in
the order of their content.
"""

from dataclasses import dataclass

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.extractive.bearing import is_nobody
from groundwire.extractive.frames import find_frames
from groundwire.extractive.framing import Frame, Standing
from groundwire.extractive.passages import Passage
from groundwire.extractive.speakers import Cast
from groundwire.extractive.words import is_speech
from groundwire.text.pronouns import Kind, kind_of

_SLACK = 12
"""Code points of a content beside an inner frame that still make it a chain: "that", "also", marks."""

_NO_ONE = frozenset(
    {"you", "this", "that", "these", "those", "there", "what", "which", "me", "us", "him", "them"}
)

_EVIDENCE = frozenset(
    {
        "findings",
        "results",
        "figures",
        "estimates",
        "data",
        "evidence",
        "study",
        "studies",
        "tests",
        "records",
    }
)
_OWN = frozenset({Kind.I, Kind.WE})


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Content credited to somebody. `extent` covers frame and content, `speaker` is None when nobody can be named."""

    content: tuple[Span, ...]
    extent: Span
    speaker: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    stance: Stance = Stance.ASSERTED
    standing: Standing = Standing.ALONE
    via: tuple[str, ...] = ()
    is_relative: bool = False


def find_statements(text: str, passage: Passage, cast: Cast) -> list[Statement]:
    """The statements that the frames of `passage` make. Nobody is named where only "I" or "we" speaks."""
    frames = [frame for frame in find_frames(passage.words) if not _is_unsaid(text, frame, cast)]
    frames = _without_repeats(frames)
    statements = [_statement(text, frame, cast, is_inside=_is_inside(frame, frames)) for frame in frames]
    statements = _folded(statements)
    for statement in statements:
        if statement.speaker is not None and statement.mention is not None:
            cast.spoke(statement.speaker, statement.extent.end)
    return sorted(statements, key=lambda one: one.content[0].start)


def is_quotation(text: str, passage: Passage) -> bool:
    """Whether the passage is nothing but words that somebody speaks."""
    if not passage.quotations:
        return False
    quotation = passage.quotations[0]
    covers = quotation.span.start - passage.span.start <= 1 and passage.span.end - quotation.span.end <= 1
    return covers and is_speech(text, quotation)


def continued(text: str, passage: Passage, last: Statement | None) -> Statement | None:
    """A passage that is nothing but a quotation goes on with the words of the `last` speaker."""
    if last is None or last.speaker is None or not is_quotation(text, passage):
        return None
    quotation = passage.quotations[0]
    return Statement(
        content=(quotation.span,),
        extent=passage.span,
        speaker=last.speaker,
        mention=last.mention,
        via=last.via,
    )


def _is_unsaid(text: str, frame: Frame, cast: Cast) -> bool:
    """`You know …`, `this shows …`, and `it means …` where no body spoke before: no one speaks."""
    if frame.speaker is None:
        return False
    speaker = frame.speaker.head.of(text).casefold()
    tells = frame.stance is Stance.DENIED or frame.content[0].of(text)[:1] in '“"«„'
    if kind_of(speaker) in _OWN and frame.stance is not Stance.OPINION and cast.resolve(speaker, 0) is None:
        return True
    return speaker in _NO_ONE or (
        speaker == "it" and not (tells and cast.resolve("it", frame.speaker.head.start))
    )


def _without_repeats(frames: list[Frame]) -> list[Frame]:
    """Two cues with one content ("confirmed and said that"): the first is kept."""
    kept: dict[tuple[Span, ...], Frame] = {}
    for frame in frames:
        kept.setdefault(frame.content, frame)
    return list(kept.values())


def _is_inside(frame: Frame, frames: list[Frame]) -> bool:
    """Whether the frame's speaker stands in what somebody else says: his `he` may be either."""
    mention = frame.speaker
    return mention is not None and any(
        span.contains(mention.whole) for other in frames if other is not frame for span in other.content
    )


def _statement(text: str, frame: Frame, cast: Cast, *, is_inside: bool) -> Statement:
    speaker = None
    if frame.speaker is not None and not is_nobody(frame.speaker.whole.of(text)):
        whole, head = frame.speaker
        words = head.of(text)
        pronoun = kind_of(words) is not None
        if not pronoun:
            speaker = cast.name(whole, head)
            if not is_inside:
                cast.spoke(speaker, whole.end)
        elif not is_inside or kind_of(words) in _OWN:
            speaker = cast.resolve(words, head.start)
        if pronoun and speaker is None and kind_of(words) not in _OWN:
            speaker = words.casefold()
    return Statement(
        content=frame.content,
        extent=frame.extent,
        speaker=speaker,
        mention=frame.speaker.whole if frame.speaker else None,
        cue=frame.cue,
        stance=frame.stance,
        standing=frame.standing,
        is_relative=frame.is_relative,
    )


def _folded(statements: list[Statement]) -> list[Statement]:
    """Chains folded into their innermost statement."""
    remaining = sorted(statements, key=lambda one: one.extent.end - one.extent.start)
    folded: list[Statement] = []
    for outer in remaining:
        if outer.standing is Standing.FRAMED:  # what is said within a doubt is part of the doubt
            folded = [one for one in folded if not any(span.contains(one.extent) for span in outer.content)]
        inner = next((one for one in folded if _is_chain(outer, one)), None)
        if inner is None:
            folded.append(outer)
            continue
        folded[folded.index(inner)] = outer if _is_evidence(inner, outer) else _joined(inner, outer)
    return folded


def _is_chain(outer: Statement, inner: Statement) -> bool:
    if len(outer.content) > 1 and not all(
        any(span.contains(one) for span in outer.content) for one in inner.content
    ):
        return False
    covering = [span for span in outer.content if span.contains(inner.extent)]
    if not covering:
        return False
    around = sum(span.end - span.start for span in outer.content) - (inner.extent.end - inner.extent.start)
    return around <= _SLACK


def _is_evidence(inner: Statement, outer: Statement) -> bool:
    """`X noted the findings show …`: findings do not speak, X does."""
    return inner.speaker is not None and outer.speaker is not None and inner.speaker.split()[-1] in _EVIDENCE


def _joined(inner: Statement, outer: Statement) -> Statement:
    extent = Span(min(inner.extent.start, outer.extent.start), max(inner.extent.end, outer.extent.end))
    same = inner.speaker == outer.speaker or (
        inner.speaker is not None and kind_of(inner.speaker) is not None
    )
    via = () if same or outer.speaker is None else (outer.speaker,)
    return Statement(
        content=inner.content,
        extent=extent,
        speaker=outer.speaker if same else inner.speaker,
        mention=outer.mention if same else inner.mention,
        cue=inner.cue,
        stance=inner.stance,
        standing=inner.standing,
        via=(*inner.via, *via),
    )
