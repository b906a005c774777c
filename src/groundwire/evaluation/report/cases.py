"""The cases of a page: scores, what was wrong with the words that differ marked, and the article with its labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from groundwire.domain.span import Span
from groundwire.evaluation.case import ArticleCase, Case
from groundwire.evaluation.report.markup import differing, marked, table, text
from groundwire.evaluation.score import Finding, NotApplicable, Scored
from groundwire.evaluation.scorecard import Row

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


def case_section(rows: CaseRows, case: Case | None) -> str:
    """One case to open."""
    scores = table(("scorer", "score"), [(text(name), text(value)) for name, value in rows.scores])
    shown = list(rows.findings)[:_MOST_FINDINGS]
    findings = "".join(f"<li>{finding_item(finding)}</li>\n" for finding in shown)
    left = len(rows.findings) - len(shown)
    more = f'<p class="quiet">and {left} more</p>' if left else ""
    article = _article(case, shown) if isinstance(case, ArticleCase) else ""
    return (
        f'<details><summary>{text(rows.case)} <span class="quiet">{text(rows.subject)}, {len(rows.findings)} findings</span>'
        f'</summary>\n<div class="case">{scores}<h3>Findings</h3><ul>\n{findings}</ul>{more}{article}</div></details>\n'
    )


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


def _article(case: ArticleCase, findings: Sequence[Finding]) -> str:
    """The article with the words of its labels marked, those of labels that were missed apart."""
    missed = {finding.label for finding in findings if finding.error in {"missed", "merged"}}
    spans = [
        (span, "missed" if label.text in missed else "")
        for label in case.labels.claims
        for span in _spans(case.article.text, label.evidence)
    ]
    return f'<h3>Article</h3><p class="quiet">Marked: words that labelled claims rest on; red: of claims that were missed.</p><div class="article">{marked(case.article.text, spans)}</div>'


def _spans(words: str, evidence: Sequence[str]) -> Iterator[Span]:
    for piece in evidence:
        start = words.find(piece)
        if start >= 0:
            yield Span(start, start + len(piece))


def order(cases: Mapping[tuple[str, str], CaseRows]) -> list[CaseRows]:
    """Cases with the most findings first."""
    return sorted(cases.values(), key=lambda rows: (-len(rows.findings), rows.case, rows.subject))
