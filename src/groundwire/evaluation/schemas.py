"""The JSON documents of evaluations and their JSON Schemas.

Guarantees: as for the documents of the contract, a name here is the `<name>` of `"schema": "groundwire/<name>/1"`, and a schema is open to
fields that a later minor version adds. A field that stands at its default may be left out of a document.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from groundwire.evaluation.agreement import Agreement
from groundwire.evaluation.baseline import Baseline
from groundwire.evaluation.comparing import Comparison
from groundwire.evaluation.gating import Gated
from groundwire.evaluation.judging.record import JudgeRecord
from groundwire.evaluation.labels import StoryLabels
from groundwire.evaluation.lint import LintReport
from groundwire.evaluation.output import Output
from groundwire.evaluation.planning import PowerTable
from groundwire.evaluation.scorecard import Row, WholeScorecard
from groundwire.evaluation.suite import SuiteFile
from groundwire.render.schemas import schema_of

EVAL_SCHEMAS: Mapping[str, Any] = MappingProxyType(
    {
        "agreement": Agreement,
        "baseline": Baseline,
        "comparison": Comparison,
        "gate": Gated,
        "judge": JudgeRecord,
        "labels": StoryLabels,
        "lint": LintReport,
        "output": Output,
        "power": PowerTable,
        "row": Row,
        "scorecard": WholeScorecard,
        "suite": SuiteFile,
    }
)
"""Name to type. `row` is a part of a scorecard, `suite` what a suite's TOML file holds: those two carry no schema of their own."""

_BY_HAND = frozenset({"labels"})
"""What people write as well, and need not put the name of a schema into."""


def eval_schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of the document `name`, of an evaluation or of the contract.

    Raises:
        UsageError: no document has that name.
    """
    schema = schema_of(name, besides=EVAL_SCHEMAS)
    if name in _BY_HAND:
        schema["required"] = [field for field in schema["required"] if field != "schema"]
    return schema
