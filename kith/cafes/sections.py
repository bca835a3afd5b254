"""What cafés bring to shared pages: one-to-one time at a session, the count on its register, a family's walk-ins."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.cafes.queries.families import CafesOfFamily, TurnOfFamily, cafes_of
from kith.cafes.queries.footfall import people_at
from kith.cafes.queries.one_to_one import OneToOneCard, OneToOneList, list_of, one_to_one_card
from kith.cafes.rules.codes import Share, TurnState
from kith.cafes.rules.footfall import People
from kith.cafes.wording import TURN_WORDS, newcomers_wait, people_words
from kith.families.context import FamilyContext, Moment, Section
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink
from kith.whats_on.parts import SessionContext, SessionPart
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class OneToOneOffered:
    """One-to-one time at a session that is not over, as the public is told."""

    session: SessionCard
    card: OneToOneCard

    @property
    def can_be_booked(self) -> bool:
        """Whether there are times to be booked; whether one is free is said where it is chosen."""
        return self.card.times.share is not Share.NONE and not self.session.has_begun


@dataclass(frozen=True)
class OnTheDay:
    """How many have come to a session, in words, and how long the one-to-one list is."""

    session: SessionCard
    people: People
    said: list[str]
    list: OneToOneList | None
    wait: str


def _offered(context: SessionContext) -> OneToOneOffered | None:
    """The one-to-one time; nothing where there is none, it is over, or the session is called off."""
    card = one_to_one_card(context.session)
    if card is None or card.is_over or context.session.is_cancelled:
        return None
    return OneToOneOffered(context.session, card)


def _on_the_day(context: SessionContext) -> OnTheDay | None:
    """The count and the list, on the register of those who run the session."""
    if context.session.is_cancelled:
        return None
    people = people_at(context.viewer, context.session.id)
    found = list_of(context.viewer, context.session.id, lang=context.lang)
    wait = newcomers_wait(found) if found else ""
    return OnTheDay(context.session, people, people_words(people), found, wait)


def _cafes(context: FamilyContext) -> CafesOfFamily | None:
    """Where the family walked in, as it wished to be noted, and its one-to-one times; None where there are none."""
    return cafes_of(context.viewer, context.id, lang=context.lang) or None


def _moments(it: CafesOfFamily) -> Iterator[Moment]:
    """Each walk-in, and each one-to-one time."""
    for row in it.walk_ins:
        yield Moment(row.at, str(row.session.title), (gettext("Came without booking"),))
    for turn in it.turns:
        yield Moment(turn.at, str(turn.session.title), (gettext("One-to-one time"), str(_state(turn))))


def _state(turn: TurnOfFamily) -> object:
    return gettext("Called off by us") if turn.session.is_cancelled else TURN_WORDS[TurnState(turn.state)]


def _mine(context: FamilyContext) -> tuple[TurnOfFamily, ...] | None:
    """Her one-to-one times that are to come; None where there are none."""
    found = cafes_of(context.viewer, context.id, lang=context.lang)
    return tuple(turn for turn in found.turns if turn.is_to_come) or None


ONE_TO_ONE = SessionPart("cafes/parts/one_to_one.jinja", _offered)
ON_THE_DAY = SessionPart("cafes/parts/on_the_day.jinja", _on_the_day)
CAFES = Section(_cafes, moments=_moments)
MY_ONE_TO_ONE = Section(_mine, "cafes/my/one_to_one.jinja")
FOOTFALL_DESK = PageLink(
    _("Who came"), "footfall", (Permission.SEE_REGISTER,), _("How many came, by group, time and community.")
)
