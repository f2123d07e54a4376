"""What of a comparison the weighing sees."""

from __future__ import annotations

import pytest

from assistant.judge.features import NAMES, compared
from assistant.judge.sides import side
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article
from index.sentences import sentences

_CHAIN = (Link(Source("B", SourceKind.OUTLET, "b")),)


def test_words_that_no_claim_has_take_nothing_from_what_a_claim_attains() -> None:
    article = Article("a", "Die Brücke ist gesperrt. Der Chor hat geprobt.", "a.txt", language="de")
    claims = [Claim(article, span, _CHAIN) for span in sentences(article.text, "de")]
    says, other = compared(side("Die Brücke ist holterdiepolter gesperrt.", "de"), claims)
    attained = NAMES.index("attained")
    assert says.values[attained] == pytest.approx(1.0)
    assert says.values[NAMES.index("own")] < 1.0
    assert other.values[attained] < 0.5
