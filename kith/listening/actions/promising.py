"""Promising parents something, and saying that it is done or cannot be; and asking those who wrote if it is better."""

from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import locked_theme, member
from kith.listening.actions.sending import TELLER, answer_contacts
from kith.listening.models.stories import Story
from kith.listening.models.themes import BetterAnswer, Theme, ThemeReply, ThemeStep, ThemeStory
from kith.listening.rules.codes import Felt, ThemeId, ThemeState
from kith.listening.rules.notices import NoticeKind
from kith.listening.rules.promises import Promise, is_unkept, may_promise, may_reply, may_settle
from kith.organisations.queries.people import is_working
from kith.platform import access, audit, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Actor
from kith.platform.action import action
from kith.platform.private_links import digest
from kith.tasks.actions.notices import raise_notice

OPENS = "listening.story"


@dataclass(frozen=True)
class NewPromise:
    """What is promised to parents in English words, who answers for it, and by when it is kept."""

    words: str
    owner: MembershipId | None
    due_on: date | None


@action
def promise(*, by: Actor, theme_id: ThemeId, new: NewPromise) -> None:
    """Promise it on the public page; promised anew, the day before stays in its history."""
    row = locked_theme(by, theme_id)
    _promise(by, row, new)


@action
def settle_theme(*, by: Actor, theme_id: ThemeId, state: ThemeState, words: str) -> None:
    """Say that what was promised is done, or that it cannot be and why; said twice it is said once."""
    row = locked_theme(by, theme_id)
    if row.state is state and row.outcome == words.strip():
        return
    if refusal := may_settle(state, after=row.state, words=words):
        raise refusal
    before, row.state, row.outcome = row.state, state, words.strip()
    row.settled_on = row.moved_on = clock.today()
    row.save()
    _step(by, row, after=before, words=row.outcome)


@action
def reply_to_writers(*, by: Actor, theme_id: ThemeId, language: str, words: str) -> int:
    """Say to all who wrote in this language what has become of it; gives to how many it was sent."""
    row = locked_theme(by, theme_id)
    wrote = ThemeStory.objects.filter(theme=row, language=language).exists()
    if refusal := may_reply(words, language=language, is_here=wrote):
        raise refusal
    step = row.steps.filter(state=row.state).order_by("-pk").first()
    if step is None or row.state is ThemeState.HEARD:
        raise Refusal("theme_not_now")
    said = {"words": words.strip(), "written_by_id": member(by), "written_on": clock.today()}
    made, _ = ThemeReply.objects.update_or_create(step=step, language=language, defaults=said)
    audit.record(by, "listening.writers_replied_to", made, theme=row.pk, language=language)
    return answer_contacts(by, row, language=language)


@action
def say_if_better(*, by: Actor, token: str, theme_id: ThemeId, better: Felt) -> None:
    """Take the writer's word whether it is better, by the address she holds; her last word counts."""
    access.require(by, Permission.ANSWER_BY_LINK)
    story = Story.objects.filter(key_hash=digest(token, OPENS)).first()
    row = Theme.objects.filter(pk=theme_id, in_it__story=story).first() if story else None
    if row is None or row.state is ThemeState.HEARD:
        raise NotFound("story")
    BetterAnswer.objects.update_or_create(story=story, theme=row, defaults={"better": better})
    audit.record(ANONYMOUS if by.is_signed_in else by, "listening.said_if_better", row, better=better)
    if better is Felt.NO and row.owner_id and is_working(MembershipId(row.owner_id)):
        raise_notice(
            by=TELLER,
            kind=NoticeKind.NOT_BETTER,
            to=MembershipId(row.owner_id),
            facts={"theme_id": row.pk},
            dedupe_key=f"{NoticeKind.NOT_BETTER}-{row.pk}-{row.moved_on}",
        )


def promise_by_decision(by: Actor, theme_id: ThemeId, new: NewPromise) -> None:
    """Promise what a meeting has decided about a theme, unless something is promised that is still to come.

    The caller decides who may: another decision about a promise that stands is another action, and no other promise.
    """
    row = Theme.objects.locked(theme_id)
    if row and (row.state is not ThemeState.PLANNED or is_unkept(row.as_promise, clock.today())):
        _promise(by, row, new)


def _promise(by: Actor, row: Theme, new: NewPromise) -> None:
    promised = Promise(ThemeState.PLANNED, new.words, new.owner, new.due_on)
    if refusal := may_promise(promised, after=row.state, today=clock.today()):
        raise refusal
    if not is_working(MembershipId(new.owner or 0)):
        raise Refusal("alliance_owner_left")
    before, row.state, row.settled_on, row.outcome = row.state, ThemeState.PLANNED, None, ""
    row.promise, row.owner_id, row.due_on, row.moved_on = new.words.strip(), new.owner, new.due_on, clock.today()
    row.save()
    _step(by, row, after=before, words=row.promise)


def _step(by: Actor, row: Theme, *, after: ThemeState, words: str) -> None:
    """The step, and the reply to all who wrote in English, which is what the public reads; others wait for theirs."""
    who = member(by)
    step = ThemeStep(
        theme=row, state=row.state, membership_id=who, owner_id=row.owner_id, due_on=row.due_on, words=words
    )
    steps.move(by, row, step, after=after, entry=f"listening.theme_{row.state}", owner=row.owner_id, due=row.due_on)
    ThemeReply.objects.create(
        step=step, language=ENGLISH.code, words=words, written_by_id=who, written_on=clock.today()
    )
    answer_contacts(by, row, language=ENGLISH.code)
