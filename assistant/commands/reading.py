"""summarize, ask and search: what the articles say, with the exact words."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from assistant.commands.command import add_filters, add_paths, articles_in_hand, filters_left_nothing, filters_of
from assistant.commands.formats import REPORTS
from assistant.commands.output import complain, emit, part, tell_embedding, tell_used

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.domain import Reply
    from assistant.hands import Engine
    from assistant.settings import Settings
    from assistant.show.preview import Preview
    from index.errors import InputError


def at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


class Summarize:
    name = "summarize"
    formats = REPORTS
    help = "say in a few sentences what the articles say, each with its source and exact words"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource summarize examples\n"
            '  secondsource summarize *.html --about "mine clearing" --sentences 5\n'
            "  secondsource summarize --since 2025-07-01 -o summary.md\n"
            "  secondsource summarize examples --lang de -o report.html     to open in a browser, or to print"
        )
        add_paths(parser)
        parser.add_argument("--about", metavar="TEXT", help="only what the articles say about this")
        parser.add_argument(
            "--sentences", type=at_least_one, default=10, metavar="N", help="at most this many (default: 10)"
        )
        add_filters(parser)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.hands import engine
        from assistant.pipeline import summarize

        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            if nothing := filters_left_nothing(args, settings, collection, filters):
                raise nothing
            settings, hands = as_used(settings, collection), engine(settings, collection)
            preview = _preview(args, settings)
            reply = summarize(collection, hands, args.about, args.sentences, filters, preview.shown)
        preview.clear()
        _show(self.name, reply, args, settings, failed, hands)
        return 1 if failed else 0


class Ask:
    name = "ask"
    formats = REPORTS
    help = "answer a question from the articles, or say that they do not say"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            '  secondsource ask "Wer hat die Taliban anerkannt?" examples\n'
            '  secondsource ask "How many engineers did Laos offer?" --lang en -v\n'
            '  secondsource ask "Wer hat die Taliban anerkannt?" -o answer.html'
        )
        parser.add_argument("question", metavar="QUESTION", type=some_words, help="in quotation marks")
        add_paths(parser)
        add_filters(parser)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.hands import engine
        from assistant.pipeline import ask

        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            complain(filter(None, [filters_left_nothing(args, settings, collection, filters)]))
            settings, hands = as_used(settings, collection), engine(settings, collection)
            preview = _preview(args, settings)
            reply = ask(collection, hands, args.question, filters, shown=preview.shown)
        preview.clear()
        _show(self.name, reply, args, settings, failed, hands)
        return 1 if failed else 0


class Search:
    name = "search"
    help = "find the passages that fit some words best"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            '  secondsource search "Minenräumer Kursk" examples\n'
            '  secondsource search "mine clearing" --language de -n 3'
        )
        parser.add_argument("query", metavar="WORDS", type=some_words, help="in quotation marks")
        add_paths(parser)
        parser.add_argument(
            "-n", "--limit", type=at_least_one, default=10, metavar="N", help="at most this many (default: 10)"
        )
        add_filters(parser)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used, embedding_of
        from assistant.pipeline import search
        from assistant.show.json_output import failed_json, search_json
        from assistant.show.reply import search_page
        from assistant.show.used import searched_json, warned

        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            complain(filter(None, [filters_left_nothing(args, settings, collection, filters)]))
            hits = search(collection, args.query, filters, args.limit)
            settings, embedding = as_used(settings, collection), embedding_of(collection)
        emit(
            args,
            settings,
            lambda say: warned(search_page(args.query, hits, say, verbose=args.verbose), embedding, say),
            lambda: {
                **search_json(settings, args.query, hits),
                **searched_json(settings, embedding),
                "failed": failed_json(failed),
            },
        )
        tell_embedding(args, settings, embedding)
        return 1 if failed else 0


def some_words(text: str) -> str:
    if not text.strip():
        raise ArgumentTypeError("there is nothing in it")
    return text.strip()


def _preview(args: Namespace, settings: Settings) -> Preview:
    """Rules are done at once; a model takes its time, and what has passed can be read meanwhile."""
    from assistant.show.preview import Preview

    return Preview(wanted=bool(settings.model) and not args.quiet)


def _show(
    command: str, reply: Reply, args: Namespace, settings: Settings, failed: Iterable[InputError], hands: Engine
) -> None:
    from assistant.show.json_output import failed_json, reply_json
    from assistant.show.reply import reply_page, title
    from assistant.show.used import used_json, warned

    summary = command == "summarize"
    emit(
        args,
        settings,
        lambda say: warned(reply_page(reply, say, summary=summary, verbose=args.verbose), hands.embedding(), say),
        lambda: {
            **reply_json(command, settings, reply),
            **used_json(settings, hands.ledger, hands.spent(), hands.embedding()),
            "failed": failed_json(failed),
        },
        lambda say: [part(settings, command, title(reply, say, summary), hands, reply=reply, failed=failed)],
    )
    tell_used(args, settings, hands)
