"""What can go wrong, as a small tree.

    OnrecordError
    ├── InputError      a value or call that no step can work with
    ├── SetupError      something that the installation should hold is missing
    └── PipelineError   components put in an order that cannot run

A report that will not be read is not an error but an answer: `model.Declined`.
"""


class OnrecordError(Exception):
    """Base of every error raised on purpose; its text says what, where and what to do next."""


class InputError(OnrecordError):
    """The caller gave something that cannot be worked with: a bad span, option or file."""


class SetupError(OnrecordError):
    """The installation lacks a file or package that it should hold."""


class PipelineError(OnrecordError):
    """Components are in an order in which one would read a layer that nothing wrote."""
