"""What went wrong with an input, in the interface's language."""

from __future__ import annotations

from assistant.show.say import Say, texts
from index.errors import InputError


def told(error: Exception, say: Say) -> str:
    """An input error by its class; every other error as it is, in English, as on the command line."""
    key = f"input.{type(error).__name__}"
    if not isinstance(error, InputError) or key not in texts(say.language):
        return str(error)
    path = say("source.stdin") if error.path == "-" else error.path
    return say(key, path=path, what=error.what, remedy=error.remedy)
