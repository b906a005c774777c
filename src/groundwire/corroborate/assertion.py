"""What `relate` compares: a statement with what is known of its publication."""

import datetime as dt

from groundwire.domain.noun import Noun


class Assertion(Noun):
    """One statement. `published` is an ISO date or date-time, `outlet` who published it."""

    text: str
    published: str | None = None
    outlet: str | None = None

    @property
    def published_date(self) -> dt.date | None:
        """The day of publication, where `published` says one."""
        try:
            return dt.date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None


class Pair(Noun):
    """A line of a pairs file."""

    id: str
    a: Assertion
    b: Assertion
