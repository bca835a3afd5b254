"""Any history of booking, holding, waiting, offers and changes of mind agrees with a small model of one session.

``run_histories(count, seed)`` runs that many random histories against the database it is given, puts each back, and
returns what differed: it is one of the proofs that ``make proof`` runs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from django.db import transaction

from kith.groups.actions import changing, holding, offering, proving
from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.places import Needs
from kith.groups.tests.world import an_order, book, hold
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import BUILDER, a_series, a_service, a_session, an_organisation
from testing.rows import Session

LONGEST = 16
STARTS = timedelta(hours=50)
"""So long after a Tuesday's half past ten it begins: on Thursday, half past noon."""
ACTS = (
    *("book", "book", "book", "hold", "prove", "let_go", "cancel", "again"),
    *("accept", "accept", "decline", "change", "wait", "wait"),
)
HOURS = (1, 2, 7, 13)
DAY_BEGINS, DAY_ENDS = 8 * 3600, 21 * 3600
AWAKE = DAY_ENDS - DAY_BEGINS


@dataclass(frozen=True)
class Step:
    """One thing that happens: to which of those there, for how many places, whether she may wait, after how long."""

    act: str
    which: int = 0
    places: int = 1
    may_wait: bool = False
    hours: int = 1


@dataclass
class Family:
    """A booking as it should be."""

    places: int
    state: str
    until: datetime | None = None
    who: object = None
    """By what two bookings are known to be one family's, where that matters."""


@dataclass
class Wish:
    """A visitor's wish as it should be; ``kept``: so many places are hers until the time is over."""

    places: int
    kept: int
    may_wait: bool
    held_until: datetime
    words_until: datetime
    state: str = "held"
    is_of_course: bool = False
    """It keeps one date of a wish for several: no link leads to it."""


