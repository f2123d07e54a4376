"""Sentences on the screen as they pass the gate, and the whole answer in their place once it is known."""

from __future__ import annotations

import shutil

from assistant.chat.screen import Screen
from assistant.domain import Reply, Sentence
from assistant.show.answer import answer_page, sentence_blocks, understood
from assistant.show.say import Say
from assistant.show.text import width


class Stream:
    """How well a sentence is sourced is known only when all are there: what was printed is then printed once more.

    So only what fits the screen is printed before its time. A terminal that cannot move its cursor, or a pipe, gets
    the answer when it is whole.
    """

    def __init__(self, screen: Screen, say: Say) -> None:
        self.sentences: list[Sentence] = []
        self._screen, self._say = screen, say
        self._prints = screen.can_move
        self._lines = 0
        self._columns = width()

    def understood(self, question: str) -> None:
        """How a question that leaned on the ones before was understood, where that is known before the answer."""
        self._print(self._screen.rendered((understood(question, self._say),)))

    def shown(self, sentence: Sentence) -> None:
        first = 1 + sum(len(s.citations) for s in self.sentences)
        self.sentences.append(sentence)
        if self._prints:
            self._print(self._screen.rendered(tuple(sentence_blocks(sentence, first, (), self._say))))

    def _print(self, text: str) -> None:
        text = f"\n{text}" if self._lines else text
        lines = self._lines + text.count("\n")
        self._prints = self._prints and lines < _rows()
        if self._prints:
            self._lines = lines
            self._screen.write(text)

    def finish(self, reply: Reply, *, summary: bool = False) -> None:
        text = self._screen.rendered(answer_page(reply, self._say, summary=summary))
        if self._lines:
            self._screen.write(self._back())
        self._screen.write(text)

    def _back(self) -> str:
        """Up to where the answer began, where that is still on the screen as it was."""
        if self._columns != width() or self._lines >= _rows():
            return "\n"
        return f"\x1b[{self._lines}A\r\x1b[J"


def _rows() -> int:
    return shutil.get_terminal_size((80, 24)).lines
