"""What can be told of a sentence by itself: is it prose, does it point back, what can be cut from its front."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from assistant.cues import find, is_attributed, marked_speech
from assistant.write.closing import closes
from assistant.write.reference import announces, refers_back, speaks_as_i
from index.embedding.frequency import weight
from index.wordlists import words_of

_FOLDER = "assistant.words"
_ENDS = re.compile(r"[.!…][\"“”»«’'›‹)\]]*$")
_ASKS = re.compile(r"\?[\"“”»«’'›‹)\]]*$")
_LINK = re.compile(r"https?://|www\.|©|\S@\S|^\s*[#>*•|]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.!?]")
# What a sentence begins with behind a place: before anything else capitals are who speaks ("UNICEF: Zahl der …").
_BEGINS = (
    r"(?=(?:Alle|Am|An|Auf|Aus|Bei|Das|Der|Die|Ein|Eine|Es|Im|In|Mehr|Mit|Nach|Seit|Vor|Wir"
    r"|A|All|An|At|In|More|On|The|We|В|Все|На|По|После)\s)"
)
_DATELINE = re.compile(
    rf"""^(?:
      # Rostock (dpa) -
      (?:[^\W\d_][\w'’./-]*\s?){{1,4}}(?:,\s[\w.\s]{{2,25}})?
        \s?(?:\((?:AFP|AP|APA|DPA|SID|TASS|dpa|epd|kna|Reuters)\)(?=\s[^\W\da-zäöü])|\((?:[A-Z]{{2,8}}|[A-Z][a-z]{{3,11}}|dpa|epd|kna|lni|red|ots|sid|afp|apa)[\w/\s-]*\)\s?[-–—:.])\s+
      # KYIV, July 6 —
    | [^\W\d_a-zäöüßа-яё]{{3,}}(?:[\s/-][^\W\d_a-zäöüßа-яё]+)*
        (?:,\s[^\W\d_][\w.,\s]{{1,25}}?)?\s?[-–—]\s+
      # Hannover.
    | [^\W\d_]+(?:/[^\W\d_]+)*\.\s(?=[^\W\d_])
    | (?:Nr|No|№)\.?\s?[\d/]+\s[-–—]\s+
      # BRUSSELS: The
    | [A-ZÄÖÜА-ЯЁ]{{4,}}(?:[\s/-][A-ZÄÖÜА-ЯЁ]+)*:\s+{_BEGINS}
      # Almaty – Bei
    | [A-ZÄÖÜА-ЯЁ][\w-]+(?:[\s/][A-ZÄÖÜА-ЯЁ][\w-]+){{0,2}}\s[–—]\s{_BEGINS}
      # an entry of a list: – On, 3) All
    | [-–—•]\s+(?=[A-ZÄÖÜА-ЯЁ])
    | \d{{1,2}}\)\s(?=[A-ZÄÖÜА-ЯЁ])
      # 3. All; no ordinal: 1. FC Köln
    | \d{{1,2}}\.\s{_BEGINS}
    )""",
    re.VERBOSE,
)
_MARKED = re.compile(r"\(|[-–—•]\s|\A\d{1,2}[.)]\s|\A[A-ZÄÖÜА-ЯЁ]{4}")  # every dateline has one of these, or …
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)*\.")  # … is a word and a full stop
_PLACE_AND_DATE = re.compile(
    r"^[^\W\d_][\w .’'-]{1,40},\s(?:(?:am|den|on|the)\s)?(?:\d{1,2}\.?\s\w+|\w+\s\d{1,2},)\s\d{4}(?:\sг(?:ода)?)?\.$"
)
_AGED = re.compile(r"^\d{1,3}$")
_QUOTE_MARKS = re.compile(r"[\"„“”»«]")
_FEWEST_WORDS = 5
_MOST_WORDS = 120
_NAMELIKE = 0.58  # how telling a capitalised word is to be taken for a name
_UNKNOWN = 0.85
_QUOTED = re.compile(r"[\"„“»«][^\"„“”»«]*[\"“”»«]")
_CLAUSE_MARKS = frozenset(",;:")


def tells(text: str, language: str) -> bool:
    """Whether a sentence tells something itself: a whole one, no credit of a picture, no announcement."""
    nothing = points_at_pictures(text, language) or announces(text, language) or _PLACE_AND_DATE.match(text)
    return is_whole(text) and not nothing


def is_whole(text: str) -> bool:
    """A statement with its end: no question, no headline, no line of links."""
    return bool(_ENDS.search(text)) and not _ASKS.search(text) and not _LINK.search(text)


def has_length(text: str) -> bool:
    """Neither a scrap nor a page."""
    return _FEWEST_WORDS <= len(_WORD.findall(text)) <= _MOST_WORDS


def dateline_length(text: str) -> int:
    """How many characters at the front of a paragraph only say from where and from whom it comes."""
    if not (_MARKED.search(text) or _FIRST_WORD.match(text)):  # nearly none of them is, and this is quick to tell
        return 0
    found = _DATELINE.match(text)
    return found.end() if found else 0


def connective_length(text: str, language: str) -> int:
    """How many characters a leading "Doch", "But" or "Но" has that the sentence can do without.

    Only where the word after it can begin the sentence: a verb there needs the word before it.
    """
    found = re.match(r"([^\W\d_]+),?\s+([^\W_]+)", text)
    if not found or found[1].lower() not in words_of(_FOLDER, "droppable", language):
        return 0
    follower = found[2]
    can_begin = follower[0].isupper() or follower[0].isdigit() or follower in words_of(_FOLDER, "beginners", language)
    return found.start(2) if can_begin else 0


def has_open_quotation(text: str) -> bool:
    """Whether a quotation begins or ends outside of the text."""
    return len(_QUOTE_MARKS.findall(text)) % 2 == 1


@lru_cache(maxsize=20_000)
def points_back(text: str, language: str) -> bool:
    """Whether a reader needs the sentence before: a pronoun, "dort", "the two", or reported speech with no speaker."""
    return takes_up(text, language) or (not has_open_quotation(text) and lacks_speaker(text, language))


def takes_up(text: str, language: str) -> bool:
    """Whether words of the sentence stand for something told before, whoever is speaking."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return True
    return (
        tokens[0].lower() in _list("points_back", language)
        or _begins_with_phrase(text, language)
        or _early(tokens, language)
        or _role_without_name(tokens, language)
        or _pronoun_without_name(text, language)
        or refers_back(text, language)
        or closes(text, language)
    )


def _begins_with_phrase(text: str, language: str) -> bool:
    start = " ".join(match.group() for match in islice(_WORD.finditer(text.lower()), 4)) + " "
    return start.startswith(_phrases(language))


@cache
def _phrases(language: str) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in _list("points_back_phrases", language))


