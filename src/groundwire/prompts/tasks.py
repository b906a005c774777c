"""What the program asks for: every task with the type of its reply and the slots that it fills."""

from typing import NamedTuple

from groundwire.prompts.outputs import OUTPUTS, Output

AS_ASKED = "as_asked"
"""The `output` of a prompt that continues a conversation: the reply has the type that was asked for before."""


class Task(NamedTuple):
    """A kind of question. `slots` are those that the program fills, no more and no fewer."""

    output: str
    slots: frozenset[str]


TASKS = {
    "extract_claims": Task("claims/1", frozenset({"article", "marker", "max_claims"})),
    "split_sentence": Task("facts/1", frozenset({"passage"})),
    "summarise_article": Task("summary/1", frozenset({"article", "marker", "max_points"})),
    "summarise_claims": Task("summary/1", frozenset({"claims", "marker", "max_points"})),
    "brief_story": Task("brief/1", frozenset({"claims", "marker", "max_developments"})),
    "judge_claims": Task("opinions/1", frozenset({"article", "marker", "statements", "statements_marker"})),
    "judge_match": Task("matches/1", frozenset({"labelled", "labelled_marker", "claims", "claims_marker"})),
    "repair_output": Task(AS_ASKED, frozenset({"complaints", "marker"})),
}

OF_EVALUATIONS = frozenset({"judge_match"})
"""What evaluations alone ask for."""

MAY_BE_MISSING = OF_EVALUATIONS | {"split_sentence"}
"""What evaluations, or small models, alone ask for: a folder of prompts without them is whole for everything else."""


def output_type(output: str) -> type[Output] | None:
    """The type named `output` in front matter; None for a name that there is none of, and for `as_asked`."""
    return OUTPUTS.get(output)
