"""The budgets of docs/architecture.md hold."""

from statistics import median

from architecture.source_tree import functions, modules

FORBIDDEN_NAMES = {"utils", "helpers", "base", "common", "core", "manager", "handler", "data"}


def test_no_module_is_longer_than_400_lines():
    """Four hundred lines are the most that a module may have."""
    assert {module.name: module.lines for module in modules() if module.lines > 400} == {}


def test_the_median_module_has_at_most_150_lines():
    """Half of the modules can be read in one sitting."""
    assert median(module.lines for module in modules()) <= 150


def test_no_function_is_longer_than_40_lines():
    """Forty lines are the most that a function may have."""
    assert {function.name: function.lines for function in functions() if function.lines > 40} == {}


def test_nine_functions_in_ten_have_at_most_30_lines():
    """Long functions are the exception."""
    lengths = [function.lines for function in functions()]
    assert sum(length <= 30 for length in lengths) >= 0.9 * len(lengths)


def test_no_function_takes_more_than_five_parameters():
    """With a sixth parameter a noun is missing."""
    assert {function.name: function.parameters for function in functions() if function.parameters > 5} == {}


def test_no_module_has_a_name_that_says_nothing():
    """A module is named for what it is about."""
    parts = {part for module in modules() for part in module.name.split(".")}
    assert parts & FORBIDDEN_NAMES == set()


def test_every_module_says_what_it_is():
    """Every module has a docstring."""
    import ast

    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []
