"""The cases of a page: scores, what was wrong with the words that differ marked, and where the side-by-side view goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from groundwire.evaluation.report.markup import differing, table, text
from groundwire.evaluation.score import Finding, NotApplicable, Scored
from groundwire.evaluation.scorecard import Row

_NEEDS_SCRIPT = "<noscript><p>Side by side needs scripting; what was wrong stands below.</p></noscript>"
_MOST_FINDINGS = 60  # of one case that are shown; a case with more is wrong altogether


@dataclass
class CaseRows:
    """What is shown of one case of one subject: scores in words, and findings without repeats."""

    case: str
    subject: str
    scores: list[tuple[str, str]] = field(default_factory=list)
    findings: dict[Finding, None] = field(default_factory=dict)
    worst: float = 1.0

    def add(self, row: Row) -> None:
        """Add one row."""
        score = row.score
        if isinstance(score, Scored):
            self.scores.append((row.scorer, f"{score.value:.3f}"))
            self.findings.update(dict.fromkeys(score.findings))
        else:
            kind = "n/a" if isinstance(score, NotApplicable) else "failed"
            self.scores.append((row.scorer, f"{kind}: {score.reason}"))


def case_section(number: int, subjects: Sequence[CaseRows], *, has_view: bool) -> str:
    """One case to open: side by side where there is a view of it, then scores and findings of every subject."""
    counts = "; ".join(f"{rows.subject}: {len(rows.findings)} findings" for rows in subjects)
    view = f'<div class="drill" data-case="{number}"></div>{_NEEDS_SCRIPT}' if has_view else ""
    told = "".join(_findings(rows) for rows in subjects)
    return (
        f'<details id="case-{number}"><summary>{text(subjects[0].case)} <span class="quiet">{text(counts)}</span>'
        f'</summary>\n<div class="case">{view}{_scores(subjects)}{told}</div></details>\n'
    )


def _scores(subjects: Sequence[CaseRows]) -> str:
    """The scores of a case, a column for every subject."""
    names = dict.fromkeys(name for rows in subjects for name, _ in rows.scores)
    found = [dict(rows.scores) for rows in subjects]
    body = [(text(name), *(text(one.get(name, "")) for one in found)) for name in names]
    return table(("scorer", *(text(rows.subject) for rows in subjects)), body)


def _findings(rows: CaseRows) -> str:
    shown = list(rows.findings)[:_MOST_FINDINGS]
    items = "".join(f"<li>{finding_item(finding)}</li>\n" for finding in shown)
    left = len(rows.findings) - len(shown)
    more = f'<p class="quiet">and {left} more</p>' if left else ""
    return f"<h3>Findings: {text(rows.subject)}</h3><ul>\n{items}</ul>{more}"


def finding_item(finding: Finding, *, gone: bool = False) -> str:
    """One finding, the words that differ between label and output marked."""
    name = '"error gone"' if gone else '"error"'
    parts = [f"<span class={name}>{text(finding.error)}</span>"]
    if finding.note:
        parts.append(f'<span class="quiet">{text(finding.note)}</span>')
    if finding.label:
        words = differing(finding.label, finding.output) if finding.output else text(finding.label)
        parts.append(f'<span class="side"><b>label</b> {words}</span>')
    if finding.output:
        words = differing(finding.output, finding.label) if finding.label else text(finding.output)
        parts.append(f'<span class="side"><b>output</b> {words}</span>')
    return "".join(parts)


def order(cases: Iterable[Sequence[CaseRows]]) -> list[Sequence[CaseRows]]:
    """Cases with the most findings first; each with the subjects that it was given to."""
    return sorted(cases, key=lambda rows: (-sum(len(one.findings) for one in rows), rows[0].case))
