import json

import pytest

from groundwire.extractive.claims import find_claims
from groundwire.extractive.passages import find_passages
from groundwire.ingest.from_jsonl import assemble_given, read_line

OPENINGS = ["LINDVIK, March 4, 2025 - ", "KYIV (Reuters) - ", "ULM, Nov 12 (dpa) – ", "BERGEN/LINDVIK. "]
SENTENCE = "The port authority closed the northern quay to all ships on Tuesday."


@pytest.mark.parametrize("opening", OPENINGS)
def test_claim_and_evidence_begin_behind_the_dateline(opening: str) -> None:
    """A text that is kept as it is keeps its dateline; no claim says it."""
    line = json.dumps({"text": f"{opening}{SENTENCE} Nobody was hurt."}).encode()
    article = assemble_given(read_line(line, max_text=1_000), id="a1", source="x.jsonl")
    claim = find_claims(article, find_passages(article)).claims[0]
    assert (claim.text, claim.evidence[0].quote) == (SENTENCE, SENTENCE)
    assert article.text.startswith(opening)


def test_an_agency_alone_is_left_out() -> None:
    """`(Northern Wire)` before a report is no part of it, with no dash after it; a sentence in brackets stays."""
    for opening, said in [("(Northern Wire) ", SENTENCE), ("(Nobody was hurt.) ", "(Nobody was hurt.).")]:
        line = json.dumps({"text": f"{opening}{SENTENCE} The quay is old."}).encode()
        article = assemble_given(read_line(line, max_text=1_000), id="a1", source="x.jsonl")
        assert find_claims(article, find_passages(article)).claims[0].text == said
