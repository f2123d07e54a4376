import pytest
from chains import article_of, read

from assistant.judge.glance import spoken_in
from assistant.read import blob
from assistant.read.blob import Seen, from_bytes, to_bytes
from index.documents import Span

TEXT = (
    "„Der Hof ist weg“, sagte Bürgermeister Jan Ohm dem „Talkurier“. Der Täter soll aus Ulm kommen. "
    "Die Kaltwerk AG äußerte sich zu den Vorwürfen nicht. Ein Insider sagte, das Geld sei weg."
)


def test_a_reading_comes_back_from_its_bytes_as_it_was() -> None:
    reading = read(TEXT, title="Hof weg")
    assert from_bytes(to_bytes(reading), article_of(TEXT, title="Hof weg")) == (reading, None)


def test_an_empty_reading_comes_back() -> None:
    reading = read("")
    assert from_bytes(to_bytes(reading), article_of("")) == (reading, None)


def test_what_else_is_seen_comes_back_with_it_what_it_speaks_of_as_long_as_the_lexicon_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article = article_of(TEXT, title="Hof weg")
    reading, spoken = read(TEXT, title="Hof weg"), spoken_in("Jan Ohm flog nach New\nYork.", "de")
    seen = Seen((Span(0, 8), Span(10, 80)), (Span(10, 80),), spoken)
    kept = to_bytes(reading, seen)
    assert from_bytes(kept, article) == (reading, seen)

    monkeypatch.setattr(blob, "digest", lambda: "another")
    assert from_bytes(kept, article) == (reading, seen._replace(spoken=None))


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"[]", b'{"version":0}', b'{"version":1,"sources":[[1]]}'])
def test_bytes_that_are_no_reading_of_this_version_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no reading"):
        from_bytes(data, article_of(TEXT))
