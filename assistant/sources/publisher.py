"""Who printed an article, as a source: an outlet, an agency, or the body whose release it is."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import urlsplit

from assistant.sources.figures import Figure
from assistant.sources.kinds import is_company
from assistant.sources.known import bodies
from assistant.sources.phrase import Phrase
from assistant.sources.phrases import phrase_of
from assistant.sources.places import state_of
from assistant.sources.words import concepts
from assistant.sourcing import SourceKind
from index.documents import Article
from index.names import sounds_like_a_paper

_SERVICE = re.compile(r"(?<=\b[a-zA-Z]{3})/[a-z]{2,3}\Z")  # an agency's regional service: "dpa/lhe"
_ALSO = re.compile(r"\s*\(([^)]+)\)|\s*[,|]\s.*\Z")
# A club by the letters that clubs begin with or by its register, and who prints the releases of a firm.
_CLUB = re.compile(
    r"(?:\A|\s)(?:1\.\s)?(?:FC|SV|TSV|VfB|VfL|VfR|SC|SSV|FSV|SpVgg|TSG|TuS|EHC|ERC|HC|HSG|BC|AFC|FK|ФК|ХК|БК|ПФК)\s[A-ZÄÖÜА-ЯЁ«\"]"
    r"|\be\.\s?V\.|[a-z] (?:United|Rovers|Wanderers|Athletic|Hotspur)\Z"
)
_RELEASES = re.compile(
    r"(?i)\b(?:newsroom|(?:press|media) (?:office|room|relations|centre|center)|pressestelle|presseabteilung"
    r"|пресс-служба|пресс-центр)\b"
)
_OF_HOUSE = re.compile(rf"(?:['’]s)?[\s,·|–—-]+{_RELEASES.pattern.removeprefix('(?i)')}\s*\Z", re.IGNORECASE)
# What marks a text as a body's own release: a line of its head, or the part of its site where such texts stand.
_HEAD = 500  # characters
_RELEASE_LINE = re.compile(
    r"(?im)^(?:[^\n.!?:]{0,60}[·|–—,/]\s*)?(?:presse-?(?:mitteilung|information|erklärung|meldung)"
    r"|medien-?(?:mitteilung|information)|(?:press|news|media) (?:release|statement|notice)|for immediate release"
    r"|пресс-релиз|сообщение для (?:прессы|сми))\b[^\n!?]{0,45}$"
)
_RELEASE_SITE = re.compile(
    r"(?i)/(?:press-?releases?|presse-?mitteilung\w*|presse-?information\w*|news-?room|news-releases?)(?:[/.]|$)"
)
# Bodies by the word that their names begin with, though another may be a paper's: "Ministry of Trade of the Republic".
_BODY = re.compile(r"(?i)(?:ministry|ministerium|министерство|initiative|aktion|komitee|kampagne|team) \w")
_COMMAND = re.compile(r"(?<!Guard )(?:Command|Headquarters\b.*)\Z")
# Kinds of which a publisher's bare name tells that it prints its own releases.
_OWN_VOICE = frozenset(SourceKind) - {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.DOCUMENT}


def publisher_of(article: Article) -> Figure:
    name = _SERVICE.sub("", article.publisher or _place_of(article))
    house = _OF_HOUSE.sub("", name) or name
    figure = Figure(SourceKind.OUTLET, f"name:{house.lower()}")
    figure.add(_ALSO.sub("", house))
    figure.names |= {found[1]: False for found in _ALSO.finditer(name) if found[1]}
    releases = _RELEASES.search(name) is not None
    body = _BODY.match(name) is not None
    own = _is_release(article)
    if not article.publisher or (sounds_like_a_paper(name) and not (releases or body or own)):
        return figure
    if own:
        figure.kind = SourceKind.NGO  # until more is known of it
    if releases:
        figure.kind = SourceKind.COMPANY
    elif body or _CLUB.search(name):
        figure.kind = SourceKind.NGO
    elif _COMMAND.search(name):
        figure.kind = SourceKind.MILITARY
    words = figure.name.split()
    if "&" in words:  # "Haus & Hof", "Energie & Bau", or "Kolb & Söhne"
        named = [word for word in words if word != "&"]  # nothing but what firms deal in names a paper
        if is_company(named) and not all(is_company([word, word]) for word in named):
            figure.kind = SourceKind.COMPANY
        return figure
    for language in dict.fromkeys((article.language, "de", "en", "ru")):
        phrase = phrase_of(house, language)
        if phrase.bodies or phrase.kinds:
            return _body(figure, phrase)
    if is_company(words):
        figure.kind = SourceKind.COMPANY
    return figure


def _is_release(article: Article) -> bool:
    site = urlsplit(article.url).path if article.url else ""
    return bool(_RELEASE_SITE.search(site) or _RELEASE_LINE.search(article.text, 0, _HEAD))


def _body(figure: Figure, phrase: Phrase) -> Figure:
    if phrase.bodies:
        body = bodies()[phrase.bodies[-1].id]
        figure.kind, figure.side, figure.concept, figure.place = body.kind, body.side, body.concept, body.place
        figure.key = f"{body.place}:{body.concept}" if body.place and body.concept else body.id
        return figure
    concept = concepts()[phrase.kinds[0].concept]
    if concept.kind not in _OWN_VOICE:
        return figure
    figure.kind, figure.concept = concept.kind, concept.id
    if phrase.places:
        place = phrase.places[0].id
        figure.place = state_of(place) or place
        figure.side = state_of(place)
        if concept.seat:
            figure.key = f"{figure.place}:{concept.id}"
    return figure


def _place_of(article: Article) -> str:
    """What to call the publisher of an article that names none."""
    host = urlsplit(article.url).hostname if article.url else None
    return (host or "").removeprefix("www.") or PurePath(article.path).name or article.id
