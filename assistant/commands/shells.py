"""The command line as bash, zsh and fish complete it: scripts made from the parser itself, so that they never lag."""

from __future__ import annotations

import re
import shlex
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

PROGRAM = "secondsource"
_FILE = ("FILE", "DIR", "PATH")


@dataclass(frozen=True, slots=True)
class Flag:
    """`names` as they are typed. `takes`: "" where it stands alone, "file", "word", or "choice" of `choices`."""

    names: tuple[str, ...]
    help: str
    takes: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subcommand:
    """`choices`: what its first argument may be, where that is no file."""

    name: str
    help: str
    flags: tuple[Flag, ...]
    choices: tuple[str, ...]


def subcommands(parser: ArgumentParser) -> list[Subcommand]:
    (found,) = [a for a in parser._actions if isinstance(a, _SubParsersAction)]
    helps = {choice.dest: choice.help or "" for choice in found._choices_actions}
    return [_subcommand(name, helps[name], sub) for name, sub in found.choices.items()]


def _subcommand(name: str, help: str, parser: ArgumentParser) -> Subcommand:
    flags = tuple(_flag(a) for a in parser._actions if a.option_strings and a.help != SUPPRESS)
    given = (a.choices for a in parser._actions if not a.option_strings and a.choices)
    return Subcommand(name, help, flags, tuple(str(c) for choices in given for c in choices))


def _flag(action: Action) -> Flag:
    choices = tuple(map(str, action.choices or ()))
    takes = "" if action.nargs == 0 else "choice" if choices else "file" if action.metavar in _FILE else "word"
    return Flag(tuple(action.option_strings), (action.help or "").replace("%%", "%"), takes, choices)


def bash(commands: Sequence[Subcommand]) -> str:
    return "\n".join(_bash(commands)) + "\n"


def _bash(commands: Sequence[Subcommand]) -> Iterator[str]:
    yield f"# bash completion of {PROGRAM}:  source <({PROGRAM} completion bash)"
    yield f"_{PROGRAM}() {{"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" command="" n'
    yield "    for ((n = 1; n < COMP_CWORD; n++)); do"
    yield '        if [[ ${COMP_WORDS[n]} != -* ]]; then command="${COMP_WORDS[n]}"; break; fi'
    yield "    done"
    yield '    local offered=""'
    yield '    case "$command" in'
    yield f'        "") offered="{" ".join(c.name for c in commands)} --help --version" ;;'
    for command in commands:
        yield f"        {command.name})"
        yield '            case "$before" in'
        for flag in (f for f in command.flags if f.takes):
            names = "|".join(flag.names)
            yield f'                {names}) offered="{" ".join(flag.choices)}"; before=value ;;'
        yield "            esac"
        yield f'            if [[ $before != value ]]; then offered="{" ".join(_words(command))}"; fi'
        yield f'            if [[ $before != value && $word != -* ]]; then offered="{" ".join(command.choices)}"; fi'
        yield "            ;;"
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$offered" -- "$word"))'
    yield "}"
    # Where nothing is offered, bash completes files.
    yield f"complete -o default -o bashdefault -F _{PROGRAM} {PROGRAM}"


def _words(command: Subcommand) -> list[str]:
    return [name for flag in command.flags for name in flag.names]


def zsh(commands: Sequence[Subcommand]) -> str:
    return "\n".join(_zsh(commands)) + "\n"


def _zsh(commands: Sequence[Subcommand]) -> Iterator[str]:
    yield f"#compdef {PROGRAM}"
    yield f"# zsh completion of {PROGRAM}:  source <({PROGRAM} completion zsh)"
    yield f"_{PROGRAM}() {{"
    yield "    local -a commands"
    told = " ".join(shlex.quote(f"{c.name}:{c.help}") for c in commands)
    yield f"    commands=({told})"
    yield "    if (( CURRENT == 2 )); then _describe command commands; return; fi"
    yield "    local command=${words[2]}"
    yield "    shift words; (( CURRENT-- ))"
    yield '    case "$command" in'
    for command in commands:
        rest = f"*:what:({' '.join(command.choices)})" if command.choices else "*:file:_files"
        specs = [_spec(name, flag) for flag in command.flags for name in flag.names]
        yield f"        {command.name}) _arguments {' '.join(map(shlex.quote, (*specs, rest)))} ;;"
    yield "    esac"
    yield "}"
    yield f"compdef _{PROGRAM} {PROGRAM}"


def _spec(name: str, flag: Flag) -> str:
    told = re.sub(r"([\[\]:\\])", r"\\\1", flag.help)
    values = {"": "", "file": ":file:_files", "word": ":value: ", "choice": f":value:({' '.join(flag.choices)})"}
    return f"{name}[{told}]{values[flag.takes]}"


def fish(commands: Sequence[Subcommand]) -> str:
    return "\n".join(_fish(commands)) + "\n"


def _fish(commands: Sequence[Subcommand]) -> Iterator[str]:
    yield f"# fish completion of {PROGRAM}:  {PROGRAM} completion fish | source"
    for command in commands:
        yield _line("__fish_use_subcommand", "-f", "-a", command.name, "-d", command.help)
    for command in commands:
        seen = f"__fish_seen_subcommand_from {command.name}"
        if command.choices:
            yield _line(seen, "-f", "-a", " ".join(command.choices))
        for flag in command.flags:
            yield _line(seen, *_fish_flag(flag))


def _fish_flag(flag: Flag) -> Iterator[str]:
    for name in flag.names:
        yield from ("-l", name[2:]) if name.startswith("--") else ("-s", name[1:])
    if flag.takes:
        yield "-r" if flag.takes == "file" else "-x"
    if flag.choices:
        yield from ("-a", " ".join(flag.choices))
    yield from ("-d", flag.help)


def _line(condition: str, *rest: str) -> str:
    return " ".join(("complete", "-c", PROGRAM, "-n", _fish_quoted(condition), *map(_fish_quoted, rest)))


def _fish_quoted(text: str) -> str:
    """In fish, a backslash escapes within single quotes too."""
    if re.fullmatch(r"[\w-]+", text):
        return text
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


SHELLS: Mapping[str, Callable[[Sequence[Subcommand]], str]] = MappingProxyType({"bash": bash, "zsh": zsh, "fish": fish})
