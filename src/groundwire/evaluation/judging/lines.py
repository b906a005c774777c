"""A judge's record in Markdown."""

from collections.abc import Iterator

from groundwire.evaluation.judging.record import Figure, JudgeRecord


def record_lines(record: JudgeRecord) -> str:
    """The record for reading: figures with their intervals, kinds of disagreement, cost, and whether it may gate."""
    lines = [
        f"# {record.judge.model} as a judge, over {record.stories} stories",
        "",
        f"{record.judge}; {record.units} claims judged, {record.failed} without an opinion; groundwire {record.version}",
        "",
        "| | value | 95 % interval |",
        "|---|---:|---|",
        f"| Cohen's κ with the labels | {_value(record.kappa)} | {_interval(record.kappa)} |",
        f"| κ of the deterministic matcher on the same claims | {_value(record.matcher)} | {_interval(record.matcher)} |",
        f"| agreement | {_percent(record.agreement)} |",
        f"| answers that change when it is asked again | {_percent(record.flips_again)} |",
        f"| answers that change with both lists reversed | {_percent(record.flips_reversed)} |",
        "",
        "| claims | units | called stated | right | 95 % interval | matcher right |",
        "|---|---:|---:|---:|---|---:|",
    ]
    lines += [
        f"| {one.kind} | {one.units} | {one.stated} | {_percent(one.right)} | {_percent(one.matcher_right).partition(' | ')[0]} |"
        for one in record.kinds
    ]
    return "\n".join([*lines, "", _spent(record), "", *_verdict(record)])


def _value(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> str:
    if figure.value is None:
        return "one answer only"
    if figure.low is None or figure.high is None:
        return "needs two stories"
    return f"{figure.low:.3f} to {figure.high:.3f}"


def _percent(figure: Figure) -> str:
    """Value and interval, as two cells."""
    if figure.value is None:
        return "– | nothing to count"
    value = f"{100 * figure.value:.1f} %"
    if figure.low is None or figure.high is None:
        return f"{value} | needs two stories"
    return f"{value} | {100 * figure.low:.1f} to {100 * figure.high:.1f} %"


def _spent(record: JudgeRecord) -> str:
    spent = record.spent
    cost = "price unknown" if spent.cost_usd is None else f"${spent.cost_usd:.4f}"
    time = (
        "answers were kept ones" if spent.seconds is None else f"{spent.seconds:.1f} s, summed over articles"
    )
    return (
        f"{spent.calls} answers for three opinions on each article: {spent.input_tokens:,} tokens read, "
        f"{spent.output_tokens:,} written, {cost}, {time}."
    )


def _verdict(record: JudgeRecord) -> Iterator[str]:
    yield from (f"- {failure}" for failure in record.failures)
    if record.doubts:
        yield f"It may not gate: {'; '.join(record.doubts)}."
    else:
        yield "Its scores may gate, once this record is saved (`--save`)."
