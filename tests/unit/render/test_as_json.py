"""JSON carries its schema at the top level, and no text breaks it."""

import json

import sample_documents as samples
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.domain.support import Support, Verdict
from groundwire.render.as_json import to_json, to_jsonl_line

ODD = 'a\ud800b\u2028c\x85d\u2029e\nf"\\Ж'
ODD_ARTICLE = Article(id="a1", source="-", text=ODD, digest="d", sentences=(Span(0, len(ODD)),))


def test_a_document_names_its_schema_first() -> None:
    """Article and claim, which are parts elsewhere, say what they are when they stand alone."""
    claim = samples.report().claims[0]
    starts = [next(iter(json.loads(to_jsonl_line(noun)).items())) for noun in (samples.COURIER, claim)]
    assert starts == [("schema", "groundwire/article/1"), ("schema", "groundwire/claim/1")]


def test_a_part_of_a_document_names_no_schema() -> None:
    """Nested articles and claims do not repeat it."""
    report = json.loads(to_json(samples.report(), indent=None))
    assert report["schema"] == "groundwire/report/1"
    assert [name for name in ("article", "summary", "provenance") if "schema" in report[name]] == []
    assert [claim["id"] for claim in report["claims"] if "schema" in claim] == []


def test_fields_have_the_names_of_the_contract() -> None:
    """`in` and `schema` are written as the contract spells them, spans as pairs."""
    document = json.loads(to_json(samples.briefing(), indent=2))
    assert document["losses"]["claims"]["in"] == 9
    assert document["articles"][0]["sentences"][0] == [0, len(samples.COURIER.title or "") + 2]


def test_several_documents_are_an_array_in_their_order() -> None:
    """One object for one, an array for several."""
    documents = json.loads(to_json([samples.COURIER, samples.WIRE], indent=None))
    assert [document["id"] for document in documents] == ["a1", "a2"]


def test_no_documents_are_an_empty_array() -> None:
    """Nothing is still JSON."""
    assert to_json([], indent=2) == "[]"


def test_letters_are_not_escaped() -> None:
    """Cyrillic is readable in the output."""
    assert "Ж" in to_jsonl_line(ODD_ARTICLE)


def test_text_that_utf8_cannot_hold_comes_back_whole() -> None:
    """Lone surrogates are escaped, so the line encodes, and reads back as the same text."""
    line = to_jsonl_line(ODD_ARTICLE)
    assert json.loads(line.encode("utf-8"))["text"] == ODD


def test_a_line_is_one_line_to_every_reader() -> None:
    """U+0085, U+2028 and U+2029 are escaped, so that even `splitlines` sees one line."""
    assert len(to_jsonl_line(ODD_ARTICLE).splitlines()) == 1


def test_an_unchecked_support_has_a_null_score() -> None:
    """Nobody could check is null, never 0."""
    assert json.loads(to_json(Support(verdict=Verdict.UNCHECKED), indent=None))["score"] is None
