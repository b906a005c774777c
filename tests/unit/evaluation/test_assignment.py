"""One-to-one assignment: never worth less than the best there is."""

import itertools
import random

import pytest

from groundwire.evaluation.assignment import assign


def _worth(table: list[list[float]], pairs: tuple[tuple[int, int], ...]) -> float:
    return sum(table[row][column] for row, column in pairs)


def _best(table: list[list[float]]) -> float:
    rows, columns = len(table), len(table[0])
    if rows > columns:
        return _best([list(column) for column in zip(*table, strict=True)])
    orders = itertools.permutations(range(columns), rows)
    return max(sum(max(0.0, table[row][column]) for row, column in enumerate(order)) for order in orders)


def test_it_agrees_with_brute_force_on_ten_thousand_random_tables():
    """No assignment of any of 10,000 random tables, square or not, with ties or without, is worth more."""
    rng = random.Random(1)
    for _ in range(10_000):
        rows, columns = rng.randint(1, 4), rng.randint(1, 4)
        coarse = rng.random() < 0.5
        table = [
            [rng.randint(0, 3) / 3 if coarse else rng.random() for _ in range(columns)] for _ in range(rows)
        ]
        assert _worth(table, assign(table)) == pytest.approx(_best(table), abs=1e-12)


def test_a_greedy_choice_is_taken_back():
    """The best single pair is given up where two others are worth more together."""
    assert assign([[0.9, 0.8], [0.8, 0.0]]) == ((0, 1), (1, 0))


def test_pairs_that_are_worth_nothing_are_left_out():
    """What has no like stays alone."""
    assert assign([[0.0, 0.0], [0.0, 0.5]]) == ((1, 1),)


@pytest.mark.parametrize("table", [[], [[]]])
def test_nothing_gives_nothing(table: list[list[float]]):
    """An empty table has no pairs."""
    assert assign(table) == ()


def test_large_tables_agree_with_scipy():
    """On tables of 60 rows the total is scipy's."""
    optimize = pytest.importorskip("scipy.optimize")
    rng = random.Random(2)
    for _ in range(5):
        table = [[rng.random() for _ in range(60)] for _ in range(45)]
        rows, columns = optimize.linear_sum_assignment(table, maximize=True)
        theirs = sum(table[row][column] for row, column in zip(rows, columns, strict=True))
        assert _worth(table, assign(table)) == pytest.approx(theirs, abs=1e-9)
