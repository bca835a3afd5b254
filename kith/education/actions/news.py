"""People at work are told what changed in the library, and say that they have seen it."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.education.models.news import LibraryNews, NewsReading, StatementUse
from kith.education.rules.codes import LibraryNewsId, NewsKind
from kith.education.rules.news import USUAL_ROLES, may_use
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class Change:
    """What became of a statement: its words before and after; ``mark`` tells one change from the next."""

    key: str
    kind: NewsKind
    mark: str
    before: str
    after: str = ""
    why: str = ""


@action
def announce_change(*, by: Actor, change: Change) -> LibraryNewsId:
    """Tell all whose role uses the statement; announced twice it is announced once."""
    access.require(by, Permission.MANAGE_EDUCATION)
    use = StatementUse.objects.filter(key=change.key).first()
    row, is_new = LibraryNews.objects.get_or_create(
        key=change.key,
        kind=change.kind,
        mark=change.mark,
        defaults={
            "before": change.before,
            "after": change.after,
            "why": change.why,
            "roles": use.roles if use else sorted(role.value for role in USUAL_ROLES),
            "announced_at": clock.now(),
            "announced_on": clock.today(),
        },
    )
    if is_new:
        audit.record(by, "education.change_announced", row, key=change.key, kind=change.kind)
    return LibraryNewsId(row.pk)


@action
def mark_news_seen(*, by: Actor, news_id: LibraryNewsId) -> None:
    """Note that the actor has seen the news; seen twice it is seen once."""
    access.require(by, Permission.SEE_OWN_TRAINING)
    if by.membership_id is None:
        raise Forbidden("news")
    news = LibraryNews.objects.filter(pk=news_id).first()
    if news is None:
        raise NotFound("news")
    row, is_new = NewsReading.objects.get_or_create(
        news=news, membership_id=by.membership_id, defaults={"seen_at": clock.now()}
    )
    if is_new:
        audit.record(by, "education.news_seen", row)


@action
def set_statement_use(*, by: Actor, key: str, roles: Collection[Role]) -> None:
    """Say which roles use a statement at work: they are told when it changes."""
    access.require(by, Permission.MANAGE_REQUIREMENTS)
    if refusal := may_use(roles):
        raise refusal
    wanted = sorted(role.value for role in roles)
    row = StatementUse.objects.filter(key=key).first() or StatementUse(key=key)
    if row.pk and row.roles == wanted:
        return
    row.roles, row.set_by_id, row.set_at = wanted, by.membership_id, clock.now()
    row.save()
    audit.record(by, "education.statement_use_set", row, key=key)
