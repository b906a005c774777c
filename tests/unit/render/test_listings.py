"""Lists of verdicts and relations: one item for each thing given."""

import pytest

import sample_documents as samples
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.checking import CheckedStatement, Relates, Statement
from groundwire.domain.support import UNCHECKED, Reason, ReasonKind, Support, Verdict
from groundwire.render.as_markdown import render_checked, render_relations, render_reports

STATEMENTS = (
    Statement(id="1", article="a1", text="Twelve people were injured."),
    Statement(id="2", article="a1", text="Nobody was injured."),
    Statement(id="3", article="zz", text=""),
)
CHECKED = (
    CheckedStatement(
        id="1",
        article="a1",
        support=samples.SUPPORTED,
        evidence=(samples.words(samples.COURIER, samples.TWELVE_COURIER),),
    ),
    CheckedStatement(
        id="2",
        article="a1",
        support=Support(
            verdict=Verdict.CONTRADICTED,
            reasons=(Reason(kind=ReasonKind.NEGATION, message="the article says that some were"),),
        ),
    ),
    CheckedStatement(id="3", article="zz", support=UNCHECKED),
)


def test_each_checked_statement_has_its_verdict() -> None:
    """Supported, contradicted and unchecked ones all stand in the list, in their order."""
    lines = render_checked(CHECKED, statements=STATEMENTS, articles=[samples.COURIER]).splitlines()
    assert lines[4:7] == [
        "- **1** Twelve people were injured. [1·3] *— supported*",
        "- **2** Nobody was injured. **⚠ contradicted by its article: the article says that some were**",
        "- **3** *— not checked*",
    ]


def test_statements_and_verdicts_must_be_as_many() -> None:
    """A verdict without its statement is a mistake of the caller, never a shorter list."""
    with pytest.raises(ValueError, match="shorter"):
        render_checked(CHECKED, statements=STATEMENTS[:2], articles=[samples.COURIER])


def test_each_relation_has_its_score_and_what_it_is_about() -> None:
    """The pair's id leads, the reasons follow."""
    relation = Relates(id="7", relation="contradict", kind=DisputeKind.NUMBER, score=0.9)
    assert "- **7** contradict *— about the number; score 0.90*" in render_relations([relation])


def test_articles_of_several_reports_are_numbered_in_their_order() -> None:
    """References of the second report start with 2."""
    second = render_reports([samples.report(), samples.report()]).split("\n---\n")[1]
    assert "Twelve people were injured when the Maren met a barge in fog. [2·2] [2·3]" in second
    assert "1. **Alder Courier**" not in second
