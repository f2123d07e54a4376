"""What can go wrong that the user can mend. Only the command line catches these; anything else is a bug.

SecondsourceError
├── InputError            a file, page or text that cannot be read: names it and says what to do
│   ├── NotFound
│   ├── Unreadable        no permission, a device, an I/O error
│   ├── EmptyInput
│   ├── NotText           binary data, or an encoding that nobody can tell
│   ├── TooLarge
│   ├── NotFetched        an address: nothing is fetched from the web
│   ├── NoFiles           a directory without any that can be read
│   ├── NoArticle         text, but nothing in it that reads like an article
│   └── NotEmbedded       the embedder gives no vector for it
├── CollectionError       the stored collection cannot be used as it is
│   ├── NoCollection
│   ├── WrongEmbedder     made with another embedder
│   ├── WrongFormat       made by a newer or unknown version
│   ├── Busy              another process holds it
│   └── NoServer          the Chroma server does not answer
├── ModelError            the chosen language model or embedder cannot be used at all
│   ├── NoModel           the endpoint has no model of that name
│   ├── ModelRefused      the key is missing, wrong, or may not use the model
│   ├── Unreachable       nothing answers there
│   ├── NoVectors         an embedder answers, but with nothing that can be used
│   │   └── QuestionRefused   it takes other texts, but not this question
│   └── BudgetSpent       what --budget allows is spent
├── SettingError          a flag, variable or config line that makes no sense
└── CommandError          a line of the chat that cannot be done as it was typed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.documents import Removed


class SecondsourceError(Exception):
    """An error with a message for the user: what happened, where, and what to do."""


class InputError(SecondsourceError):
    """A raw input that cannot be used. `path` is the name under which the user gave it."""

    def __init__(self, path: str, what: str, remedy: str) -> None:
        super().__init__(f"{'standard input' if path == '-' else path}: {what}. {remedy}")
        self.path = path
        self.what = what
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[InputError], tuple[object, ...]]:
        # Errors come back from worker processes, and the default pickling calls __init__ with the message alone.
        return type(self), (self.path, self.what, self.remedy)


class NotFound(InputError):
    pass


class Unreadable(InputError):
    pass


class EmptyInput(InputError):
    pass


class NotText(InputError):
    pass


class TooLarge(InputError):
    pass


class NotFetched(InputError):
    pass


class NoFiles(InputError):
    pass


class NoArticle(InputError):
    """`removed`: all that was cut, so that the user can see why nothing is left."""

    def __init__(self, path: str, what: str, remedy: str, removed: tuple[Removed, ...] = ()) -> None:
        super().__init__(path, what, remedy)
        self.removed = removed

    def __reduce__(self) -> tuple[type[InputError], tuple[object, ...]]:
        return type(self), (self.path, self.what, self.remedy, self.removed)


class NotEmbedded(InputError):
    pass


class CollectionError(SecondsourceError):
    pass


class NoCollection(CollectionError):
    pass


class WrongEmbedder(CollectionError):
    pass


class WrongFormat(CollectionError):
    pass


class Busy(CollectionError):
    pass


class NoServer(CollectionError):
    pass


class SettingError(SecondsourceError):
    pass


class ModelError(SecondsourceError):
    pass


class NoModel(ModelError):
    pass


class ModelRefused(ModelError):
    pass


class Unreachable(ModelError):
    pass


class NoVectors(ModelError):
    pass


class QuestionRefused(NoVectors):
    pass


class BudgetSpent(ModelError):
    """Raised before anything is asked. `fits`: how many of the texts, from the first on, could still be paid for."""

    def __init__(self, message: str, fits: int = 0) -> None:
        super().__init__(message)
        self.fits = fits


class CommandError(SecondsourceError):
    pass
