"""The statements model at work beside the parser: on a thread of its own, ahead of the layer that needs it."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial

from onrecord.annotate.component import WEIGHTS
from onrecord.annotate.statement_agreement import Places
from onrecord.annotate.statement_model import OnnxStatementModel, Scored, load_model
from onrecord.model import StatementSpans

# Undated reports come a second time, dated by others; what was found in this many texts is kept for them.
_REMEMBERED_TEXTS = 1024


class ReadingAhead:
    """A statements model that can be told of a text before its answer is needed, and reads no text twice.

    ONNX Runtime holds no lock of Python's while it works, so that with a second core the model costs no time of its
    own. One thread, one text at a time: the answers are the model's own.
    """

    def __init__(self, load: Callable[[], OnnxStatementModel]) -> None:
        """Keep how the model is loaded; nothing runs yet."""
        self._load = load
        self._thread = ThreadPoolExecutor(1, "statements")
        self._scored: dict[str, Future[Scored]] = {}
        self._found: dict[str, list[StatementSpans]] = {}

    def start(self, texts: Iterable[str]) -> None:
        """Have these texts read; returns at once."""
        for text in texts:
            if text not in self._found and text not in self._scored:
                self._scored[text] = self._thread.submit(self._read, text)

    def wait(self) -> None:
        """Return when everything started has been read."""
        for scored in list(self._scored.values()):
            scored.result()

    def find(self, texts: Sequence[str], beside: Sequence[Places]) -> list[list[StatementSpans]]:
        """Return what the model finds in each text; what stands beside a text is the same each time.

        Raises SetupError where the model's files are missing.
        """
        self.start(texts)
        opinions = dict(zip(texts, beside, strict=True))
        for text, scored in [(text, self._scored.pop(text)) for text in opinions if text in self._scored]:
            self._found[text] = self._load().found(text, scored.result(), opinions[text])
        found = [self._found[text] for text in texts]
        for text in list(self._found)[:-_REMEMBERED_TEXTS]:
            del self._found[text]
        return found

    def _read(self, text: str) -> Scored:
        return self._load().scored(text)


@cache
def reader(weights: str = WEIGHTS) -> ReadingAhead:
    """Return the model of a package, read ahead; the same one throughout the process."""
    return ReadingAhead(partial(load_model, weights))
