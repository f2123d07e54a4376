"""Where the words of a command go: the result to standard output or a file, everything else to standard error."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import SettingError

if TYPE_CHECKING:
    from assistant.domain import Reply
    from assistant.embedding import Embedding
    from assistant.export.parts import Part
    from assistant.hands import Engine
    from assistant.settings import Settings
    from assistant.show.blocks import Page
    from assistant.show.json_output import Json
    from assistant.show.say import Say
    from assistant.sourcing import Finding
    from index.errors import InputError


def say_for(settings: Settings) -> Say:
    from assistant.show.say import Say

    return Say(settings.lang)


def emit(
    args: Namespace,
    settings: Settings,
    page: Callable[[Say], Page],
    data: Callable[[], Json],
    report: Callable[[Say], Sequence[Part]] | None = None,
) -> None:
    """Writes a result in the wanted format, to standard output or to the file of -o.

    `report`: where the command has the formats of a report (formats.REPORTS).
    """
    if args.output in (None, "-"):
        given = _rendered(settings, page, data, report, terminal=sys.stdout.isatty(), encoding=sys.stdout.encoding)
        sys.stdout.write(given)
        sys.stdout.flush()
        return
    write_file(Path(args.output), _rendered(settings, page, data, report, terminal=False, encoding="utf-8"))
    note(args, say_for(settings)("output.written", path=args.output))


def tell_used(args: Namespace, settings: Settings, hands: Engine) -> None:
    """What a chosen model or embedder did, cost and could not do, on standard error."""
    from assistant.show.used import used_notes

    say = say_for(settings)
    for line in used_notes(hands.ledger, hands.spent(), say) if settings.model else ():
        note(args, line)
    tell_embedding(args, settings, hands.embedding())


def tell_embedding(args: Namespace, settings: Settings, embedding: Embedding | None) -> None:
    """Likewise an embedder elsewhere."""
    from assistant.show.used import embedding_notes

    for line in embedding_notes(embedding, say_for(settings)):
        note(args, line)


def _rendered(
    settings: Settings,
    page: Callable[[Say], Page],
    data: Callable[[], Json],
    report: Callable[[Say], Sequence[Part]] | None,
    *,
    terminal: bool,
    encoding: str,
) -> str:
    if settings.format in ("html", "claimreview") and report:
        from assistant.export.export import export

        return _fitting(export(report(say_for(settings)), settings.format, settings), settings.format, encoding)
    if settings.format == "json":
        from assistant.show.json_output import to_json

        return to_json(data(), ascii_only=not encoding.lower().startswith("utf"))
    if settings.format == "md":
        from assistant.show.markdown import to_markdown

        return to_markdown(page(say_for(settings)))
    from assistant.show.text import to_text, wants_colour, width

    return to_text(page(say_for(settings)), columns=width(), colour=wants_colour(terminal))


def part(
    settings: Settings,
    command: str,
    heading: str,
    hands: Engine,
    *,
    reply: Reply | None = None,
    findings: Sequence[Finding] = (),
    failed: Iterable[InputError] = (),
    unread: int = 0,
) -> Part:
    """What a command found, as the one part of a report made now."""
    from datetime import datetime

    from assistant.export.parts import Part
    from assistant.show.used import used_notes, without_vectors

    say = say_for(settings)
    notes = [
        *without_vectors(hands.embedding(), say),
        *(used_notes(hands.ledger, hands.spent(), say) if settings.model else ()),
    ]
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    engine = settings.model or "embedded"
    return Part(heading, reply, tuple(findings), now, engine, command, tuple(failed), unread, tuple(notes))


def _fitting(text: str, fmt: str, encoding: str) -> str:
    """What an encoding that has few characters cannot write becomes a reference (HTML) or an escape (JSON)."""
    if encoding.lower().startswith("utf"):
        return text
    if fmt == "html":
        return text.encode("ascii", "xmlcharrefreplace").decode()
    import json

    return json.dumps(json.loads(text), indent=2) + "\n"


def write_file(path: Path, text: str) -> None:
    """Raises SettingError where it cannot be written."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise SettingError(f"-o {path}: cannot be written ({error.strerror}). Choose another place.") from None


def write_whole(path: Path, text: str) -> None:
    """The whole text or nothing: a reader of the file never sees half of it. Raises OSError."""
    import tempfile

    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_text(text, encoding="utf-8")  # a pipe or a device is written to, not replaced
        return
    descriptor, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(made).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(made).replace(target)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)  # the only way to read it
    os.umask(mask)
    return mask


def complain(errors: Iterable[Exception]) -> None:
    """What went wrong, one line each, on standard error; paths and file contents in it are anybody's words."""
    from assistant.show.plain import plain_line

    for error in errors:
        sys.stderr.write(f"secondsource: {plain_line(str(error))}\n")


def note(args: Namespace, text: str) -> None:
    """Something that is not the result: on standard error, and not with -q."""
    from assistant.show.plain import plain_line

    if not args.quiet:
        sys.stderr.write(f"{plain_line(text)}\n")