def _role_without_name(tokens: list[str], language: str) -> bool:
    """ "the agency", "der Sprecher", "die 44-Jährige", with nothing before or after that says which."""
    articles, roles = _list("definite", language), _list("roles", language)
    unnamed = _list("indefinite", language)
    for n, token in enumerate(tokens[:-1]):
        lowered = token.lower()
        indefinite = lowered in unnamed  # "a man was hurt" is news, "a spokesman said" isn't
        if lowered not in articles and not indefinite:
            continue
        noun = _noun_after(tokens, n, language)
        if noun >= len(tokens) or tokens[noun].lower() not in roles:
            continue
        follower = tokens[noun + 1] if noun + 1 < len(tokens) else "."
        said_which = follower[0].isupper() or follower.lower() in _list("says_which", language)
        speaks = n > 0 and (tokens[n - 1].lower() in _speaking(language) or follower.lower() in _speaking(language))
        if not said_which and (speaks or not (indefinite or _names(tokens[:n], language))):
            return True
    return False


def _noun_after(tokens: list[str], article: int, language: str) -> int:
    """Where the noun of an article stands: after an age ("der 44-Jährige"), in German after its adjectives."""
    noun = article + 1
    if _AGED.match(tokens[noun]):
        return noun + 1
    while language == "de" and noun < len(tokens) and (tokens[noun] == "," or tokens[noun][0].islower()):
        noun += 1
    return noun


