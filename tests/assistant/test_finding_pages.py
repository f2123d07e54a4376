"""What a reader sees of a finding, in three languages; the findings are made by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
import sourced
from sourced import DENIAL, HUR, MEKONG, OFFER, RELAYED, claimed, disputed, found, opposes, supports

from assistant.show.blocks import Page
from assistant.show.finding import check_page, findings_page
from assistant.show.markdown import to_markdown
from assistant.show.plain import plain
from assistant.show.say import Say
from assistant.show.text import to_text
from assistant.sourcing import Comparison, Finding, Flag, Origin, Source, SourceKind, Stance, Standing

as_text = partial(to_text, columns=200, colour=False)


def page(*findings: Finding, lang: str = "en", chain: bool = False, verbose: bool = False) -> Page:
    return check_page(findings, 6, Say(lang), chain=chain, verbose=verbose)


def shown(*findings: Finding, lang: str = "en", chain: bool = False, verbose: bool = False) -> str:
    return as_text(page(*findings, lang=lang, chain=chain, verbose=verbose))


SAYS = {
    "en": [
        "! disputed: for it 2 articles, origin: HUR; against it 1 article, origin: Ministry of Foreign Affairs",
        "! interested party: HUR",
        "! hedged: “soll” (Weitblick Online)",
        "! unanswered: Lao embassy in Moscow has not commented (The Podil Courier)",
        "! overstated: “Truppen” (Weitblick Online) goes further than “Laut Podil Courier",
        "For it: 2 articles, 1 independent origin",
        "Against it: 1 article",
        "[1] Weitblick Online ← The Podil Courier ← HUR · 8 July 2025, 11:20 · hedged · weitblick-online.txt",
    ],
    "de": [
        "! umstritten: dafür 2 Artikel, Ursprung: HUR; dagegen 1 Artikel, Ursprung: Ministry of Foreign Affairs",
        "! interessierte Seite: HUR",
        "! unter Vorbehalt: „soll“ (Weitblick Online)",
        "! ohne Stellungnahme: Lao embassy in Moscow (The Podil Courier)",
        "! zugespitzt: „Truppen“ (Weitblick Online) geht weiter als „Laut Podil Courier",
        "Dafür: 2 Artikel, 1 unabhängiger Ursprung",
        "Dagegen: 1 Artikel",
        "[1] Weitblick Online ← The Podil Courier ← HUR · 8. Juli 2025, 11:20 · unter Vorbehalt · weitblick-online.txt",
    ],
    "ru": [
        "! оспаривается: 2 статьи за, первоисточник: HUR; 1 статья против, первоисточник: Ministry of",
        "! заинтересованная сторона: HUR",
        "! с оговоркой: «soll» (Weitblick Online)",
        "! без комментария: Lao embassy in Moscow (The Podil Courier)",
        "! преувеличено: «Truppen» (Weitblick Online) — сильнее, чем «Laut Podil Courier",
        "За: 2 статьи, 1 независимый первоисточник",
        "Против: 1 статья",
        "[1] Weitblick Online ← The Podil Courier ← HUR · 8 июля 2025",
    ],
}


@pytest.mark.parametrize("lang", SAYS)
def test_a_finding_tells_its_standing_and_every_flag_in_words_with_what_makes_it_so(lang: str) -> None:
    lines = shown(disputed(), lang=lang)
    assert [told for told in SAYS[lang] if told not in lines] == []


@pytest.mark.parametrize("lang", SAYS)
def test_no_finding_says_true_or_false(lang: str) -> None:
    told = shown(disputed(), found(Standing.CONTRADICTED, opposing=[opposes(DENIAL)]), lang=lang, chain=True).lower()
    for word in ("true", "false", "wahr", "falsch", "правда", "ложь"):
        assert f" {word} " not in told


def test_the_statement_comes_first_then_the_standing_then_the_words() -> None:
    lines = shown(disputed()).splitlines()
    assert lines[0] == "Check: how well is it sourced?"
    assert lines[1] == "6 articles at hand"
    assert lines[3] == " 1. Laos schickt Truppen nach Kursk."
    assert lines[4].startswith("      ! disputed: ")


def test_of_several_statements_it_is_told_first_how_many_have_which_standing() -> None:
    told = shown(found(Standing.NOT_FOUND), disputed(), found(Standing.NOT_FOUND), lang="de")
    assert told.splitlines()[3] == "3 Aussagen: umstritten 1 · nicht gefunden 2"


def test_in_one_article_the_strongest_passage_of_its_text_is_shown_and_the_others_are_counted() -> None:
    told = shown(disputed())
    assert "“Laut Podil Courier, der sich auf HUR beruft, soll Laos rund 50 Pioniere angeboten haben.”" in told
    assert "and 1 more passage in this article" in told
    assert "“Truppen aus Laos für Putins Krieg”" not in told


def test_verbose_shows_every_passage_with_the_words_marked() -> None:
    told = shown(disputed(), verbose=True)
    assert ">>Truppen aus Laos für Putins Krieg<<" in told
    assert "more passage" not in told


def test_a_statement_that_is_not_found_shows_the_nearest_passages_as_no_support() -> None:
    told = shown(found(Standing.NOT_FOUND, nearest=[OFFER]), lang="de")
    assert "? nicht gefunden: kein Artikel sagt es, und keiner spricht dagegen" in told
    assert told.index("Kein Beleg, nur die nächstliegenden Stellen:") < told.index("Laos has offered")


def test_what_could_not_be_judged_is_told_and_is_no_verdict() -> None:
    unjudged = Comparison(OFFER, Stance.UNRELATED, "other", unjudged="no reply")
    told = shown(found(Standing.NOT_FOUND, unjudged=[unjudged]))
    assert "? 1 passage could not be judged: The Podil Courier" in told


def test_good_sourcing_has_another_sign_than_weak_sourcing() -> None:
    both = [Origin(HUR, False, (OFFER,)), Origin(sourced.MINISTRY, False, (DENIAL,))]
    told = shown(found(Standing.CORROBORATED, supporting=[supports(OFFER), supports(DENIAL)], origins=both))
    assert "+ corroborated: HUR and Ministry of Foreign Affairs, independently of each other" in told
    assert "!" not in told


def test_a_newer_figure_is_told_with_its_day() -> None:
    toll = sourced.printed("Tagesblatt", "Es gab 41 Tote, sagte die Polizei.", "2025-07-09")
    newer = opposes(claimed(toll, "Es gab 41 Tote"), "number", "41")
    given = found(
        Standing.SUPERSEDED, supporting=[supports(OFFER)], updates=[newer], origins=[Origin(HUR, True, (OFFER,))]
    )
    assert "! überholt: neuere Zahl vom 9. Juli 2025: „41 Tote“ (Tagesblatt); die Angabe ist vom 6. Juli 2025" in shown(
        given, lang="de"
    )
    assert "Neuer: 1 Artikel" in shown(given, lang="de")


def test_a_chain_goes_on_through_another_article() -> None:
    harbour = sourced.printed("Harbour", "150 soldiers are bound for Kursk, Weitblick Online reports.")
    first = claimed(harbour, harbour.text, (sourced.outlet("Weitblick Online"), "Weitblick Online"))
    whole = claimed(
        harbour,
        harbour.text,
        (sourced.outlet("Weitblick Online"), "Weitblick Online"),
    )
    followed = type(whole)(whole.article, whole.span, (*whole.chain, *RELAYED.chain[1:]))
    given = found(Standing.SINGLE_SOURCE, supporting=[supports(first)], origins=[Origin(HUR, True, (followed,))])
    assert "[1] Harbour ← Weitblick Online ← The Podil Courier ← HUR · " in shown(given)


def test_who_has_it_from_whom_is_drawn_with_the_origin_on_top() -> None:
    drawn = shown(disputed(), chain=True)
    tree = drawn[drawn.index("Who has it from whom:") :].splitlines()
    assert tree[1:5] == [
        "    HUR · intelligence service · also: Ukraine's military intelligence, ГУР · ! party",
        "    └── The Podil Courier · 6 July 2025",
        "        └── Weitblick Online · 8 July 2025, 11:20 · ! hedged",
        "    Who speaks against it:",
    ]
    assert "    Ministry of Foreign Affairs · authority\n    └── The Mekong Observer · 14 July 2025" in drawn


def test_an_outlet_is_one_station_whether_it_is_quoted_or_prints_itself() -> None:
    quoted = replace(RELAYED.chain[1], source=replace(sourced.outlet("Podil Courier"), key="podil"))
    relayed = replace(RELAYED, chain=(RELAYED.chain[0], quoted, RELAYED.chain[2]))
    origin = Origin(HUR, True, (relayed, OFFER))
    given = found(Standing.SINGLE_ORIGIN, supporting=[supports(relayed), supports(OFFER)], origins=[origin])
    tree = shown(given, chain=True)
    assert "    └── The Podil Courier · 6 July 2025\n        └── Weitblick Online · " in tree


def test_the_other_side_is_one_tree_an_origin_whatever_its_articles_call_it() -> None:
    state = Source("Lao government", SourceKind.GOVERNMENT, "lao", side="LA")
    denial = claimed(MEKONG, "Laos denied the plan", (state, "Laos"))
    finding = replace(disputed(), against=(Origin(state, True, (denial, DENIAL)),))
    tree = shown(finding, chain=True).partition("Who speaks against it:")[2].splitlines()
    assert [line.strip() for line in tree[1:3]] == [
        "Lao government · authority · ! party",
        "└── The Mekong Observer · 14 July 2025",
    ]


def test_each_independent_origin_has_a_tree_of_its_own_and_an_unnamed_one_is_marked() -> None:
    unnamed = claimed(MEKONG, "Laos denied the plan", (sourced.INSIDER, "Laos"))
    given = found(
        Standing.CORROBORATED,
        supporting=[supports(OFFER), supports(unnamed)],
        origins=[Origin(HUR, False, (OFFER,)), Origin(sourced.INSIDER, False, (unnamed,))],
    )
    assert "    Insider · ! unnamed\n    └── The Mekong Observer · 14 July 2025\n" in shown(given, chain=True)


def test_a_tree_in_markdown_is_a_list_within_the_list() -> None:
    drawn = to_markdown(page(disputed(), chain=True))
    assert "    - **HUR** · intelligence service" in drawn
    assert "\n        - The Podil Courier · 6 July 2025\n            - Weitblick Online" in drawn


def test_nothing_notable_is_said_so() -> None:
    assert "Nothing notable" in as_text(findings_page([], 6, Say("en"), chain=False, verbose=False))


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_of_a_finding_is_longer_than_the_terminal_is_wide(columns: int, colour: bool) -> None:
    text = to_text(page(disputed(), lang="de", chain=True), columns=columns, colour=colour)
    assert max(len(line) for line in plain(text).splitlines()) <= columns
    assert ("\x1b[" in text) is colour


def test_nothing_in_an_article_commands_the_terminal_or_is_read_as_markup() -> None:
    evil = "\x1b[2J<b>*x*</b> [l](http://e.example)"
    article = sourced.printed(f"Blatt {evil}", f"Der Pegel stieg {evil} um 3 Meter, so {evil} am Montag.")
    claim = claimed(article, article.text, (sourced.outlet(evil), evil), hedges=[evil])
    given = found(
        Standing.SINGLE_SOURCE,
        evil,
        supporting=[supports(claim)],
        origins=[Origin(sourced.outlet(evil), True, (claim,))],
        flags={Flag.HEDGED: (claim,), Flag.SECOND_HAND: (claim,)},
    )
    for verbose in (True, False):
        told = page(given, chain=True, verbose=verbose)
        assert plain(as_text(told)) == as_text(told)
        assert not [markup for markup in ("<b>", "[l](") if markup in to_markdown(told)]
