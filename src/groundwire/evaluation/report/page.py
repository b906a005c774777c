"""The page of a scorecard, or of a comparison of two subjects.

Guarantees: it asks the network for nothing and runs no script; its policy allows the one style and nothing else; every word that comes
from outside is escaped. Of half a million rows only numbers are kept, and the findings of the cases that are shown.
"""

import string
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from groundwire.evaluation.case import Case
from groundwire.evaluation.comparing import Answer, Compared, Comparison
from groundwire.evaluation.report.cases import CaseRows, case_section, finding_item, order
from groundwire.evaluation.report.markup import policy, table, text
from groundwire.evaluation.report.plots import strip
from groundwire.evaluation.score import Scored
from groundwire.evaluation.scorecard import Card, Estimate, Header
from groundwire.evaluation.tables import interval, shown

_MOST_CASES = 200  # shown in full on one page
_MOST_DOTS = 400  # of one plot
_CLASS = {Answer.BETTER: "better", Answer.WORSE: "worse", Answer.UNKNOWN: "unknown", Answer.TIED: ""}
_PAGE = string.Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<link rel="icon" href="data:,">
<style>$style</style>
</head>
<body>
<main>
$body</main>
</body>
</html>
""")


@dataclass
class _Seen:
    """What the rows of the cards come to."""

    values: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    cases: dict[tuple[str, str], CaseRows] = field(default_factory=dict)
    left_out: int = 0


def render_page(
    cards: Sequence[Card], cases: Mapping[str, Case], comparison: Comparison | None = None
) -> str:
    """The page of one card or more; `cases` are those whose articles can be shown."""
    seen = _Seen()
    for card in cards:
        _look(card, seen)
    header = cards[0].header
    title = f"{header.suite.name}: {', '.join(subject.name for card in cards for subject in card.header.subjects)}"
    body = [f'<h1>{text(title)}</h1>\n<p class="quiet">{text(_made(header))}</p>\n']
    if comparison is not None:
        body.append(_comparison(comparison))
    body += [_subject(card.header, subject.name, seen) for card in cards for subject in card.header.subjects]
    body.append('<h2>Cases</h2>\n<p class="quiet">Those with the most findings first.</p>\n')
    body += [case_section(rows, cases.get(rows.case)) for rows in order(seen.cases)]
    if seen.left_out:
        body.append(f'<p class="quiet">{seen.left_out} more outputs are in the scorecard.</p>\n')
    style = resources.files("groundwire.evaluation.report").joinpath("page.css").read_text(encoding="utf-8")
    return _PAGE.substitute(title=text(title), policy=policy(style), style=style, body="".join(body))


def _made(header: Header) -> str:
    suite = header.suite
    return f"{suite.cases} cases in {suite.stories} stories, {suite.digest}, groundwire {header.version}, {header.finished}"


def _look(card: Card, seen: _Seen) -> None:
    for row in card.rows():
        if isinstance(row.score, Scored):
            seen.values[row.subject, row.scorer].append(row.score.value)
        key = (row.case, row.subject)
        if key not in seen.cases:
            if len(seen.cases) >= _MOST_CASES:
                seen.left_out += row.scorer == card.header.scorers[0].name
                continue
            seen.cases[key] = CaseRows(row.case, row.subject)
        seen.cases[key].add(row)


def _subject(header: Header, subject: str, seen: _Seen) -> str:
    rows = [_estimate(header, estimate, seen) for estimate in header.estimates_of(subject) if estimate.n]
    head = (
        "scorer",
        "value",
        "95 % interval",
        "cases",
        "n/a",
        "failed",
        "every case, mean, interval",
        "what",
    )
    return f"<h2>{text(subject)}</h2>\n" + table(head, rows, numbers=frozenset({1, 3, 4, 5}))


def _estimate(header: Header, estimate: Estimate, seen: _Seen) -> tuple[str, ...]:
    scorer = header.scorer(estimate.scorer)
    values = seen.values[estimate.subject, estimate.scorer]
    ends = (0.0, 1.0) if scorer.is_share else (min(values, default=0.0), max(values, default=1.0))
    reach = None if estimate.low is None or estimate.high is None else (estimate.low, estimate.high)
    plot = strip(values[:_MOST_DOTS], mean=estimate.value or 0.0, interval=reach, ends=ends)
    return (
        text(scorer.name + ("" if scorer.better == "higher" else "°")),
        text(shown(estimate.value, scorer)),
        text(interval(estimate, scorer)),
        str(estimate.n),
        str(estimate.not_applicable),
        str(estimate.failed),
        plot,
        text(scorer.meaning),
    )


def _comparison(comparison: Comparison) -> str:
    head = (
        "scorer",
        text(comparison.before),
        text(comparison.after),
        "difference",
        "95 % interval",
        "p",
        "answer",
    )
    rows = [_compared(compared) for compared in comparison.scorers if compared.n]
    moved = "".join(_moved(compared) for compared in comparison.scorers if compared.answer and compared.moved)
    return (
        f"<h2>{text(comparison.after)} against {text(comparison.before)}</h2>\n"
        + table(head, rows, numbers=frozenset({1, 2, 3, 5}))
        + f"<h3>Cases that moved most</h3>\n{moved}"
    )


def _compared(compared: Compared) -> tuple[str, ...]:
    reach = (
        ""
        if compared.low is None or compared.high is None
        else f"{compared.low:+.3f} to {compared.high:+.3f}"
    )
    answer = f'<span class="{_CLASS[compared.answer]}">{compared.answer}</span>' if compared.answer else ""
    return (
        text(compared.scorer),
        f"{compared.before:.3f}",
        f"{compared.after:.3f}",
        f"{compared.difference:+.3f}",
        reach,
        "" if compared.p is None else f"{compared.p:.3f}",
        answer,
    )


def _moved(compared: Compared) -> str:
    parts = []
    for moved in compared.moved:
        items = [f"<li>{finding_item(finding, gone=True)}</li>" for finding in moved.gone]
        items += [f"<li>{finding_item(finding)}</li>" for finding in moved.new]
        parts.append(
            f"<details><summary>{text(compared.scorer)}: {text(moved.case)} "
            f'<span class="quiet">{moved.before:.3f} → {moved.after:.3f}</span></summary>'
            f'<div class="case"><p class="quiet">Green: gone; red: new.</p><ul>{"".join(items)}</ul></div></details>\n'
        )
    return "".join(parts)
