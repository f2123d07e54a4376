"""What the user has set, and where: a flag over the environment over config.toml over what is built in."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from index.errors import SettingError
from index.folders import config_folder, data_folder

INTERFACE_LANGUAGES = ("de", "en", "ru")
FORMATS = ("text", "md", "html", "json", "claimreview")
# What a file's ending says of its format.
ENDINGS = MappingProxyType(
    {
        ".txt": "text",
        ".md": "md",
        ".markdown": "md",
        ".html": "html",
        ".htm": "html",
        ".json": "json",
        ".jsonld": "claimreview",
    }
)
# Variables that other programs share; ours of the same meaning are stronger.
FOREIGN: Mapping[str, str] = MappingProxyType({"OPENAI_API_KEY": "api_key", "OPENAI_BASE_URL": "base_url"})
SECRET = frozenset(("api_key", "embedder_key"))  # never shown, and in no file that others may read

Value = str | bool | int | Path | None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run. `places` says where each value comes from ("--lang", "SECONDSOURCE_LANG", a file)."""

    data_dir: Path = field(default_factory=data_folder)
    collection: str = "default"
    chroma_url: str | None = None
    embedder: str | None = None
    embedder_url: str | None = None
    embedder_key: str | None = field(default=None, repr=False)
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    window: int | None = None
    budget: str | None = None
    price: str | None = None
    parallel: int = 4
    timeout: int = 120
    fresh: bool = False
    offline: bool = False
    lang: str = "en"
    format: str = "text"
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    def place(self, name: str) -> str:
        """Where a setting comes from, for a message; its bare name where it is built in."""
        return self.places.get(name, name)


def _collection(text: str) -> str:
    from index.store.home import checked_name  # loads more than `--help` may wait for

    try:
        return checked_name(text)
    except SettingError:
        raise ValueError('letters, digits, "-" and "_", a letter or digit first') from None


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", text):
        raise ValueError("a URL such as http://localhost:8000")
    return text


def _embedder(text: str) -> str:
    if text != "lexical" and not re.fullmatch(r"(?:openai|ollama|sentence-transformers):\S.*", text):
        raise ValueError("lexical, openai:NAME, ollama:NAME, sentence-transformers:NAME_OR_FOLDER")
    return text


def _model(text: str) -> str | None:
    if text == "none":
        return None
    if not re.fullmatch(r"[a-z][a-z0-9_-]*:\S+", text):
        raise ValueError("openai:NAME, ollama:NAME, another PROVIDER:NAME, or none")
    return text


def _budget(text: str) -> str:
    from assistant.model.purse import budget_of

    try:
        budget_of(text)
    except ValueError:
        raise ValueError('tokens ("20000") or dollars ("0.50$")') from None
    return text


def _price(text: str) -> str:
    from assistant.model.purse import price_of

    try:
        price_of(text)
    except ValueError:
        raise ValueError('dollars for a million tokens of prompt and of reply, as "2.5/10"') from None
    return text


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ValueError(f"a number from {least} to {most}")
        return int(text)

    return read


def _key(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError("a key, in one line")
    return text.strip()


def _yes_or_no(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.lower() not in words:
        raise ValueError("1, true, yes or on; 0, false, no or off")
    return words[text.lower()]


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(", ".join(allowed))
        return text

    return read


def _path(text: str) -> Path:
    if not text:
        raise ValueError("the path of a directory")
    return Path(text).expanduser().absolute()


# Each reader raises ValueError with what is allowed.
READERS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        "data_dir": _path,
        "collection": _collection,
        "chroma_url": _url,
        "embedder": _embedder,
        "embedder_url": _url,
        "embedder_key": _key,
        "model": _model,
        "base_url": _url,
        "api_key": _key,
        "window": _number(1_024, 10_000_000),
        "budget": _budget,
        "price": _price,
        "parallel": _number(1, 64),
        "timeout": _number(1, 3_600),
        "fresh": _yes_or_no,
        "offline": _yes_or_no,
        "lang": _one_of(*INTERFACE_LANGUAGES),
        "format": _one_of(*FORMATS),
    }
)


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"SECONDSOURCE_{name.upper()}"


def config_file(environ: Mapping[str, str]) -> Path:
    named = environ.get("SECONDSOURCE_CONFIG")
    if named:
        return Path(named).expanduser()
    return config_folder() / "config.toml"


def read_settings(flags: Mapping[str, object], environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises SettingError, naming the place of a bad value and what is allowed. A flag that is None was not given."""
    given: dict[str, tuple[str, str]] = {**_from_config(environ), **_from_environment(environ), **_from_flags(flags)}
    values = {name: _read(name, text, place) for name, (text, place) in given.items()}
    values.setdefault("lang", _language_of_locale(environ))
    settings = Settings(**values, places=MappingProxyType({name: place for name, (_, place) in given.items()}))  # type: ignore[arg-type]
    _check_offline(settings)
    return settings


def _read(name: str, text: str, place: str) -> Value:
    try:
        return READERS[name](text)
    except ValueError as error:
        shown = "what stands there" if name in SECRET else repr(text)
        raise SettingError(f"{place}: {shown} cannot be used. Allowed: {error}.") from None


def _from_flags(flags: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    texts = {name: flags.get(name) for name in READERS if name not in SECRET}
    return {
        name: (_text(value), f"--{name.replace('_', '-')}")
        for name, value in texts.items()
        if value not in (None, False)
    }


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    shared = {name: (environ[place], place) for place, name in FOREIGN.items() if environ.get(place)}
    own = {name: (environ[variable(name)], variable(name)) for name in READERS if environ.get(variable(name))}
    return shared | own


def _from_config(environ: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    path = config_file(environ)
    if not path.is_file():
        if environ.get("SECONDSOURCE_CONFIG"):
            raise SettingError(f"SECONDSOURCE_CONFIG: there is no file {path}. Create it, or unset the variable.")
        return {}
    content = _toml(path)
    for key, value in content.items():
        if key not in READERS:
            raise SettingError(f"{path}: unknown setting {key!r}. {_nearest(key)}")
        if not isinstance(value, str | bool | int):
            raise SettingError(f"{path}: {key} must be a text in quotes, a number, or true or false, not {value!r}.")
        if key in SECRET and path.stat().st_mode & 0o077:
            raise SettingError(f"{path}: others may read this file, and {key} is in it. Type: chmod 600 {path}")
    return {key: (_text(value), f"{path}, {key}") for key, value in content.items()}


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path}: this is not valid TOML ({error}). Mend the file or move it away.") from None
    except OSError as error:
        raise SettingError(f"{path}: cannot be read ({error.strerror}). Check its permissions.") from None


def _nearest(key: str) -> str:
    near = get_close_matches(key, READERS, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Known settings: {', '.join(READERS)}."


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _language_of_locale(environ: Mapping[str, str]) -> str:
    """POSIX: LC_ALL is stronger than LC_MESSAGES, and that than LANG."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    code = locale[:2].lower()
    return code if code in INTERFACE_LANGUAGES else "en"


def _check_offline(settings: Settings) -> None:
    local = re.match(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)", settings.chroma_url or "")
    if settings.offline and settings.chroma_url and not local:
        raise SettingError(
            f"{settings.place('chroma_url')}: {settings.chroma_url} is on another machine, "
            f"and {settings.place('offline')} forbids that. "
            "Leave one of the two out."
        )
