"""Small articles that tests make by the dozen. Invented, and each unlike the others."""

from __future__ import annotations

from index.documents import Kind, Raw

_TOWNS = ("Brunsholm", "Lindenau", "Torgelow", "Weidenbach", "Kaltenborn", "Oberried", "Seelitz", "Marwede")
_THINGS = ("Brücke", "Schule", "Turnhalle", "Bücherei", "Feuerwache", "Kläranlage", "Markthalle", "Sternwarte")


def article(number: int, paragraphs: int = 3) -> Raw:
    """A German article with front matter; `number` makes its words its own."""
    town, thing = _TOWNS[number % 8], _THINGS[number // 8 % 8]
    body = "\n\n".join(
        f"Der Gemeinderat von {town} hat am Montag über die {thing} Nummer {number} beraten, und das zum {n + 1}. Mal. "
        f"Nach Angaben der Verwaltung kostet der Umbau {number * 37 + n} Euro, finanziert wird er aus Rücklagen. "
        f"Die Bauarbeiten an der {thing} sollen im Frühjahr beginnen und etwa {number % 20 + 2} Monate dauern."
        for n in range(paragraphs)
    )
    day = f"2026-03-{number % 28 + 1:02d}"
    head = f"---\ntitle: {town} baut die {thing} {number} um\npublisher: {town}er Bote\npublished: {day}\n---\n"
    return Raw(f"{number}.txt", f"{head}{body}\n".encode(), Kind.TEXT)
