from __future__ import annotations

import time
from hashlib import sha256

import pytest

from index.documents import CutReason, Kind, Notice, Raw
from index.errors import EmptyInput, NoArticle, NotText, TooLarge
from index.prepare import prepare

BODY = (
    "Der Gemeinderat hat am Montagabend nach langer Debatte den Haushalt für das kommende Jahr beschlossen.\n\n"
    "Vorgesehen sind Ausgaben von 30 Millionen Euro, die vor allem in Schulen und Straßen fließen sollen.\n\n"
    "Die Bürgermeisterin lobte den Beschluss, die Opposition sprach von einer verpassten Gelegenheit für die Stadt."
)
PAGE = (
    "<html><head><title>Rat beschließt Haushalt</title>{}</head><body><article><h1>Rat beschließt Haushalt</h1>{}"
    "</article><footer>{}</footer></body></html>"
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))


def text(content: str, kind: Kind = Kind.TEXT) -> Raw:
    return Raw("a.txt", content.encode(), kind)


def test_front_matter_describes_the_article() -> None:
    fm = "---\ntitle: Rat beschließt\npublisher: Talbote\npublished: 2026-03-04T18:20+01:00\nurl: https://a.example\n---\n"
    article = prepare(text(fm + BODY))
    assert (article.title, article.publisher, article.published) == (
        "Rat beschließt",
        "Talbote",
        "2026-03-04T18:20+01:00",
    )
    assert (article.path, article.url, article.language, article.notices) == ("a.txt", "https://a.example", "de", ())
    assert article.text.endswith(BODY)


def test_the_id_is_made_from_the_raw_bytes() -> None:
    raw = text(BODY)
    assert prepare(raw).id == sha256(raw.data).hexdigest()[:16]


def test_front_matter_counts_before_the_masthead_which_fills_the_gaps() -> None:
    article = prepare(text(f"---\npublisher: Talbote\n---\nMuster-Kurier\n4. März 2026\n\nRat beschließt\n\n{BODY}"))
    assert (article.publisher, article.published) == ("Talbote", "2026-03-04")


def test_a_date_that_is_none_leaves_the_article_undated() -> None:
    article = prepare(text(f"---\npublisher: Talbote\npublished: neulich\n---\n{BODY}"))
    assert article.published is None
    assert Notice.UNDATED in article.notices


def test_a_text_that_says_nothing_of_itself_is_undated_and_has_no_publisher() -> None:
    assert prepare(text(BODY)).notices == (Notice.UNDATED, Notice.NO_PUBLISHER)


def test_an_agency_as_author_makes_it_agency_copy() -> None:
    assert Notice.AGENCY_COPY in prepare(text(f"---\ntitle: Rat\nauthor: dpa\n---\n{BODY}")).notices
    assert Notice.AGENCY_COPY not in prepare(text(f"---\ntitle: Rat\nauthor: Anna Muster\n---\n{BODY}")).notices


def test_a_page_gives_its_metadata_and_what_was_removed_from_it() -> None:
    meta = '<meta property="og:site_name" content="Talbote"><meta name="date" content="2026-03-04">'
    article = prepare(text(PAGE.format(meta, PARAGRAPHS, "Datenschutz"), Kind.HTML))
    assert (article.title, article.publisher, article.published) == ("Rat beschließt Haushalt", "Talbote", "2026-03-04")
    assert ("Datenschutz", CutReason.FURNITURE) in [(r.text, r.reason) for r in article.removed]
    assert BODY in article.text


def test_a_page_whose_head_names_nobody_is_its_footers() -> None:
    article = prepare(text(PAGE.format("", PARAGRAPHS, "Impressum · © 2026 Talbote GmbH"), Kind.HTML))
    assert article.publisher == "Talbote"


def test_markdown_loses_its_marks_and_its_top_heading_is_the_headline() -> None:
    article = prepare(text("# Rat beschließt\n\n" + BODY.replace("Haushalt", "**Haushalt**"), Kind.MARKDOWN))
    assert article.title == "Rat beschließt"
    assert "den Haushalt für" in article.text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "mac-roman"])
def test_the_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert prepare(Raw("a.txt", BODY.encode(encoding), Kind.TEXT)).text == prepare(text(BODY)).text


@pytest.mark.parametrize("content", ["- Sport\n- Wetter\n- Lotto", "Impressum | Datenschutz"])
def test_a_text_without_an_article_is_an_error_with_a_remedy(content: str) -> None:
    with pytest.raises(NoArticle, match=r"a\.txt: no article text found\. Give"):
        prepare(text(content))


def test_empty_and_binary_input_are_errors() -> None:
    with pytest.raises(EmptyInput):
        prepare(Raw("a.txt", b" \n", Kind.TEXT))
    with pytest.raises(NotText):
        prepare(Raw("a.txt", b"%PDF-1.4", Kind.TEXT))


def test_a_page_of_many_megabytes_of_markup_is_too_large() -> None:
    with pytest.raises(TooLarge):
        prepare(text("<html>" + "<p>Ein Satz." * 400_000, Kind.HTML))


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MARKDOWN])
def test_one_line_of_twenty_megabytes_takes_seconds_at_most(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.cleaning.clean import Cleaned

    cleaned = Cleaned("x", None, (), (), "de")
    monkeypatch.setattr("index.prepare.clean", lambda text, title=None: cleaned)  # has a test of its own
    started = time.process_time()
    prepare(text("wort " * 4_000_000, kind))
    assert time.process_time() - started < 5
