"""Half-open spans in code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of a text; JSON: `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same span `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> "Span":
        """The span without the white space at its two ends."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))
