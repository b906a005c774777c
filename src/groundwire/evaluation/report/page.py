"""The page of a scorecard, or of a comparison of two subjects.

Guarantees: it asks the network for nothing; its policy allows the one style and, where cases are shown side by side, the one script, and
nothing else; every word that comes from outside is escaped. Of half a million rows only numbers are kept, and findings and
outputs of the cases that are shown.
"""

import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from groundwire.evaluation.case import Case
from groundwire.evaluation.comparing import Answer, Compared, Comparison
from groundwire.evaluation.output import Output
from groundwire.evaluation.report.cases import CaseRows, case_section, finding_item, order
from groundwire.evaluation.report.markup import as_data, policy, table, text
from groundwire.evaluation.report.outputs import gather
from groundwire.evaluation.report.plots import strip
from groundwire.evaluation.report.side_by_side import CaseView, view_case
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
$views</body>
</html>
""")


@dataclass
class _Seen:
    """What the rows of the cards come to; subjects by the names that tell them apart."""

    values: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    cases: dict[str, dict[str, CaseRows]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def render_page(
    cards: Sequence[Card],
    cases: Mapping[str, Case],
    comparison: Comparison | None = None,
    outputs: Sequence[Iterable[Output]] = (),
) -> str:
    """The page of one card or more; `cases` are those whose articles can be shown, `outputs` what the subjects of each card made.

    Raises:
        UsageError: an output was made of other articles.
    """
    seen = _Seen()
    named = list(zip(cards, _names(cards), strict=True))
    for card, names in named:
        _look(card, names, seen)
    columns = gather(
        [names for _, names in named], outputs, {key: cases[key] for key in seen.cases if key in cases}
    )
    header = cards[0].header
    title = f"{header.suite.name}: {', '.join(name for _, names in named for name in names.values())}"
    body = [f'<h1>{text(title)}</h1>\n<p class="quiet">{text(_made(header))}</p>\n']
    ordered = order([list(rows.values()) for rows in seen.cases.values()])
    places = {rows[0].case: number for number, rows in enumerate(ordered)}
    if comparison is not None:
        body.append(_comparison(comparison, places))
    body += [
        _subject(card.header, subject, name, seen) for card, names in named for subject, name in names.items()
    ]
    body.append('<h2>Cases</h2>\n<p class="quiet">Those with the most findings first.</p>\n')
    body += [case_section(at, rows, has_view=rows[0].case in cases) for at, rows in enumerate(ordered)]
    if seen.left_out:
        body.append(f'<p class="quiet">{len(seen.left_out)} more cases are in the scorecard.</p>\n')
    views = [view_case(cases[case], columns.get(case, ())) if case in cases else None for case in places]
    return _page(title, "".join(body), views)


def _page(title: str, body: str, views: Sequence[CaseView | None]) -> str:
    style = _part("page.css")
    if not any(views):
        return _PAGE.substitute(title=text(title), policy=policy(style), style=style, body=body, views="")
    script = _part("page.js")
    data = [{} if view is None else view.model_dump(mode="json", exclude_defaults=True) for view in views]
    scripts = (
        f'<script type="application/json" id="cases">{as_data(data)}</script>\n<script>{script}</script>\n'
    )
    return _PAGE.substitute(
        title=text(title), policy=policy(style, script), style=style, body=body, views=scripts
    )


def _part(name: str) -> str:
    return resources.files("groundwire.evaluation.report").joinpath(name).read_text(encoding="utf-8")


def _names(cards: Sequence[Card]) -> list[dict[str, str]]:
    """What each subject of each card is called on the page: two of one name are told apart by number."""
    times = Counter(subject.name for card in cards for subject in card.header.subjects)
    return [
        {
            subject.name: f"{subject.name} ({number})" if times[subject.name] > 1 else subject.name
            for subject in card.header.subjects
        }
        for number, card in enumerate(cards, 1)
    ]


def _made(header: Header) -> str:
    suite = header.suite
    return f"{suite.cases} cases in {suite.stories} stories, {suite.digest}, groundwire {header.version}, {header.finished}"


def _look(card: Card, names: Mapping[str, str], seen: _Seen) -> None:
    for row in card.rows():
        subject = names[row.subject]
        if isinstance(row.score, Scored):
            seen.values[subject, row.scorer].append(row.score.value)
        if row.case not in seen.cases and len(seen.cases) >= _MOST_CASES:
            seen.left_out.add(row.case)
            continue
        rows = seen.cases.setdefault(row.case, {})
        rows.setdefault(subject, CaseRows(row.case, subject)).add(row)


def _subject(header: Header, subject: str, name: str, seen: _Seen) -> str:
    estimates = (estimate for estimate in header.estimates_of(subject) if estimate.n)
    rows = [_estimate(header, estimate, seen.values[name, estimate.scorer]) for estimate in estimates]
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
    return f"<h2>{text(name)}</h2>\n" + table(head, rows, numbers=frozenset({1, 3, 4, 5}))


def _estimate(header: Header, estimate: Estimate, values: Sequence[float]) -> tuple[str, ...]:
    scorer = header.scorer(estimate.scorer)
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


def _comparison(comparison: Comparison, places: Mapping[str, int]) -> str:
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
    moved = "".join(
        _moved(compared, places) for compared in comparison.scorers if compared.answer and compared.moved
    )
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


def _moved(compared: Compared, places: Mapping[str, int]) -> str:
    parts = []
    for moved in compared.moved:
        items = [f"<li>{finding_item(finding, gone=True)}</li>" for finding in moved.gone]
        items += [f"<li>{finding_item(finding)}</li>" for finding in moved.new]
        link = f' <a href="#case-{places[moved.case]}">the case</a>' if moved.case in places else ""
        parts.append(
            f"<details><summary>{text(compared.scorer)}: {text(moved.case)} "
            f'<span class="quiet">{moved.before:.3f} → {moved.after:.3f}</span></summary>'
            f'<div class="case"><p class="quiet">Green: gone; red: new.{link}</p><ul>{"".join(items)}</ul></div></details>\n'
        )
    return "".join(parts)