@dataclass
class Model:
    """One session as it should be: the whole reference. A newcomer waits behind; who waits is asked in turn, by day."""

    capacity: int
    starts_at: datetime
    families: list[Family] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    queue: list[Family] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """What no other family can have."""
        booked = sum(each.places for each in self.families if each.state in ("booked", "offered"))
        return booked + sum(each.kept for each in self.wishes)

    @property
    def open(self) -> int:
        """What a newcomer can have."""
        return 0 if self.queue else self.capacity - self.taken

    def do(self, step: Step, now: datetime) -> bool:
        """Do the step if it may be done, and say whether it was."""
        if step.act == "wait":
            return self._wait(now)
        if step.act in ("book", "hold"):
            return getattr(self, f"_{step.act}")(step, now)  # type: ignore[no-any-return]
        asked = [each for each in self.wishes if not each.is_of_course]
        there: Sequence[object] = asked if step.act in ("prove", "let_go") else self.families
        return bool(there) and getattr(self, f"_{step.act}")(there[step.which % len(there)], step, now)

    def _may(self, places: int, now: datetime) -> bool:
        return now < self.starts_at and places <= self.capacity

    def _take(self, places: int, free: int, *, may_wait: bool) -> bool:
        if places > free and not may_wait:
            return False
        family = Family(places, "booked" if places <= free else "waiting")
        self.families.append(family)
        if places > free:
            self.queue.append(family)
        return True

    def _book(self, step: Step, now: datetime) -> bool:
        return self._may(step.places, now) and self._take(step.places, self.open, may_wait=step.may_wait)

    def _hold(self, step: Step, now: datetime) -> bool:
        if not self._may(step.places, now) or (step.places > self.open and not step.may_wait):
            return False
        held = sum(each.kept for each in self.wishes)
        kept = step.places if step.places <= min(self.open, self.capacity // 2 - held) else 0
        until, words = (min(now + timedelta(hours=hours), self.starts_at) for hours in (2, 24))
        self.wishes.append(Wish(step.places, kept, step.may_wait, until, words))
        return True

    def _prove(self, wish: Wish, step: Step, now: datetime) -> bool:
        if wish.state in ("booked", "over") or now >= wish.words_until:
            return wish.state == "booked"
        free = self.capacity - self.taken + wish.kept if wish.kept else self.open
        may_wait = wish.may_wait or step.may_wait
        if not self._may(wish.places, now) or not self._take(wish.places, free, may_wait=may_wait):
            return False
        wish.state, wish.kept = "booked", 0
        return True

    def _let_go(self, wish: Wish, _step: Step, now: datetime) -> bool:
        if wish.state != "booked":
            was_over, wish.state, wish.kept = wish.state == "over", "over", 0
            if not was_over:
                self._next(now)
        return True

    def _cancel(self, family: Family, _step: Step, now: datetime) -> bool:
        if family.state != "cancelled" and now >= self.starts_at:
            return False
        if family.state != "cancelled":
            self._end(family, now)
        return True

    def _again(self, family: Family, step: Step, now: datetime) -> bool:
        if family.state != "cancelled":
            return True
        if not self._may(family.places, now) or (family.places > self.open and not step.may_wait):
            return False
        if family.places <= self.open:
            family.state = "booked"
        else:
            family.state = "waiting"
            self.queue.append(family)
        self._next(now)
        return True

    def _accept(self, family: Family, _step: Step, now: datetime) -> bool:
        if family.state == "offered" and now < self.starts_at:
            family.state = "booked"
        return family.state == "booked"

    def _decline(self, family: Family, _step: Step, now: datetime) -> bool:
        if family.state == "offered":
            self._end(family, now)
        return family.state == "cancelled"

    def _change(self, family: Family, step: Step, now: datetime) -> bool:
        if family.state == "cancelled":
            return False
        if step.places != family.places:
            if not self._may(step.places, now):
                return False
            if family.state != "waiting" and step.places - family.places > self.open:
                return False
            family.places = step.places
            self._next(now)
        return True

    def _wait(self, now: datetime) -> bool:
        """The jobs that run every few minutes: what is kept and was not proved is freed, what was not answered ends."""
        late = [each for each in self.wishes if each.state == "held" and each.held_until <= now]
        for wish in late:
            wish.state, wish.kept = "freed", 0
        if late:
            self._next(now)
        for family in self.families:
            if family.state == "offered" and family.until and family.until <= now:
                family.state = "cancelled"
        self._next(now)
        return True

    def _end(self, family: Family, now: datetime) -> None:
        family.state = "cancelled"
        self.queue = [each for each in self.queue if each is not family]
        self._next(now)

    def _next(self, now: datetime) -> None:
        """Who waits longest and fits is asked until the time is over; near the beginning she simply has it."""
        if now >= self.starts_at or not (until := self._turn(now)):
            return
        for family in list(self.queue):
            if family.places <= self.capacity - self.taken:
                self.queue.remove(family)
                is_short = until - now < timedelta(hours=1)
                family.state, family.until = ("booked", None) if is_short else ("offered", until)

    def _turn(self, now: datetime) -> datetime | None:
        """Until when an offer would run; reckoned by the seconds of all waking days since the Monday."""
        monday = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=now.weekday())
        day, second = divmod((now - monday).total_seconds(), 86400)
        if not DAY_BEGINS <= second < DAY_ENDS:
            return None  # this session begins by day: there is a morning before it
        days, rest = divmod(day * AWAKE + second - DAY_BEGINS + 6 * 3600, AWAKE)
        until = monday + timedelta(days=days, seconds=rest + DAY_BEGINS)
        return min(until, self.starts_at - timedelta(hours=3))


