"""Two labellers' claims beside each other: each once, the like with the like, in the order of the article."""

from pathlib import Path
from typing import Any

import pytest

from groundwire.evaluation.fixture import read_articles, read_labels
from groundwire.evaluation.folders import find_suites_folder
from groundwire.evaluation.labelling.alignment import Alignment
from groundwire.evaluation.labels import ArticleLabels
from labelling_story import claim, write_kites

STORIES = sorted(path.parent for path in find_suites_folder().parent.glob("fixtures/*/second.json"))


def _labels(*claims: dict[str, Any]) -> ArticleLabels:
    return ArticleLabels.model_validate({"claims": claims})


CAME = claim("c1", "About 9,000 people came.", "About 9,000 people came")
SANK = claim("c2", "The kite sank.", "fell into the harbour and sank")
WIND = claim(
    "c3",
    "The wind reached 14 m/s.",
    "wind reached 14 metres a second",
    attribution="indirect",
    speaker="weather service",
)


def _groups(tmp_path: Path, *sides: ArticleLabels) -> list[tuple[Any, ...]]:
    article = read_articles(write_kites(tmp_path))["festival.txt"]
    first, second, labels = sides
    groups = Alignment(article, first, second).beside(labels)
    return [(one["first"], one["second"], one["label"], one["differs"]) for one in groups]


def test_like_claims_stand_together_in_the_order_of_the_article(tmp_path: Path):
    """Whatever their ids and their order in the files."""
    first = _labels(SANK, CAME)
    second = _labels({**CAME, "id": "c7", "text": "Some 9,000 people came."}, {**SANK, "id": "c8"})
    assert _groups(tmp_path, first, second, _labels()) == [
        ("c1", "c7", None, []),
        ("c2", "c8", None, []),
    ]


def test_what_only_one_of_them_lists_stands_alone(tmp_path: Path):
    """A claim without a partner differs as a whole."""
    assert _groups(tmp_path, _labels(CAME), _labels(SANK), _labels()) == [
        ("c1", None, None, ["claim"]),
        (None, "c2", None, ["claim"]),
    ]


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"stance": "alleged"}, ["stance"]),
        ({"speaker": "the weather service of Torrevik"}, []),
        ({"speaker": "Torrevik police"}, ["speaker"]),
        ({"attribution": "none", "speaker": None}, ["attribution", "speaker"]),
        ({"evidence": ["because of the wind"]}, ["evidence"]),
    ],
)
def test_the_fields_in_which_they_differ_are_named(
    change: dict[str, Any], differs: list[str], tmp_path: Path
):
    """Stance, attribution, speaker as agreement counts them, and evidence that does not touch."""
    second = _labels({**WIND, **change})
    assert _groups(tmp_path, _labels(WIND), second, _labels()) == [("c3", "c3", None, differs)]


def test_what_is_in_force_stands_beside_the_one_it_was_taken_from(tmp_path: Path):
    """Word for word, or edited; and a claim of nobody's stands alone."""
    edited = {**SANK, "id": "c5", "text": "One kite sank in the harbour."}
    new = claim("c6", "The town flew 400 kites.", "flew 400 kites")
    found = _groups(tmp_path, _labels(CAME), _labels(SANK), _labels({**CAME, "id": "c4"}, edited, new))
    assert found == [
        (None, None, "c6", ["claim"]),
        ("c1", None, "c4", ["claim"]),
        (None, "c2", "c5", ["claim"]),
    ]


@pytest.mark.parametrize("story", STORIES[:4], ids=lambda story: story.name)
def test_every_claim_stands_in_one_group(story: Path):
    """On labelled stories of the project: no claim of the two, and none in force, is lost or shown twice."""
    files = [read_labels(story / name) for name in ("first.json", "second.json", "labels.json")]
    for name, article in read_articles(story).items():
        first, second, labels = (file.articles[name] for file in files)
        groups = Alignment(article, first, second).beside(labels)
        for side, held in (("first", first), ("second", second), ("label", labels)):
            shown = sorted(one[side] for one in groups if one[side] is not None)
            assert shown == sorted(one.id for one in held.claims)
