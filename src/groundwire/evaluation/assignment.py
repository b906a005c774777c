"""One-to-one assignment of greatest total worth.

The Hungarian method by shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and
Volgenant 1987): rows² × columns steps. Guarantees: no other one-to-one assignment is worth more; pairs that are worth nothing are
left out; the same table gives the same pairs.
"""

import math
from collections.abc import Sequence


def assign(worth: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column) of greatest total worth, by row; `worth` holds finite numbers, and pairs at or below 0 are left out."""
    if not worth or not worth[0]:
        return ()
    turned = len(worth) > len(worth[0])
    table = [list(column) for column in zip(*worth, strict=True)] if turned else worth
    pairs = ((column, row) if turned else (row, column) for row, column in enumerate(_cheapest(table)))
    return tuple(sorted((row, column) for row, column in pairs if worth[row][column] > 0))


def _cheapest(worth: Sequence[Sequence[float]]) -> list[int]:
    """The column of every row, for a table with at least as many columns as rows."""
    columns = len(worth[0])
    row_potential = [0.0] * (len(worth) + 1)
    column_potential = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # 1-based; 0: free. Column 0 stands for the row that is being placed.
    for row in range(1, len(worth) + 1):
        row_of[0] = row
        came_from = _augment(worth, row_of, row_potential, column_potential)
        column = came_from.pop()
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    found = [0] * len(worth)
    for column in range(1, columns + 1):
        if row_of[column]:
            found[row_of[column] - 1] = column - 1
    return found


def _augment(
    worth: Sequence[Sequence[float]],
    row_of: list[int],
    row_potential: list[float],
    column_potential: list[float],
) -> list[int]:
    """The shortest augmenting path: for each column the one before it, and at the very end the column it ends in."""
    columns = len(row_of) - 1
    shortest = [math.inf] * (columns + 1)
    came_from = [0] * (columns + 1)
    is_done = [False] * (columns + 1)
    column = 0
    while row_of[column]:
        is_done[column] = True
        row, step, following = row_of[column], math.inf, 0
        for other in range(1, columns + 1):
            if is_done[other]:
                continue
            # The worth is turned into a cost, so that the dearest becomes the cheapest.
            reduced = -worth[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if reduced < shortest[other]:
                shortest[other], came_from[other] = reduced, column
            if shortest[other] < step:
                step, following = shortest[other], other
        for other in range(columns + 1):
            if is_done[other]:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            else:
                shortest[other] -= step
        column = following
    return [*came_from, column]
