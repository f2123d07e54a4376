"""add, list, show, remove and reindex: what is in a collection."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.command import pile, progress_for
from assistant.commands.output import complain, emit, note, say_for, tell_embedding
from index.errors import BudgetSpent, CollectionError, InputError, NoArticle, NoCollection, NotFound

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.collection import AddReport, Collection
    from index.documents import Article
    from index.reembed import ReembedReport


class Add:
    name = "add"
    help = "put articles into the saved collection"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource add examples\n"
            "  secondsource add *.txt page.html --collection laos\n"
            "  curl -s https://… | secondsource add -\n\n"
            "Adding the same file twice does no harm: an article is kept once."
        )
        parser.add_argument(
            "paths",
            nargs="+",
            metavar="PATH",
            help='files (.txt, .md, .html) or directories, "-" for standard input',
        )

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.intake import add, open_collection

        with open_collection(settings, create=True) as collection, progress_for(args, settings) as progress:
            report = add(collection, args.paths, progress)
            return _reported(self.name, report, args, settings, collection)


class List:
    name = "list"
    help = "show which articles the saved collection holds"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = "examples:\n  secondsource list\n  secondsource list --collection laos --format md"

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.intake import open_collection
        from assistant.show.articles import heads_page
        from assistant.show.json_output import envelope

        with open_collection(settings) as collection:
            heads, settings = collection.heads(), as_used(settings, collection)
        emit(
            args,
            settings,
            lambda say: heads_page(heads, settings.collection, say),
            lambda: envelope(self.name, settings, heads),
        )
        return 0


class Show:
    name = "show"
    help = "show an article as it was cleaned, and what was cut from it and why"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource show examples/02-weitblick-online.txt\n"
            "  secondsource show 3fa9c01b7e     an ID, or its beginning, as `secondsource list` shows it"
        )
        parser.add_argument("article", metavar="PATH|ID", help='a file, "-", or the ID of an article in the collection')

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.show.articles import article_page
        from assistant.show.json_output import show_json

        try:
            articles, failed = _to_show(args, settings)
        except NoArticle as error:
            return _nothing_left(error, args, settings)
        emit(
            args,
            settings,
            lambda say: tuple(block for article in articles for block in article_page(article, say)),
            lambda: show_json(settings, articles, failed),
        )
        return 1 if failed else 0


class Remove:
    name = "remove"
    help = "take articles out of the saved collection"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = "examples:\n  secondsource list\n  secondsource remove 3fa9c01b7e"
        parser.add_argument("ids", nargs="+", metavar="ID", help="as `secondsource list` shows it")

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.intake import open_collection
        from assistant.show.articles import removed_page
        from assistant.show.json_output import envelope

        removed: list[str] = []
        errors: list[CollectionError] = []
        with open_collection(settings) as collection:
            settings = as_used(settings, collection)
            for identifier in dict.fromkeys(args.ids):
                try:
                    removed.append(collection.remove(identifier))
                except CollectionError as error:
                    errors.append(error)
        complain(errors)
        emit(
            args,
            settings,
            lambda say: removed_page(removed, say),
            lambda: envelope(self.name, settings, removed=removed),
        )
        return 1 if errors else 0


class Reindex:
    name = "reindex"
    help = "clean, split, index and read every article anew, from its raw input; or embed it with another embedder"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "Useful after an update of secondsource. With another --embedder than the collection's own, only the\n"
            "vectors are made anew: the old ones stay in use until the last is done; broken off, the same command\n"
            "goes on where it stopped.\n\n"
            "examples:\n"
            "  secondsource reindex\n"
            "  secondsource reindex --embedder openai:text-embedding-3-small"
        )

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import embedding_of
        from assistant.intake import open_to_reindex, reembed, reindex

        with open_to_reindex(settings) as (collection, other), progress_for(args, settings) as progress:
            if other is None:
                return _reported(self.name, reindex(collection, progress), args, settings, collection)
            try:
                report = reembed(collection, other, progress)
            except (KeyboardInterrupt, BudgetSpent):
                progress.stop()
                note(args, say_for(settings)("reembed.broken_off", before=collection.embedder.name))
                tell_embedding(args, settings, embedding_of(collection, other))
                raise
            return _reembedded(report, args, settings, collection)


def _reembedded(report: ReembedReport, args: Namespace, settings: Settings, collection: Collection) -> int:
    from assistant.embedding import as_used, embedding_of
    from assistant.show.articles import reembedded_page
    from assistant.show.json_output import reembedded_json
    from assistant.show.used import embedding_json

    settings, embedding = as_used(settings, collection), embedding_of(collection)
    emit(
        args,
        settings,
        lambda say: reembedded_page(report, say),
        lambda: {**reembedded_json(settings, report), "usage": embedding_json(embedding)},
    )
    tell_embedding(args, settings, embedding)
    return 0


def _reported(command: str, report: AddReport, args: Namespace, settings: Settings, collection: Collection) -> int:
    from assistant.embedding import as_used, embedding_of
    from assistant.show.articles import added_page
    from assistant.show.json_output import added_json
    from assistant.show.used import embedding_json

    settings, embedding = as_used(settings, collection), embedding_of(collection)
    complain([*report.failed, *filter(None, [report.stopped])])
    emit(
        args,
        settings,
        lambda say: added_page(command, report, say),
        lambda: {**added_json(command, settings, report), "usage": embedding_json(embedding)},
    )
    tell_embedding(args, settings, embedding)
    return 1 if report.failed or report.stopped else 0


def _nothing_left(error: NoArticle, args: Namespace, settings: Settings) -> int:
    """What was cut is shown although no article is left; an input where nothing was cut stays an error alone."""
    from assistant.show.articles import no_article_page
    from assistant.show.json_output import show_json

    if not error.removed:
        raise error
    told = NoArticle(error.path, error.what, "What was cut, and why, stands in the result", error.removed)
    complain([told])
    emit(args, settings, lambda say: no_article_page(error, say), lambda: show_json(settings, [], [told]))
    return 1


def _to_show(args: Namespace, settings: Settings) -> tuple[list[Article], list[InputError]]:
    """A file where there is one of that name, else an article of the collection."""
    from assistant.intake import open_collection

    if args.article == "-" or Path(args.article).exists():
        with pile(args, settings, [args.article]) as (collection, report):
            return collection.articles([*report.added, *report.known]), report.failed
    try:
        with open_collection(settings) as collection:
            return [collection.article(args.article)], []
    except NoCollection:
        raise NotFound(
            args.article, "there is no such file, and no saved collection either", "Check the name"
        ) from None
