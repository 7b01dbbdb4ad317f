"""Where the words are: everything that is shown points at the words it came from."""

from dataclasses import dataclass

from onrecord.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points in `Article.text`.

    >>> Span(4, 8).of("the dam held")
    'dam '
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InputError(f"span [{self.start}, {self.end}) is empty or negative; give start < end")

    def of(self, text: str) -> str:
        """Return the words this span covers."""
        if self.end > len(text):
            raise InputError(
                f"span [{self.start}, {self.end}) runs past the text's {len(text)} characters; "
                "was the text changed after annotation?"
            )
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a named article: what every shown line lands on. `article` is an `Article.id`."""

    article: str
    span: Span
