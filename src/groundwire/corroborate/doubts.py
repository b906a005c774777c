"""Which of two dates is the doubtful one: what an article's own dates and its day of publication say of a year.

Guarantee: a note is a finding about the article's own words; no date is corrected or left out because of it.
"""

import datetime as dt
from typing import Final

from groundwire.corroborate.matter import Matter
from groundwire.corroborate.naming import article_name
from groundwire.domain.article import Article
from groundwire.text.dates import DateMention, find_dates

_NEWS: Final = dt.timedelta(days=120)  # what happened longer ago is seldom what an article calls new


def doubt_about(matter: Matter, rival: Matter, article: Article) -> str:
    """Why the year that `matter` names is doubtful, given a `rival` with the same day of another year; or empty."""
    published = article.published_date
    if published is None:
        return ""
    for date in matter.dates:
        for other in rival.dates:
            if _differ_by_year(date, other) and _is_news(other, published) and not _is_news(date, published):
                return _words(date, other, article, published)
    return ""


def _differ_by_year(one: DateMention, other: DateMention) -> bool:
    if one.year is None or one.earliest is None or other.earliest is None:
        return False
    return one.month == other.month and one.day == other.day and one.earliest.year != other.earliest.year


def _is_news(date: DateMention, published: dt.date) -> bool:
    return date.earliest is not None and abs(published - date.earliest) <= _NEWS


def _words(date: DateMention, other: DateMention, article: Article, published: dt.date) -> str:
    meant = other.earliest or published
    note = (
        f"“{date.text}” in {article_name(article)} is doubtful: the article was published on {published.isoformat()}, and"
        f" {meant.isoformat()} is {abs((published - meant).days)} days from that"
    )
    between = _between(date, article, published)
    return (
        f"{note}; the article itself speaks of “{between}”, which is later than the date in doubt"
        if between
        else note
    )


def _between(date: DateMention, article: Article, published: dt.date) -> str:
    """The first date of the article, named with its year, that lies after the one in doubt and before publication."""
    for mention in find_dates(article.text, published):
        is_later = date.latest and mention.earliest and date.latest < mention.earliest <= published
        if mention.year is not None and is_later and mention.text != date.text:
            return mention.text
    return ""
