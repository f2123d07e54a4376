"""Interface texts in the user's language: `say("reply.silent")`. The words are data, in messages/<language>.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources

Text = str | Mapping[str, str]
_LOCALES = {"de": "de", "en": "en_GB", "ru": "ru"}


@cache
def texts(language: str) -> Mapping[str, Text]:
    """Every interface text of one language: a template, or templates by CLDR plural category."""
    import yaml

    file = resources.files("assistant.show").joinpath("messages", f"{language}.yaml")
    content: Mapping[str, Text] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content


@dataclass(frozen=True, slots=True)
class Say:
    """The interface's voice in one language."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The text of this key. One with plural forms is chosen by the value `n`."""
        text = texts(self.language)[key]
        if isinstance(text, Mapping):
            text = text[_plural(self.language, values["n"])]
        return text.format_map(values)

    def joined(self, items: Sequence[str]) -> str:
        """Items as a list in words: "A, B and C"."""
        from babel.lists import format_list

        return format_list(items, locale=_LOCALES[self.language])

    def day(self, published: str | None) -> str:
        """A date or time of publication in words; the source's own clock, as the article gives it."""
        if published is None:
            return self("source.undated")
        from babel.dates import format_date

        try:
            day = format_date(date.fromisoformat(published[:10]), "long", _LOCALES[self.language])
        except ValueError:
            return published
        return f"{day}, {clock}" if (clock := _clock(published)) else day


def _clock(published: str) -> str:
    if len(published) <= 10:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return ""
    zone = moment.strftime("%z")
    return f"{moment:%H:%M}{zone and f' {zone[:3]}:{zone[3:5]}'}"


def _plural(language: str, number: object) -> str:
    from babel import Locale

    assert isinstance(number, int)
    return Locale.parse(_LOCALES[language]).plural_form(number)
