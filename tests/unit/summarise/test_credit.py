"""Who is credited, and where the article says so."""

from typing import Any

import pytest

from groundwire.domain.claim import Attribution, AttributionKind
from groundwire.prompts.outputs import ExtractedClaim
from groundwire.summarise.credit import credit, knows
from groundwire.summarise.passage import ReadArticle
from unit.summarise.ferries import article_of, claim

ARTICLE = article_of(
    "Mara Lindqvist, who heads the regional water board, said on Monday that the dam is safe.",
    "“It is old,” she added, “but it holds.”",
    "The board's engineers said nothing; Lindqvist said more.",
    "According to the Tolne Police (TP), a man was held, the Post reported.",
    "She has also claimed it in court, where the clerk wrote it down.",
    byline="Ada Sund",
)


def _credit(*sentences: int, **given: Any) -> Attribution:
    extracted = ExtractedClaim.model_validate(claim("X.", *sentences, **given))
    read = ReadArticle(ARTICLE)
    return credit(extracted, read, [read.span(number) for number in sentences]).attribution


def _words(attribution: Attribution) -> tuple[str | None, str | None]:
    speaker, cue = attribution.speaker_span, attribution.cue_span
    return speaker and speaker.of(ARTICLE.text), cue and cue.of(ARTICLE.text)


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "found"),
    [
        (1, "Mara Lindqvist", "said", ("Mara Lindqvist", "said")),
        (2, "Mara Lindqvist", "added", ("she", "added")),
        (3, "Mara Lindqvist", "said", ("Lindqvist", "said")),
        (4, "Tolne Police (TP)", "according to", ("Tolne Police (TP", "According to")),
        (1, "mara lindqvist", "claimed", ("Mara Lindqvist", None)),
        (2, "Mara Lindqvist", None, (None, None)),
        (3, "The Tolne Police", None, (None, None)),
        (5, "Mara Lindqvist", "claimed", ("She", "claimed")),
        (5, "Mara Lindqvist", "wrote", (None, "wrote")),
    ],
)
def test_the_local_mention_and_the_cue_are_found(
    sentence: int, speaker: str, cue: str | None, found: tuple[str | None, str | None]
) -> None:
    """The whole name, a part of it, or a pronoun beside the cue; nothing where the evidence has none of them."""
    assert _words(_credit(sentence, speaker=speaker, cue=cue, attribution="indirect")) == found


def test_of_several_cues_the_one_beside_the_speaker_is_meant() -> None:
    """`said` stands twice in the third sentence."""
    cue = _credit(3, speaker="Lindqvist", cue="said", attribution="indirect").cue_span
    assert cue is not None
    assert ARTICLE.text[cue.end :].startswith(" more")


def test_a_broken_quotation_has_several_parts() -> None:
    """Both lie inside the evidence, without the marks."""
    attribution = _credit(2, speaker="Lindqvist", cue="added", attribution="direct")
    assert [span.of(ARTICLE.text) for span in attribution.content_spans] == ["It is old,", "but it holds."]
    assert attribution.kind is AttributionKind.DIRECT


def test_reported_speech_has_no_quoted_parts() -> None:
    """They belong to direct and mixed attribution alone."""
    assert _credit(2, speaker="Lindqvist", attribution="indirect").content_spans == ()


def test_somebody_credited_for_nothing_is_credited_indirectly() -> None:
    """A speaker without a kind is still a speaker."""
    assert _credit(1, speaker="Mara Lindqvist").kind is AttributionKind.INDIRECT


def test_those_who_passed_it_on_are_kept_where_the_article_knows_them() -> None:
    """In the order given."""
    assert _credit(4, speaker="Tolne Police", via=["Post", "Globe"]).via == ("Post",)


@pytest.mark.parametrize(
    ("name", "is_known"),
    [
        ("Mara Lindqvist", True),
        ("Lindqvist, head of the regional board", True),
        ("the board's engineers", True),
        ("Ada Sund", True),
        ("Tolne Police", True),
        ("Mara Sundqvist", False),
        ("unnamed witnesses", False),
        ("", False),
        ("()", False),
    ],
)
def test_the_article_knows_a_name_by_its_telling_words(name: str, is_known: bool) -> None:
    """Its capitalised words, or all of its words where it has none; the byline counts as the article's."""
    assert knows(ReadArticle(ARTICLE), name) is is_known
