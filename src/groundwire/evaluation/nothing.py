"""An output with nothing in it: what a failed case is scored as, to tell what could not have been scored at all."""

from groundwire.domain.analysis import Analysis
from groundwire.domain.briefing import Briefing
from groundwire.domain.provenance import Provenance
from groundwire.domain.summary import Summary
from groundwire.evaluation.case import ArticleCase, Case
from groundwire.evaluation.output import Output

_PROVENANCE = Provenance(version="0", run_id="", analyst="nobody", started="", finished="")


def empty_output(case: Case, failed: Output) -> Output:
    """`failed` with nothing made instead of its failure."""
    if isinstance(case, ArticleCase):
        summary = Summary(headline="", bottom_line="")
        nothing = Analysis(article=case.article.id, summary=summary, claims=(), analyst="nobody")
        return failed.model_copy(update={"failure": None, "analysis": nothing})
    return failed.model_copy(update={"failure": None, "briefing": _empty_briefing()})


def _empty_briefing() -> Briefing:
    return Briefing(
        title="",
        bottom_line="",
        developments=(),
        claims=(),
        disputes=(),
        timeline=(),
        voices=(),
        origins=(),
        omissions=(),
        articles=(),
        losses={},
        provenance=_PROVENANCE,
    )
