"""Asking a judge which labelled claim each of a list of claims states.

Guarantees: both lists are fenced data, one line a claim; a claim that the judge left without a word, or gave two, is no
answer at all, so that nothing is guessed for it.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from groundwire.app.models import Asking
from groundwire.errors import UnusableOutput
from groundwire.evaluation.opinion import Match, Says
from groundwire.prompts.fence import Fenced, fence
from groundwire.prompts.outputs import Matches
from groundwire.prompts.shown import shown_sentence
from groundwire.structured.ask import ask
from groundwire.structured.complaint import Complaint
from groundwire.structured.question import Question

JUDGE = "judge_match"
REPAIR = "repair_output"
MOST_CLAIMS = 20  # of one request: small models lose count in longer replies


async def ask_matches(asking: Asking, labelled: Sequence[str], claims: Sequence[str]) -> tuple[Match, ...]:
    """What the judge says of each of `claims`, in order; a request for twenty of them. Both lists hold something.

    Raises:
        ModelError: the judge did not answer.
        OutputError: its answer was of no use, after repair too.
    """
    found: list[Match] = []
    for first in range(0, len(claims), MOST_CLAIMS):
        asked = claims[first : first + MOST_CLAIMS]
        answer = await ask(asking.model, question(asking, labelled, asked))
        found.extend(_read(answer.value, first, claims=len(asked), labelled=len(labelled)))
    return tuple(found)


def question(asking: Asking, labelled: Sequence[str], claims: Sequence[str]) -> Question[Matches]:
    """What is asked about `claims`."""
    prompt = asking.prompts.get(JUDGE)
    known, said = show_claims("LABELLED CLAIMS", labelled), show_claims("CLAIMS", claims)
    return Question(
        prompt=prompt,
        values={
            "labelled": known.text,
            "labelled_marker": known.marker,
            "claims": said.text,
            "claims_marker": said.marker,
        },
        output=Matches,
        target=asking.config.target(prompt),
        repair=asking.prompts.get(REPAIR),
        check=partial(complaints_about, claims=len(claims), labelled=len(labelled)),
    )


def show_claims(title: str, texts: Sequence[str]) -> Fenced:
    """The fenced view of `texts`, one numbered line each."""
    return fence(
        title, "\n".join(f"[{number}] {shown_sentence(text)}" for number, text in enumerate(texts, 1))
    )


def complaints_about(value: Matches, *, claims: int, labelled: int) -> tuple[Complaint, ...]:
    """What is wrong with `value`: numbers that were not shown, claims without a word or with two, a word about nothing."""
    given = Counter(match.claim for match in value.matches)
    wrong = (
        ("there are no claims", sorted(number for number in given if not 1 <= number <= claims)),
        ("more than one match of the claims", sorted(number for number in given if given[number] > 1)),
        ("no match of the claims", [number for number in range(1, claims + 1) if number not in given]),
    )
    complaints = [
        Complaint("matches", f"{what} {', '.join(map(str, numbers))}") for what, numbers in wrong if numbers
    ]
    for at, match in enumerate(value.matches):
        if match.labelled is None and match.says != Says.OTHER.value:
            complaints.append(
                Complaint(f"matches[{at}]", f"name the labelled claim of which it says {match.says}")
            )
        if match.labelled is not None and not 1 <= match.labelled <= labelled:
            message = f"there is no labelled claim {match.labelled}"
            complaints.append(Complaint(f"matches[{at}].labelled", message))
    return tuple(complaints)


def _read(value: Matches, first: int, *, claims: int, labelled: int) -> list[Match]:
    """The matches of claims from place `first` on.

    Raises:
        UnusableOutput: a claim has no match or two, or a labelled claim was named that there is not.
    """
    given = sorted(value.matches, key=lambda match: match.claim)
    numbers = [match.claim for match in given]
    strange = [match.labelled for match in given if not 1 <= (match.labelled or 1) <= labelled]
    if numbers != list(range(1, claims + 1)) or strange:
        raise UnusableOutput(
            f"expected one match for each of {claims} claims with one of {labelled} labelled claims, found claims "
            f"{numbers!r} and labelled claims {strange!r} that there are not",
            hint="use a stronger judge, or another version of its prompt",
        )
    return [
        Match(
            claim=first + match.claim - 1,
            labelled=None if match.labelled is None else match.labelled - 1,
            says=Says.OTHER if match.labelled is None else Says(match.says),
            difference=match.difference,
        )
        for match in given
    ]
