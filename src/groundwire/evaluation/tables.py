"""Scorecards and comparisons in Markdown.

Guarantee: every figure stands with its interval and with what it rests on.
"""

from collections.abc import Iterator, Sequence

from groundwire.evaluation.scorecard import Estimate, Header, JudgeInfo, ScorerInfo


def scorecard_table(header: Header) -> str:
    """The estimates of every subject."""
    suite = header.suite
    lines = [
        f"# {suite.name}: {suite.cases} cases in {suite.stories} stories",
        "",
        f"`{suite.digest}`, groundwire {header.version}"
        + (f", {header.repeats} repeats" if header.repeats > 1 else "")
        + f", {header.finished}",
    ]
    for subject in header.subjects:
        prompts = ", ".join(map(str, subject.prompts))
        lines += ["", f"## {subject.name}", ""]
        if prompts:
            lines += [f"{subject.model} at {subject.endpoint}; {prompts}", ""]
        lines += list(_estimates(header, subject.name))
    if header.judge is not None:
        lines += ["", _judge_line(header.judge)]
    lines += [
        "",
        (
            "Intervals are 95 %, over stories. A failed case counts as 0 where higher is better; n/a are cases whose labels give a "
            "scorer nothing to look for. Scorers marked ° only tell."
        ),
    ]
    return "\n".join(lines)


def _judge_line(judge: JudgeInfo) -> str:
    spent = judge.spent
    cost = "price unknown" if spent.cost_usd is None else f"${spent.cost_usd:.4f}"
    time = "answers were kept ones" if spent.seconds is None else f"{spent.seconds:.1f} s"
    return (
        f"Scorers called judged.* are the word of {judge.by}: {spent.calls} answers, {spent.input_tokens:,} tokens read, "
        f"{spent.output_tokens:,} written, {cost}, {time}. What it is worth: `groundwire eval agree --judge`."
    )


def _estimates(header: Header, subject: str) -> Iterator[str]:
    yield "| scorer | value | 95 % interval | cases | n/a | failed | what |"
    yield "|---|---:|---|---:|---:|---:|---|"
    for estimate in header.estimates_of(subject):
        scorer = header.scorer(estimate.scorer)
        yield (
            f"| {scorer.name}{'' if scorer.better == 'higher' else '°'} | {shown(estimate.value, scorer)} "
            f"| {interval(estimate, scorer)} | {estimate.n} | {estimate.not_applicable} | {estimate.failed} "
            f"| {scorer.meaning} |"
        )


def shown(value: float | None, scorer: ScorerInfo) -> str:
    """A value as a reader wants it: shares with three digits, amounts with what they need."""
    if value is None:
        return "–"
    if scorer.is_share:
        return f"{value:.3f}"
    return f"{value:.4f}" if abs(value) < 1 else f"{value:,.1f}"


def interval(estimate: Estimate, scorer: ScorerInfo) -> str:
    """The interval of an estimate."""
    if estimate.value is None:
        return "nothing could be scored"
    if estimate.low is None or estimate.high is None:
        return "needs two stories"
    return f"{shown(estimate.low, scorer)} to {shown(estimate.high, scorer)}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; cells hold no line break and no bar of their own."""
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in row)} |"
