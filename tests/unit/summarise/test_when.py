"""When a claim happened, from its own words and the calendar."""

import pytest

from groundwire.prompts.outputs import ExtractedClaim
from groundwire.summarise.passage import ReadArticle
from groundwire.summarise.when import resolve_when
from unit.summarise.ferries import article_of, claim

ARTICLE = article_of(
    "The ferry sailed from 3 March 2025 to 5 March 2025 and burnt on 9 March 2025.",
    "The owner repeated his 2021 demands.",
    "The ferry was sold on 7 March 2025.",
    "It left at dawn.",
    published="2025-03-12",
)


@pytest.mark.parametrize(
    ("text", "sentence", "copied", "days"),
    [
        ("The ferry burnt.", 1, "on 9 March 2025", ("2025-03-09", "2025-03-09")),
        ("The ferry burnt.", 1, "9 March", ("2025-03-09", "2025-03-09")),
        ("The ferry sailed.", 1, "from 3 March 2025 to 5 March 2025", ("2025-03-03", "2025-03-05")),
        ("The owner repeated his 2021 demands.", 2, None, None),
        ("The ferry was sold on 7 March 2025.", 3, None, ("2025-03-07", "2025-03-07")),
        ("The ferry was sold.", 3, None, None),
        ("The ferry sailed from 3 March 2025 to 5 March 2025.", 1, None, None),
        ("The ferry left.", 4, "on 9 March 2025", None),
        ("The ferry left.", 4, "at dawn", None),
    ],
)
def test_the_days_are_those_that_the_evidence_gives(
    text: str, sentence: int, copied: str | None, days: tuple[str, str] | None
) -> None:
    """Copied words choose among the dates of the evidence; none of the model's own is believed."""
    extracted = ExtractedClaim.model_validate(claim(text, sentence, when=copied))
    read = ReadArticle(ARTICLE)
    when = resolve_when(extracted, read, [ARTICLE.evidence(read.span(sentence))])
    assert (when and (when.earliest, when.latest)) == days
