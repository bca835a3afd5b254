"""Education hears of the library, which stands beside it: this part of the one table (kith.config.wiring)."""

from collections.abc import Iterator

from kith.education.actions.importing import load_training
from kith.education.actions.leaving import expect_leaver_no_more
from kith.education.actions.news import Change, announce_change
from kith.education.rules.codes import NewsKind
from kith.education.statements import register_statements
from kith.imports.registry import register
from kith.library.events import StatementMoved
from kith.library.queries.editors import library_desk, statement_page
from kith.library.rules.status import Status
from kith.organisations.events import MembershipEnded
from kith.platform import outbox
from kith.platform.access.viewer import Viewer, system_actor

BY = system_actor("education")


def follow_library() -> None:
    """People whose work says an answer are told when it changes, and leavers are expected at no session."""
    register_statements(_every)
    outbox.listen(StatementMoved, tell_of_statement)
    outbox.listen(MembershipEnded, expect_leaver_no_more)


def load_trainings() -> None:
    """``kith load training FILE``."""
    register("training", load_training)


def tell_of_statement(event: StatementMoved) -> None:
    """Announce the words that stand beside those that stood, or that they are said no more and why."""
    page = statement_page(BY, event.key)
    shown = {each.number: each.text for each in (page.current, page.waiting, *page.earlier) if each}
    before, after = shown.get(event.before, ""), shown.get(event.number, "")
    kind = NewsKind.CHANGED if event.number else NewsKind.WITHDRAWN
    change = Change(event.key, kind, str(event.number), before, after, "" if after else page.withdrawn_why)
    announce_change(by=BY, change=change)


def _every(viewer: Viewer) -> Iterator[tuple[str, str]]:
    for each in library_desk(viewer).statements:
        if each.status is not Status.WITHDRAWN:
            yield each.key, each.text
