"""The order and the honesty of a briefing."""

import sample_documents as samples
from groundwire.domain.article import Article
from groundwire.domain.briefing import Development, Standing, Voice
from groundwire.render.as_markdown import render_briefing, render_claims
from groundwire.render.briefing_outline import briefing_outline
from groundwire.render.outline import Item, Words
from groundwire.render.references import Reference


def statements(items: tuple[Item, ...]) -> list[str]:
    """The first words of each item."""
    return [next(inline.text for inline in item.inlines if isinstance(inline, Words)) for item in items]


def test_the_sections_stand_in_the_order_of_urgency() -> None:
    """Developments and disputes first, provenance last."""
    keys = [section.key for section in briefing_outline(samples.briefing()).sections]
    assert keys == (
        [
            "developments",
            "disputes",
            "single-origins",
            "other-claims",
            "voices",
            "timeline",
            "missing",
            "sources",
            "left-out",
            "made",
        ]
    )


def test_both_sides_of_a_dispute_are_told_with_their_words() -> None:
    """Each side has its value, its references and its outlets."""
    disputes = briefing_outline(samples.briefing()).sections[1]
    sides = [
        (statements((side,))[0], [inline.label for inline in side.inlines if isinstance(inline, Reference)])
        for dispute in disputes.items
        for side in dispute.children
    ]
    assert sides == [
        ("twelve injured", ["1·3", "3·1"]),
        ("nine hurt", ["2·1b"]),
        ("no signal", ["1·4"]),
        ("denied; three signals", ["2·3", "2·4"]),
    ]


def test_a_claim_under_a_development_is_not_told_again() -> None:
    """Of the single-origin claims, only the one that no development tells is listed."""
    singles = briefing_outline(samples.briefing()).sections[2]
    assert [statements(item.children) for item in singles.items] == [[samples.MERGED[5].text]]


def test_every_merged_claim_is_told() -> None:
    """A claim that is under no development, dispute or single origin still stands in the briefing."""
    text = render_briefing(samples.briefing())
    assert [claim.id for claim in samples.MERGED if claim.text not in text] == []
    assert "## Other claims\n\n- The barge's crew sounded the horn three times. [2·4] *— disputed" in text


def test_a_sentence_on_a_dispute_refers_to_every_side() -> None:
    """The bottom line rests on a disputed claim, and the words against it are among its references."""
    outline = briefing_outline(samples.briefing().model_copy(update={"bottom_line_claims": ("m3",)}))
    labels = [inline.label for inline in outline.lead[0].inlines if isinstance(inline, Reference)]
    assert labels == ["1·4", "2·3", "2·4"]


def test_after_three_developments_the_disputes_come_before_the_rest() -> None:
    """Disputes stay on the first screen, and the numbering goes on after them."""
    developments = tuple(
        Development(text=f"Development {number}.", claims=("m1",), standing=Standing.CORROBORATED)
        for number in range(1, 6)
    )
    outline = briefing_outline(samples.briefing().model_copy(update={"developments": developments}))
    first, disputes, rest = outline.sections[:3]
    assert (len(first.items), disputes.key, rest.heading) == (3, "disputes", "Further developments")
    assert (rest.first, statements(rest.items)) == (4, ["Development 4.", "Development 5."])


def test_a_voice_is_one_line_with_its_references() -> None:
    """Who said what: a name and where it is said, in the articles that credit the speaker; nothing is told again."""
    ids = ("m1", "m2", "m3", "m5", "m6", "m7")
    voice = Voice(speaker="Somebody", claims=ids, articles=("a1",))
    outline = briefing_outline(samples.briefing().model_copy(update={"voices": (voice,)}))
    (item,) = next(section for section in outline.sections if section.key == "voices").items
    labels = [inline.label for inline in item.inlines if isinstance(inline, Reference)]
    assert (statements((item,)), item.children) == (["Somebody"], ())
    assert {label[0] for label in labels} == {"1"}


def test_every_reference_in_the_text_is_explained_once() -> None:
    """Each label of the Markdown has exactly one line under Evidence."""
    text = render_briefing(samples.briefing())
    body, evidence = text.split("## Evidence")
    labels = {reference.label for reference in briefing_outline(samples.briefing()).references}
    assert {label: evidence.count(f"- [{label}] ") for label in labels} == dict.fromkeys(labels, 1)
    assert [label for label in labels if f"[{label}]" not in body] == []


def test_a_briefing_of_nothing_is_still_a_page() -> None:
    """Without claims there is a title, a bottom line and how it was made."""
    empty = samples.briefing().model_copy(
        update=dict.fromkeys(
            ("developments", "claims", "disputes", "timeline", "voices", "origins", "omissions", "articles"),
            (),
        )
        | {"losses": {}, "bottom_line_claims": ()}
    )
    assert [section.key for section in briefing_outline(empty).sections] == ["made"]


def test_an_outlet_without_a_name_is_called_by_the_stem_of_its_file() -> None:
    """A long path is no name: neither among the origins nor beside a side of a dispute."""
    path = "/some/long/path/to/ledger.txt"
    ledger = samples.LEDGER.model_copy(update={"outlet": None, "title": None, "source": path})
    origins = (
        *samples.ORIGINS[:3],
        samples.ORIGINS[3].model_copy(update={"label": f"{path}, Radio"}),
        samples.ORIGINS[4],
    )
    briefing = samples.briefing().model_copy(
        update={"articles": (samples.COURIER, samples.WIRE, ledger), "origins": origins}
    )
    text = render_briefing(briefing)
    assert "- **ledger, Radio**\n  - The Maren was due" in text
    assert "*— Alder Courier [1], ledger [3]*" in text
    assert f"3. **ledger** *— 5 March 2025 · {path}*" in text


def test_an_article_known_by_another_id_says_so() -> None:
    """Where `a1` is not the first article's id, the list of sources has the id."""
    wire = samples.WIRE.model_copy(update={"id": "kb-77"})
    assert "*— id kb-77*" in render_articles_list(wire)


def render_articles_list(article: Article) -> str:
    """The Markdown of no claims on one article: its title and its source."""
    return render_claims([], [article])