@dataclass
class Case:
    """One session in the database, and those who asked for places, in the order in which they did."""

    session_id: SessionId
    advance: Callable[[float], None]
    tokens: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def do(self, step: Step) -> bool:
        """Do the step; False where it is refused or there is no family to do it to."""
        try:
            return self._do(step)
        except Refusal:
            return False

    def _do(self, step: Step) -> bool:
        match step.act:
            case "wait":
                self.advance(step.hours)
                holding.free_held_places(by=BUILDER)
                offering.pass_offers_on(by=BUILDER)
            case "book":
                order = an_order(self.session_id, places=step.places, may_wait=step.may_wait)
                receipt = book(order)
                assert book(order) == receipt
                self.tokens.append(receipt.token)
            case "hold":
                order = an_order(self.session_id, places=step.places, may_wait=step.may_wait)
                held = hold(order)
                assert hold(order) == held
                self.links.append(HeldBooking.objects.get(token=held.token).link)
            case "prove" | "let_go":
                return bool(self.links) and self._to_wish(step, self.links[step.which % len(self.links)])
            case _:
                return bool(self.tokens) and self._to_family(step, self.tokens[step.which % len(self.tokens)])
        return True

    def _to_wish(self, step: Step, link: str) -> bool:
        if step.act == "let_go":
            holding.give_up_held(by=ANONYMOUS, session_id=self.session_id, secret=link)
            return True
        receipt = proving.confirm_by_link(by=ANONYMOUS, session_id=self.session_id, link=link, may_wait=step.may_wait)
        if receipt.token not in self.tokens:
            self.tokens.append(receipt.token)
        return True

    def _to_family(self, step: Step, token: str) -> bool:
        match step.act:
            case "cancel":
                cancel_booking(by=ANONYMOUS, token=token)
            case "again":
                book_again(by=ANONYMOUS, token=token, may_wait=step.may_wait)
            case "accept":
                offering.accept_offer(by=ANONYMOUS, token=token)
            case "decline":
                offering.decline_offer(by=ANONYMOUS, token=token)
            case _:
                changing.change_needs(by=ANONYMOUS, token=token, needs=Needs(places=step.places))
        return True

    def learn(self) -> None:
        """Know the bookings that others made on this session, too, in the order in which they were made."""
        rows = Booking.objects.filter(session=self.session_id).exclude(token__in=self.tokens)
        self.tokens += rows.order_by("booked_at").values_list("token", flat=True)

    def family_of(self, which: int) -> FamilyId | None:
        """The family of one of the bookings, where there is any."""
        token = self.tokens[which % len(self.tokens)] if self.tokens else ""
        found = Booking.objects.filter(token=token).values_list("family_id", flat=True).first()
        return FamilyId(found) if found else None

    def differs_from(self, model: Model) -> str:
        """What is otherwise in the database, or nothing."""
        rows = {row.token: row for row in Booking.objects.filter(session=self.session_id)}
        there = [(str(rows[token].state), rows[token].places) for token in self.tokens]
        should = [(each.state, each.places) for each in model.families]
        session = Session.objects.get(pk=self.session_id)
        counted = (session.places_taken, session.families_waiting, len(rows))
        counts = (model.taken, len(model.queue), len(model.families))
        if (there, counted) == (should, counts):
            return ""
        return f"{there}, counted {counted}; should be {should}, counted {counts}"


def run_history(
    capacity: int, steps: Sequence[Step], advance: Callable[[float], None], series_id: int | None = None
) -> str:
    """Run one history; what differed, or nothing."""
    starts_at = clock.now().replace(microsecond=0) + STARTS
    case = Case(a_session(capacity=capacity, starts_at=starts_at, series_id=series_id), advance)
    model = Model(capacity, starts_at)
    for number, step in enumerate(steps):
        was_done = case.do(step)
        # The clock goes on by seconds while the database works: so long as no limit lies between, it is one instant.
        may_be_done = model.do(step, clock.now())
        if was_done != may_be_done:
            return f"step {number} {step}: done {was_done}, should be {may_be_done}"
        if difference := case.differs_from(model):
            return f"step {number} {step}: {difference}"
    return ""


def a_history(chance: Random) -> tuple[int, list[Step]]:
    """A session of a few places, and what happens to it."""
    steps = [
        Step(
            chance.choice(ACTS),
            which=chance.randrange(100),
            places=chance.choice((1, 1, 2)),
            may_wait=chance.random() < 0.7,
            hours=chance.choice(HOURS),
        )
        for _ in range(chance.randint(4, LONGEST))
    ]
    return chance.randint(1, 4), steps


class _Passing:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """The next second."""
        self.advance(1 / 3600)
        return self.instant

    def advance(self, hours: float) -> None:
        """Move it on."""
        self.instant += timedelta(hours=hours)


def run_histories(count: int, seed: int) -> list[str]:
    """Run so many histories from this seed, each put back; what differed."""
    found = []
    with transaction.atomic():
        series_id = a_series(a_service(an_organisation()))
        for number in range(count):
            moved = _Passing()
            capacity, steps = a_history(Random(f"{seed}-{number}"))
            with transaction.atomic(), clock.use(moved):
                difference = run_history(capacity, steps, moved.advance, series_id)
                transaction.set_rollback(True)
            if difference:
                found.append(f"booking, seed {seed}, history {number}: {difference}")
        transaction.set_rollback(True)
    return found
