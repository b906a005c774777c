"""Tables in Markdown whose columns line up on a terminal too."""

from collections.abc import Sequence

from groundwire.cli.stderr import one_line


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """`rows` below `header`; what is in a cell stays in it."""
    cells = [tuple(header), *(tuple(cell(text) for text in row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = [
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def cell(text: str) -> str:
    """On one line, without control characters, and with nothing that ends a cell."""
    return one_line(text).replace("|", "\\|")
