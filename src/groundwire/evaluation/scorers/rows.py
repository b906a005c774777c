"""A briefing against a labelled story: rows, the articles of each row, standing, origins, disputes."""

from collections.abc import Iterator

from groundwire.domain.briefing import Relation
from groundwire.evaluation.assignment import assign
from groundwire.evaluation.matching import likeness
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Better, Scorer, f1, scored, share
from groundwire.evaluation.sheet import StorySheet
from groundwire.evaluation.speakers import same_speaker

_UNLABELLED = NotApplicable(reason="the story has no labelled rows")
_SAME_VALUE = 0.6


def _rows(sheet: StorySheet) -> Score:
    labels = sheet.case.labelled.labels.rows
    if not labels:
        return _UNLABELLED
    paired = {pair.label for pair in sheet.pairing.right}
    findings = [Finding(error="missed", label=row.text) for at, row in enumerate(labels) if at not in paired]
    return scored(f1(len(paired), len(sheet.briefing.claims), len(labels)), findings)


def _merging(sheet: StorySheet) -> Score:
    """F1 of (row, article): a claim merged into a wrong row, or left in a row of its own, is a cell too many or too few."""
    labels = sheet.case.labelled.labels.rows
    if not labels:
        return _UNLABELLED
    wanted = {(at, name) for at, row in enumerate(labels) for name, ids in row.claims.items() if ids}
    found: set[tuple[int, str]] = set()
    for pair in sheet.pairing.pairs:
        for cell in sheet.briefing.claims[pair.output].cells:
            if cell.relation in {Relation.SUPPORTS, Relation.CONTRADICTS, Relation.UNCLEAR}:
                found.add((pair.label, sheet.files[cell.article]))
    findings = [
        *(
            Finding(error="cell missed", label=labels[at].text, note=name)
            for at, name in sorted(wanted - found)
        ),
        *(
            Finding(error="cell too many", label=labels[at].text, note=name)
            for at, name in sorted(found - wanted)
        ),
    ]
    return scored(f1(len(found & wanted), len(found), len(wanted)), findings)


def _standing(sheet: StorySheet) -> Score:
    labels = sheet.case.labelled.labels.rows
    if not labels:
        return _UNLABELLED
    right, findings = 0, []
    for pair in sheet.pairing.pairs:
        row, label = sheet.briefing.claims[pair.output], labels[pair.label]
        right += row.standing is label.standing
        if row.standing is not label.standing:
            note = f"{row.standing} for {label.standing}"
            findings.append(Finding(error="wrong standing", label=label.text, output=row.text, note=note))
    return scored(share(right, len(labels)), findings)


def _origins(sheet: StorySheet) -> Score:
    labels = sheet.case.labelled.labels.origins
    if not labels:
        return NotApplicable(reason="the story has no labelled origins")
    origins = sheet.briefing.origins
    worth = [[float(same_speaker(one.label, other.label)) for other in labels] for one in origins]
    pairs = assign(worth)
    paired = {column for _, column in pairs}
    findings = [
        Finding(error="origin missed", label=one.label) for at, one in enumerate(labels) if at not in paired
    ]
    return scored(f1(len(pairs), len(origins), len(labels)), findings)


def _disputes(sheet: StorySheet) -> Score:
    labels = sheet.case.labelled.labels.disputes
    if not labels:
        return NotApplicable(reason="the story has no labelled disputes")
    disputes = sheet.briefing.disputes
    pairs = [
        (row, column) for row, column in pair_disputes(sheet) if disputes[row].kind is labels[column].kind
    ]
    paired = {column for _, column in pairs}
    findings = [
        Finding(error="dispute missed", label=" / ".join(side.value for side in one.sides))
        for at, one in enumerate(labels)
        if at not in paired
    ]
    return scored(f1(len(pairs), len(disputes), len(labels)), findings)


def pair_disputes(sheet: StorySheet) -> tuple[tuple[int, int], ...]:
    """Disputes of the briefing and labelled ones, one to one, those of one kind first."""
    disputes, labels = sheet.briefing.disputes, sheet.case.labelled.labels.disputes
    worth = [[0.0] * len(labels) for _ in disputes]
    for row, column in _same_disputes(sheet):
        worth[row][column] = 1.0 + (disputes[row].kind is labels[column].kind)
    return assign(worth)


def _same_disputes(sheet: StorySheet) -> Iterator[tuple[int, int]]:
    """Disputes about one row, between the same values, or of which two sides rest on the words of a row's claims."""
    labels = sheet.case.labelled.labels
    places = {row.id: column for column, row in enumerate(labels.rows)}
    row_ids = {pair.output: labels.rows[pair.label].id for pair in sheet.pairing.pairs}
    by_claim = {sheet.briefing.claims[output].id: row for output, row in row_ids.items()}
    for at, dispute in enumerate(sheet.briefing.disputes):
        for column, label in enumerate(labels.disputes):
            values = [side.value for side in dispute.sides]
            meets = all(any(_same_value(side.value, value) for value in values) for side in label.sides)
            touched = [side for side in dispute.sides if sheet.touching(side.evidence, places[label.row])]
            if by_claim.get(dispute.claim) == label.row or meets or len(touched) > 1:
                yield at, column


def _same_value(one: str, other: str) -> bool:
    alike = likeness(one, other)
    return one.casefold() == other.casefold() or (alike.topic >= _SAME_VALUE and not alike.conflicts)


def _row_count(sheet: StorySheet) -> Score:
    return scored(len(sheet.briefing.claims))


SCORERS = (
    Scorer(name="rows.f1", version=3, meaning="F1 of merged rows", score=_rows),
    Scorer(name="rows.merging", version=3, meaning="F1 of which article says which row", score=_merging),
    Scorer(name="rows.standing", version=3, meaning="labelled rows with the right standing", score=_standing),
    Scorer(name="rows.origins", version=3, meaning="F1 of origins", score=_origins),
    Scorer(name="rows.disputes", version=3, meaning="F1 of disputes, kind included", score=_disputes),
    Scorer(
        name="rows.count",
        version=3,
        meaning="number of rows",
        score=_row_count,
        better=Better.NEUTRAL,
        is_share=False,
    ),
)
