"""A comparison in Markdown: the answer first, then what it rests on, then the cases that moved most."""

from collections.abc import Iterator

from groundwire.evaluation.comparing import Answer, Compared, Comparison, Moved
from groundwire.evaluation.score import Finding
from groundwire.evaluation.tables import table

_SHOWN = 3  # findings shown of a case on either side


def comparison_table(comparison: Comparison) -> str:
    """The comparison for reading."""
    lines = [
        f"# {comparison.after} against {comparison.before}, on {comparison.suite}",
        "",
        *_in_words(comparison),
        "",
    ]
    header = ("scorer", comparison.before, comparison.after, "difference", "95 % interval", "p", "answer")
    lines += table(header, [_row(compared) for compared in comparison.scorers if compared.n])
    lines += [
        "",
        (
            "p is of the sign-flip test over stories, adjusted over the scorers that decide (Holm). Tied: the difference surely "
            "lies within ±0.02. Scorers without an answer only tell."
        ),
    ]
    for compared in comparison.scorers:
        if compared.moved and compared.answer is not None:
            lines += ["", f"## {compared.scorer}: cases that moved most", ""]
            lines += [line for moved in compared.moved for line in _case(moved)]
    return "\n".join(lines)


def _in_words(comparison: Comparison) -> Iterator[str]:
    said = {
        Answer.BETTER: f"**{comparison.after} is better** on",
        Answer.WORSE: f"**{comparison.after} is worse** on",
        Answer.TIED: "Tied on",
        Answer.UNKNOWN: "Not enough data to tell on",
    }
    for answer, words in said.items():
        scorers = comparison.by_answer(answer)
        if scorers:
            yield f"- {words} {', '.join(scorers)}."


def _row(compared: Compared) -> tuple[str, ...]:
    interval = "needs two stories"
    if compared.low is not None and compared.high is not None:
        interval = f"{compared.low:+.3f} to {compared.high:+.3f}"
    p = "" if compared.p is None else f"{compared.p:.3f}"
    if compared.mcnemar_p is not None:
        p += f" (McNemar {compared.mcnemar_p:.3f})"
    return (
        compared.scorer,
        f"{compared.before:.3f}",
        f"{compared.after:.3f}",
        f"{compared.difference:+.3f}",
        interval,
        p,
        compared.answer or "",
    )


def _case(moved: Moved) -> Iterator[str]:
    yield f"- {moved.case}: {moved.before:.3f} → {moved.after:.3f}"
    for sign, findings in (("gone", moved.gone), ("new", moved.new)):
        for finding in findings[:_SHOWN]:
            yield f"  - {sign}: {told(finding)}"
        if len(findings) > _SHOWN:
            yield f"  - {sign}: and {len(findings) - _SHOWN} more"


def told(finding: Finding) -> str:
    """A finding on one line."""
    words = [finding.error]
    if finding.label:
        words.append(f"label “{' '.join(finding.label.split())}”")
    if finding.output:
        words.append(f"output “{' '.join(finding.output.split())}”")
    if finding.note:
        words.append(f"({' '.join(finding.note.split())})")
    return " ".join(words)