def _pronoun_without_name(text: str, language: str) -> bool:
    """A pronoun whose noun cannot be in the sentence: with no name before it, or in the first clause.

    A pronoun does not stand for a noun of its own clause; English has clauses without a mark between them, so there
    only a name counts. What is inside quotation marks speaks of other things.
    """
    tokens = _TOKEN.findall(_QUOTED.sub(" ", text).lstrip(" ,.–—-"))
    pronouns = _list("pronouns", language)
    first = next((n for n, token in enumerate(tokens) if token in pronouns), None)
    if first is None:
        return False
    if tokens[0].lower() in _list("subordinators", language):  # "Nachdem er gegangen war, erklärte Meier …"
        return not _names(tokens, language)
    before = tokens[:first]
    return not _names(before, language) or (language != "en" and not any(t in _CLAUSE_MARKS for t in before))


def looks_ahead(text: str, language: str) -> bool:
    """Whether a pronoun has its name after it, as where news opens: "Gestern noch blieb er, nun geht Karl Meier"."""
    tokens = _TOKEN.findall(_QUOTED.sub(" ", text))
    first = next((n for n, token in enumerate(tokens) if token in _list("pronouns", language)), len(tokens))
    mark = next((n for n, token in enumerate(tokens) if n > first and token in _CLAUSE_MARKS), len(tokens))
    return _pronoun_without_name(text, language) and _names(tokens[mark:], language)


def _names(tokens: list[str], language: str) -> bool:
    """The first word of a sentence is a name only if it is quite unknown, since it is a capital in any case."""
    return any(
        t[0].isupper() and len(t) > 2 and weight(t.lower(), language) >= (_NAMELIKE if n else _UNKNOWN)
        for n, t in enumerate(tokens)
    )


def _early(tokens: list[str], language: str) -> bool:
    return not _list("points_back_early", language).isdisjoint(tokens[1:6])


def lacks_speaker(text: str, language: str) -> bool:
    """German reports speech in the Konjunktiv; what is all quotation, or says "I", has its speaker elsewhere."""
    all_quoted = not _WORD.search(_QUOTED.sub(" ", text))
    if not has_open_quotation(text) and speaks_as_i(text, language):
        return not names_speaker(text, language)
    if not all_quoted and not find("subjunctives", text, language):  # most sentences, and this is quick
        return False
    return not names_speaker(text, language) and (all_quoted or is_attributed(text, language))


@lru_cache(maxsize=20_000)
def names_speaker(text: str, language: str) -> bool:
    """Whether the sentence itself says who says so: "laut", "sagte", "according to"."""
    if marked_speech(text):
        return True
    return bool(find("attributions", text, language) or find("denials", text, language))


@cache
def _speaking(language: str) -> frozenset[str]:
    """Single words of saying: who "said", "sagte der …", has to be told where it is no name."""
    cues = (cue.rstrip("*") for cue in words_of(_FOLDER, "attributions", language))
    return frozenset(cue for cue in cues if cue.isalpha()) | {"so"}


@cache
def _list(name: str, language: str) -> frozenset[str]:
    return words_of(_FOLDER, name, language)


def points_at_pictures(text: str, language: str) -> bool:
    """A credit or caption: "Foto: …"."""
    first = _WORD.match(text)
    return (
        first is not None
        and first[0].lower() in _list("points_at_pictures", language)
        and text[first.end() :][:1] == ":"
    )
