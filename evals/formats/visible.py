"""An HTML page as badly scraped plain text: all visible lines, tags dropped, one line for each block element."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    """address article aside blockquote body br button canvas center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr input label legend li main menu nav ol option p pre section select
    summary table tbody td tfoot th thead tr ul video""".split()  # noqa: SIM905 - a list of fifty literals reads worse
)
_HIDDEN = frozenset({"head", "iframe", "noscript", "script", "style", "svg", "template", "textarea"})
_SPACE = re.compile(r"\s+")


def visible_lines(html: str) -> str:
    """The lines a reader of the page could see, nothing marked up."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in _HIDDEN
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        self._block(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(_SPACE.sub(" ", data))

    def _block(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
