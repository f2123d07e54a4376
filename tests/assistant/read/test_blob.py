import pytest
from chains import article_of, read

from assistant.read.blob import from_bytes, to_bytes

TEXT = (
    "„Der Hof ist weg“, sagte Bürgermeister Jan Ohm dem „Talkurier“. Der Täter soll aus Ulm kommen. "
    "Die Kaltwerk AG äußerte sich zu den Vorwürfen nicht. Ein Insider sagte, das Geld sei weg."
)


def test_a_reading_comes_back_from_its_bytes_as_it_was() -> None:
    reading = read(TEXT, title="Hof weg")
    assert from_bytes(to_bytes(reading), article_of(TEXT, title="Hof weg")) == reading


def test_an_empty_reading_comes_back() -> None:
    reading = read("")
    assert from_bytes(to_bytes(reading), article_of("")) == reading


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"[]", b'{"version":0}', b'{"version":1,"sources":[[1]]}'])
def test_bytes_that_are_no_reading_of_this_version_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no reading"):
        from_bytes(data, article_of(TEXT))
