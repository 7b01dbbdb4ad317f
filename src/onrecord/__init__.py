"""onrecord reads many reports of the same happenings and says what they hold together."""

__version__ = "0.1.0"
