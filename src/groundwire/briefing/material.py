"""What a model is shown of a story, and what its sentences are checked against.

Guarantees: a row is one line under its id, harmless as structure; the basis of a check holds the articles' own words of
the rows that a sentence names and nothing else.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from groundwire.briefing.developments import main_disputes
from groundwire.briefing.story import Story
from groundwire.briefing.wording import sentence
from groundwire.corroborate.naming import article_name
from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.briefing import DisputeSide, MergedClaim
from groundwire.domain.span import Span
from groundwire.prompts.fence import Fenced, fence
from groundwire.prompts.shown import shown_sentence

MOST_ROWS: Final = 60  # rows that a model is shown, the most important ones: about 3,000 tokens


def show_rows(story: Story, rows: Sequence[MergedClaim]) -> Fenced:
    """The rows between two fence lines, one a line, the sides of a dispute under its row."""
    return fence("CLAIMS", "\n".join(line for row in rows for line in _lines(story, row)))


def _lines(story: Story, row: MergedClaim) -> Iterable[str]:
    labels = {origin.id: origin.label for origin in story.corroboration.origins}
    credited = {origin.id for origin in story.corroboration.credited}
    who = ", ".join(labels[name] for name in row.origins if name in credited) or "nobody"
    yield shown_line(row.id, f"{row.text} ({row.standing}; {who}; {row.stance})")
    dispute = main_disputes(story).get(row.id)
    if dispute is not None:
        for side in dispute.sides:
            yield shown_sentence(f"side: {side.value} ({_held_by(story, side)})")


def shown_line(row_id: str, words: str) -> str:
    """One row as a model sees it."""
    return f"[{row_id}] {shown_sentence(words)}"


def _held_by(story: Story, side: DisputeSide) -> str:
    return ", ".join(article_name(article) for article in story.articles if article.id in side.articles)


def basis(story: Story, rows: Sequence[MergedClaim]) -> Article:
    """An article of one sentence that holds all that the rows' articles say of them, both sides of a dispute included."""
    disputes = main_disputes(story)
    pieces: list[str] = []
    for row in rows:
        pieces += [sentence(row), *(piece.quote for cell in row.cells for piece in cell.evidence)]
        if row.id in disputes:
            sides = disputes[row.id].sides
            pieces += [side.value for side in sides] + [
                piece.quote for side in sides for piece in side.evidence
            ]
    text = " ".join(dict.fromkeys(" ".join(piece.split()) for piece in pieces))
    published = max((article.published for article in story.articles if article.published), default=None)
    return Article(
        id="basis",
        source="basis",
        text=text,
        published=published,
        digest=digest_text("article", text),
        sentences=(Span(0, len(text)),) if text else (),
    )
