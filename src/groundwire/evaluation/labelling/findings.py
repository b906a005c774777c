"""What `eval lint` would say of labels, each finding with the article and the id that it is about.

Guarantee: the findings are those of `lint_story`, all of them and in its order.
"""

from typing import Any

from groundwire.evaluation.fixture import Story
from groundwire.evaluation.labels import StoryLabels
from groundwire.evaluation.lint import lint_story

_NOWHERE = ("", "")


def located_findings(story: Story) -> list[dict[str, Any]]:
    """Level, article, id, message of every finding; article and id are empty where it is about the whole story or file."""
    places = _places(story.labels)
    found: list[dict[str, Any]] = []
    for finding in lint_story(story):
        article, name = places.get(finding.where, _NOWHERE)
        about = "" if finding.where in places else finding.where
        found.append(
            {
                "level": finding.level,
                "article": article,
                "id": name,
                "about": about,
                "message": finding.message,
            }
        )
    return found


def _places(labels: StoryLabels) -> dict[str, tuple[str, str]]:
    """Where lint says a finding is, to article and id."""
    places = {f"{what} {row.id}": ("", row.id) for row in labels.rows for what in ("row", "dispute")}
    for name, article in labels.articles.items():
        places[name] = (name, "")
        ids = [claim.id for claim in article.claims] + [point.id for point in article.key_points]
        for one in ids + [trap.id for trap in article.traps]:
            places[f"{name} {one}"] = (name, one)
    return places
