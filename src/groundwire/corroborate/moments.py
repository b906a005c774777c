"""When an article was published, as exactly as it says."""

import datetime as dt
from typing import Final

from groundwire.domain.article import Article

_NOON: Final = dt.time(12)


def moment(article: Article) -> tuple[dt.date, dt.time]:
    """Day and time of publication, at noon where no time is said; an undated article comes before all others."""
    return article.published_date or dt.date.min, _time(article) or _NOON


def is_later(one: Article, other: Article) -> bool:
    """Whether `one` was certainly published after `other`: on a later day, or later on the same day by both their clocks."""
    first, second = one.published_date, other.published_date
    if first is None or second is None:
        return False
    mine, theirs = _time(one), _time(other)
    return first > second or (first == second and mine is not None and theirs is not None and mine > theirs)


def _time(article: Article) -> dt.time | None:
    published = article.published or ""
    if "T" not in published:
        return None
    try:
        return dt.datetime.fromisoformat(published).time()
    except ValueError:
        return None
