"""What one report holds. Whoever imports a layer gets spaCy with it, but not spaCy's command line."""

import gc
import sys
from importlib import import_module
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def _import_spacy() -> None:
    """Import spaCy in two thirds of its time.

    Its package imports its own command line, for one function that prints versions, and with that an HTTP client and
    a template engine that nothing here uses: empty modules stand in for it meanwhile. Nothing that an import makes is
    garbage, so that none is looked for.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        for name in _COMMAND_LINE:
            sys.modules[name] = ModuleType(name)
        vars(sys.modules[_COMMAND_LINE[-1]])["info"] = None
        import_module("spacy")
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]
        if collecting:
            gc.enable()


if "spacy" not in sys.modules:
    _import_spacy()
