"""Education hears of the library, which stands beside it: this part of the one table (kith.config.wiring)."""

from collections.abc import Iterator

from kith.education.actions.importing import load_training
from kith.education.actions.leaving import expect_leaver_no_more
from kith.education.actions.news import Change, announce_change
from kith.education.rules.codes import NewsKind
from kith.education.statements import register_statements
from kith.imports.registry import register
from kith.library.events import StatementChanged, StatementWithdrawn
from kith.library.queries.changes import answer_now, answers_now, worded
from kith.organisations.events import MembershipEnded
from kith.platform import outbox
from kith.platform.access.viewer import Viewer, system_actor

BY = system_actor("education")


def follow_library() -> None:
    """People whose work says an answer are told when it changes, and leavers are expected at no session."""
    register_statements(_every)
    outbox.listen(StatementChanged, tell_of_changed)
    outbox.listen(StatementWithdrawn, tell_of_withdrawn)
    outbox.listen(MembershipEnded, expect_leaver_no_more)


def load_trainings() -> None:
    """``kith load training FILE``."""
    register("training", load_training)


def tell_of_changed(event: StatementChanged) -> None:
    """Announce the words that stand beside those that stood."""
    before, after = worded(BY, event.key, event.before), worded(BY, event.key, event.number)
    announce_change(by=BY, change=Change(event.key, NewsKind.CHANGED, str(event.number), before, after))


def tell_of_withdrawn(event: StatementWithdrawn) -> None:
    """Announce that an answer is said no more, and why."""
    before, why = answer_now(BY, event.key)
    mark = f"{event.withdrawn_at:%Y%m%d%H%M%S}"
    announce_change(by=BY, change=Change(event.key, NewsKind.WITHDRAWN, mark, before, why=why))


def _every(viewer: Viewer) -> Iterator[tuple[str, str]]:
    for each in answers_now(viewer):
        yield each.key, each.text
