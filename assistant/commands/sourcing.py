"""check, findings and claims: who says so, ultimately, and how well a statement is sourced."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.command import add_filters, add_paths, articles_in_hand, filters_left_nothing, filters_of
from assistant.commands.formats import REPORTS
from assistant.commands.output import emit, part, tell_used
from index.errors import NoCollection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.settings import Settings
    from assistant.show.say import Say
    from assistant.sourcing import Finding
    from index.collection import Collection
    from index.documents import Filters


class Check:
    name = "check"
    formats = REPORTS
    help = "say how well a statement is sourced in the articles, and who ultimately says so"

    def configure(self, parser: ArgumentParser) -> None:
        parser.usage = (
            'secondsource check "CLAIM" [PATH ...]\n'
            "       secondsource check --claims FILE [PATH ...]\n"
            "       secondsource check --draft FILE [PATH ...]\n"
        )
        parser.epilog = (
            "It never says true or false: it says what the articles at hand have for and against a statement.\n\n"
            "examples:\n"
            '  secondsource check "Laos schickt Truppen nach Kursk." examples --lang de --chain\n'
            "  secondsource check --claims claims.txt examples --json\n"
            '  secondsource check "Laos schickt Truppen nach Kursk." examples -o check.html\n'
            '  secondsource check "Laos schickt Truppen nach Kursk." examples -o check.jsonld     (ClaimReview)\n'
            "  secondsource check --draft my-article.txt --since 2025-07-01"
        )
        parser.add_argument(
            "words",
            nargs="*",
            default=[],
            metavar="CLAIM|PATH",
            help="a claim in quotation marks (unless --claims or --draft gives them), then files (.txt, .md, .html) or "
            'directories, "-" for standard input; without any, the saved collection is used',
        )
        given = parser.add_mutually_exclusive_group()
        given.add_argument("--claims", metavar="FILE", help='every claim of a file, one a line ("-": standard input)')
        given.add_argument("--draft", metavar="FILE", help="every sentence of a text that is to be printed")
        _add_chain(parser)
        add_filters(parser)
        parser.set_defaults(refuse=parser.error)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.hands import engine
        from assistant.pipeline import check
        from assistant.show.finding import check_page
        from assistant.show.json_output import failed_json, findings_json
        from assistant.show.used import used_json, warned

        statements = _statements(args)
        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            at_hand = _articles_at_hand(args, settings, collection, filters)
            settings, hands = as_used(settings, collection), engine(settings, collection)
            found = check(collection, hands, statements, filters)
        emit(
            args,
            settings,
            lambda say: warned(
                check_page(found, at_hand, say, chain=args.chain, verbose=args.verbose), hands.embedding(), say
            ),
            lambda: {
                **findings_json(self.name, settings, found),
                **used_json(settings, hands.ledger, hands.spent(), hands.embedding()),
                "failed": failed_json(failed),
            },
            lambda say: [part(settings, self.name, _heading(found, say), hands, findings=found, failed=failed)],
        )
        tell_used(args, settings, hands)
        return 1 if failed else 0


class Findings:
    name = "findings"
    formats = REPORTS
    help = "show every statement of the articles that is weakly sourced, disputed or overtaken"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource findings examples\n"
            "  secondsource findings examples --all              also what one article alone tells, a line each\n"
            "  secondsource findings --since 2025-07-01 --chain -o findings.md\n"
            "  secondsource findings FOLDER -o findings.html     with a picture of who has it from whom, and filters"
        )
        add_paths(parser)
        parser.add_argument(
            "--all",
            action="store_true",
            help="also what one article alone tells and nothing weakens (--json always has it, after the others)",
        )
        _add_chain(parser)
        add_filters(parser)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.findings.weakness import is_worth_listing
        from assistant.hands import engine
        from assistant.pipeline import PILE, findings
        from assistant.show.finding import findings_page
        from assistant.show.json_output import failed_json, findings_json
        from assistant.show.used import used_json

        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            at_hand = _articles_at_hand(args, settings, collection, filters)
            settings, hands = as_used(settings, collection), engine(settings, collection)
            found = findings(collection, hands, filters)
        unread = max(0, at_hand - PILE)
        reported = [f for f in found if args.all or is_worth_listing(f)]
        emit(
            args,
            settings,
            lambda say: findings_page(
                found, at_hand, say, chain=args.chain, verbose=args.verbose, unread=unread, every=args.all
            ),
            lambda: {
                **findings_json(self.name, settings, found),
                "unread": unread,
                **used_json(settings, hands.ledger, hands.spent(), hands.embedding()),
                "failed": failed_json(failed),
            },
            lambda say: [
                part(
                    settings,
                    self.name,
                    say("finding.findings"),
                    hands,
                    findings=reported,
                    failed=failed,
                    unread=unread,
                )
            ],
        )
        tell_used(args, settings, hands)
        return 1 if failed else 0


class Claims:
    name = "claims"
    help = "show what each article states, and whom it has it from"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource claims examples/02-weitblick-online.txt\n"
            "  secondsource claims --publisher Ostkompass --json"
        )
        add_paths(parser)
        add_filters(parser)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.embedding import as_used
        from assistant.hands import engine
        from assistant.pipeline import claims
        from assistant.show.claims import claims_page
        from assistant.show.json_output import claims_json, failed_json
        from assistant.show.used import used_json

        filters = filters_of(args)
        with articles_in_hand(args, settings) as (collection, failed):
            _articles_at_hand(args, settings, collection, filters)
            heads = collection.heads(filters)
            settings, hands = as_used(settings, collection), engine(settings, collection)
            readings = claims(collection, hands, filters)
        emit(
            args,
            settings,
            lambda say: claims_page(heads, readings, say),
            lambda: {
                **claims_json(settings, heads, readings),
                **used_json(settings, hands.ledger, hands.spent(), hands.embedding()),
                "failed": failed_json(failed),
            },
        )
        tell_used(args, settings, hands)
        return 1 if failed else 0


def _heading(found: Sequence[Finding], say: Say) -> str:
    """Of a report: a single statement is its own heading."""
    return say("export.check", statement=found[0].statement.text) if len(found) == 1 else say("finding.check")


def _add_chain(parser: ArgumentParser) -> None:
    parser.add_argument("--chain", action="store_true", help="draw who has it from whom, a tree for each origin")


def _statements(args: Namespace) -> list[str]:
    """What is to be checked; leaves the PATHs in `args.paths`. Raises InputError; wrong usage ends the program."""
    from assistant.commands.statements import claims_of, sentences_of

    file = args.claims or args.draft
    args.paths = args.words if file else args.words[1:]
    if file == "-" and "-" in args.paths:
        args.refuse('standard input ("-") can be read only once: as claims, as a draft or as an article')
    if file:
        return claims_of(file) if args.claims else sentences_of(file)
    claim = args.words[0].strip() if args.words else ""
    if not claim:
        args.refuse('there is no claim: give "CLAIM" in quotation marks, --claims FILE or --draft FILE')
    if not args.paths and Path(claim).exists():
        args.refuse(f'{claim} is a file or directory, and there is no claim: the first is to be "CLAIM"')
    return [claim]


def _articles_at_hand(args: Namespace, settings: Settings, collection: Collection, filters: Filters) -> int:
    """The number of articles at hand. Raises CollectionError where there is none: that is no finding."""
    if nothing := filters_left_nothing(args, settings, collection, filters):
        raise nothing
    articles = sum(collection.languages(filters).values())
    if not articles:
        raise NoCollection("There are no articles to read. Add some with `secondsource add FILE_OR_FOLDER`.")
    return articles
