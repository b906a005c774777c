"""The outputs that a page shows: the first repeat of each case, in the order of the cards.

Guarantee: outputs are read one by one, and only those of the cases that are shown are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from groundwire.errors import UsageError
from groundwire.evaluation.case import Case
from groundwire.evaluation.output import Output


def gather(
    names: Sequence[Mapping[str, str]], outputs: Sequence[Iterable[Output]], cases: Mapping[str, Case]
) -> dict[str, list[Output]]:
    """The outputs of `cases` by case; `names` gives, for each card, its subjects with what they are called on the page.

    Raises:
        UsageError: an output was made of another text, or there is none of any subject.
    """
    found: dict[str, list[Output]] = defaultdict(list)
    for known, made in zip(names, outputs, strict=False):
        for output in made:
            if output.repeat or output.subject not in known or output.case not in cases:
                continue
            if output.case_digest != cases[output.case].digest:
                raise UsageError(
                    f"expected outputs made of the articles as they are, found one of {output.case!r} as it was before",
                    hint="run the subject again",
                )
            found[output.case].append(output.model_copy(update={"subject": known[output.subject]}))
    if outputs and not found:
        raise UsageError(
            f"expected outputs of {', '.join(name for known in names for name in known)}, found none of the cases shown",
            hint="name the file that `eval run --save-outputs` wrote in the run of the scorecard",
        )
    return found
