import pytest

from groundwire.corroborate.origins import is_named, kind_of, plain_label
from groundwire.domain.briefing import OriginKind, Relation, Standing
from groundwire.domain.span import Span
from unit.corroborate.accounts import article, claims_of, compared, row_with

BRIDGE_A = "The bridge at Lindau was closed after cracks were found in a pillar."
BRIDGE_B = "Cracks in a pillar led to the closing of the bridge at Lindau."


def standing(first: str | None, second: str | None) -> tuple[Standing, int]:
    """How a fact stands that one article credits to `first` and another to `second`, and on how many origins."""
    a, b = article("a1", BRIDGE_A), article("a2", BRIDGE_B)
    found = compared((a, claims_of(a, [first])), (b, claims_of(b, [second])))
    row = row_with(found, "a1.c1")
    assert row_with(found, "a2.c1") == row
    return row.standing, len(row.origins)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Mayor Ivo Brandt", "the Lindau water board", (Standing.CORROBORATED, 2)),
        ("police", "the fire service", (Standing.CORROBORATED, 2)),
        ("Volodymyr Zelensky", "Zelenskyy", (Standing.SINGLE_ORIGIN, 1)),
        ("Ivo Brandt", None, (Standing.SINGLE_ORIGIN, 1)),
        ("a driver", "the fire service", (Standing.SINGLE_ORIGIN, 1)),
        ("a driver", "a cyclist", (Standing.SINGLE_ORIGIN, 1)),
    ],
)
def test_two_independent_origins_corroborate_and_nothing_else_does(first, second, expected):
    """Spellings of one name are one origin; unnamed people and outlets that credit nobody add none."""
    assert standing(first, second) == expected


def test_an_acronym_is_the_body_that_an_article_introduces_it_for():
    """Who is credited under an acronym is the body whose name stands before the brackets, in whichever article."""
    a = article("a1", f"The Road Inspectorate of Norland (RIN) gave a warning. {BRIDGE_A}")
    b = article("a2", BRIDGE_B)
    found = compared(
        (a, claims_of(a, [None, "Road Inspectorate of Norland (RIN)"])), (b, claims_of(b, ["RIN"]))
    )
    (origin,) = found.credited
    assert (origin.label, origin.articles) == ("Road Inspectorate of Norland (RIN)", ("a1", "a2"))
    assert "“RIN”" in origin.why


def test_who_relays_is_not_another_origin():
    """An institute that assesses what a ministry says does not confirm it when the same article has the ministry's words."""
    a = article("a1", f"{BRIDGE_A} Trains still run.")
    b = article("a2", f"{BRIDGE_B} Lorries have to turn back at the river.")
    found = compared(
        (a, claims_of(a, ["the Transport Ministry of Norland"])),
        (b, claims_of(b, ["the Institute for Road Studies", "the Transport Ministry of Norland"])),
    )
    row = row_with(found, "a1.c1")
    (origin,) = [one for one in found.origins if one.id in row.origins]
    assert (row.standing, origin.label) == (Standing.SINGLE_ORIGIN, "the Transport Ministry of Norland")


def test_the_wire_of_a_dateline_is_the_origin_of_what_nobody_is_credited_for():
    """Two outlets that print one agency are one origin, of kind wire."""
    a = article("a1", f"LINDAU (Reuters) - {BRIDGE_A}")
    b = article("a2", f"LINDAU (Reuters) - {BRIDGE_B}")
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    (origin,) = found.origins
    assert (origin.kind, origin.label, origin.articles) == (OriginKind.WIRE, "Reuters", ("a1", "a2"))
    assert {row.standing for row in found.claims} == {Standing.SINGLE_ORIGIN}


def test_outlets_that_credit_nobody_are_one_origin_together():
    """Two outlets that credit nobody confirm nothing: where they have it from is not known."""
    assert standing(None, None) == (Standing.SINGLE_ORIGIN, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The bridge at Lindau was closed after cracks in a pillar, photographs seen by this newspaper show.",
            2,
        ),
        ("Our reporter saw that the bridge at Lindau was closed after cracks were found in a pillar.", 2),
        ("The bridge at Lindau was closed after cracks in a pillar that were seen by divers.", 1),
        (BRIDGE_B, 1),
    ],
)
def test_an_outlet_is_an_origin_beside_somebody_only_by_its_own_reporting(words, expected):
    """An outlet confirms what somebody says elsewhere where its words show that it saw for itself."""
    a, b = article("a1", BRIDGE_A), article("a2", words)
    row = row_with(compared((a, claims_of(a, ["Mayor Ivo Brandt"])), (b, claims_of(b))), "a1.c1")
    assert [cell.relation for cell in row.cells] == [Relation.SUPPORTS, Relation.SUPPORTS]
    assert len(row.origins) == expected
    assert (row.standing is Standing.CORROBORATED) == (expected == 2)


def test_copies_are_one_origin():
    """Outlets that print the same long runs of words are one origin even where nobody is credited."""
    text = (
        f"{BRIDGE_A} Engineers will look at the other pillars before the road can be used again by lorries."
    )
    a, b = article("a1", text), article("a2", text)
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    (origin,) = found.origins
    assert (origin.articles, {row.standing for row in found.claims}) == (
        ("a1", "a2"),
        {Standing.SINGLE_ORIGIN},
    )
    assert "shares long runs of words" in origin.why


def test_a_shared_quotation_is_no_copy():
    """Two outlets that quote the same words of somebody have not copied from each other."""
    quoted = (
        "“We have looked at every pillar of this bridge and we do not like what we see down there at all”"
    )
    a = article("a1", f"{quoted}, engineers told this paper. {BRIDGE_A}")
    b = article("a2", f"{BRIDGE_B} The words of the engineers: {quoted}.")
    found = compared((a, claims_of(a)[1:]), (b, claims_of(b)[:1]))
    (origin,) = found.origins
    assert "long runs" not in origin.why


def test_the_body_that_an_article_means_by_the_institute():
    """A bare "the institute" is the institute that the same article credits by name, not another origin."""
    a = article("a1", f"{BRIDGE_A} Nobody can say when it will be open.")
    found = compared((a, claims_of(a, ["the Institute for Road Studies", "the institute"])))
    assert [origin.label for origin in found.credited] == ["the Institute for Road Studies"]


@pytest.mark.parametrize("speaker", ["he", "they", "reports", "unconfirmed reports", "media reports"])
def test_a_pronoun_and_reports_credit_nobody(speaker):
    """Words that name nobody are no origin."""
    a = article("a1", BRIDGE_A)
    assert compared((a, claims_of(a, [speaker]))).credited == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Ivo Brandt", True),
        ("the Transport Ministry", True),
        ("Norland's government", True),
        ("a soldier", False),
        ("Ukrainian soldiers", False),
        ("North Korean troops", False),
        ("residents in Lindau", False),
        ("police", False),
    ],
)
def test_a_people_or_a_place_is_no_name(label, expected):
    """What somebody is, or where they are, does not name them."""
    assert is_named(label) is expected


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Reuters", OriginKind.WIRE),
        ("the news agency of Norland", OriginKind.WIRE),
        ("the Lindau Times", OriginKind.OUTLET),
        ("court documents", OriginKind.DOCUMENT),
        ("an audit report", OriginKind.DOCUMENT),
        ("Ivo Brandt", OriginKind.SPEAKER),
    ],
)
def test_kinds_of_origins(label, kind):
    """A wire, a paper and a document are told from somebody who speaks."""
    assert kind_of(label) is kind


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("the Road Inspectorate (RIN)", "Road Inspectorate"),
        ("RIN analysts", "RIN"),
        ("a new report by the Institute for Road Studies", "Institute for Road Studies"),
        ("a spokesman", "spokesman"),
        ("a spokeswoman for the Lindau council", "Lindau council"),
    ],
)
def test_trimmings_are_not_part_of_a_name(label, plain):
    """Articles, brackets, the paper that it stands in and staff leave the name."""
    assert plain_label(label) == plain


def test_whoever_speaks_for_a_body_is_that_body():
    """A police spokeswoman, named in one article, is no second origin beside the police of another."""
    a = article("a1", f"{BRIDGE_A}")
    b = article("a2", f"{BRIDGE_B} So said police spokeswoman Anna Berg.")
    (first, *_) = claims_of(b, ["Anna Berg"])
    at = b.text.index("Anna Berg")
    spoken = first.attribution.model_copy(update={"speaker_span": Span(at, at + len("Anna Berg"))})
    found = compared((a, claims_of(a, ["police"])), (b, (first.model_copy(update={"attribution": spoken}),)))
    assert [origin.label for origin in found.credited] == ["police"]
    assert row_with(found, "a1.c1").standing is Standing.SINGLE_ORIGIN


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The ferry sank. The operator, Maran Lines, sent a boat. It was full.", "Maran Lines"),
        ("The ferry sank. Holt & Sons, the operator, sent a boat. It was full.", "Holt & Sons"),
        ("The ferry sank. Maran did not pay Amsel, the operator said. It was full.", "the operator"),
    ],
)
def test_the_company_is_the_firm_that_its_article_introduces(text, label):
    """The operator is the firm that the article calls so; a name that merely stands before the words is not."""
    a = article("a1", text)
    (origin,) = compared((a, claims_of(a, [None, None, "the operator"]))).credited
    assert origin.label == label


def test_the_mayor_is_whom_an_article_calls_so():
    """An office is one origin with its holder where the article sets the one beside the other."""
    a = article("a1", "Mayor Ivo Brandt opened the dam. It leaks.")
    assert [origin.label for origin in compared((a, claims_of(a, ["Ivo Brandt", "the mayor"]))).credited] == [
        "Ivo Brandt"
    ]
