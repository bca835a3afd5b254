"""Any history of a course and its dates agrees with the model: bookings, offers and holds on each, and places on all.

``run_histories(count, seed)`` runs that many random histories against the database it is given, puts each back, and
returns what differed: it is one of the proofs that ``make proof`` runs (F04).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from django.db import transaction

from kith.courses.actions import giving_up, holding, waiting
from kith.courses.actions.booking import CourseReceipt, book_course, book_course_for_person
from kith.courses.models.courses import Course as CourseRow
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.tests.model import JOBS, NO_JOBS, Course, CourseStep, Day
from kith.courses.tests.world import BUILDER, a_course, wish
from kith.groups.actions import holding as dates_holding
from kith.groups.actions import offering
from kith.groups.tests.machine import ACTS as DATE_ACTS
from kith.groups.tests.machine import HOURS, STARTS, Case
from kith.kernel import clock
from kith.kernel.ids import CourseId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import a_series, a_service, a_session, an_organisation

LONGEST = 18
COURSE_ACTS = ("course", "join", "hold_course", "confirm", "let_hold_go", "give_up", "course_again", JOBS, NO_JOBS)
ACTS = (*COURSE_ACTS, *sorted(set(DATE_ACTS) - {JOBS}))
FEWEST_ACTS, MOST_ACTS = 4, 12
APART = timedelta(hours=24)
TICK = timedelta(milliseconds=10)


@dataclass
class CourseCase:
    """A course in the database, each of its dates, and those who asked for it, in the order in which they did."""

    course_id: CourseId
    dates: list[Case]
    advance: Callable[[float], None]
    tokens: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def do(self, step: CourseStep) -> bool:
        """Do the step; False where it is refused or there is nothing to do it to."""
        try:
            return self._do(step)
        except Refusal:
            return False
        finally:
            for date in self.dates:
                date.learn()

    def _do(self, step: CourseStep) -> bool:
        date = self.dates[step.date % len(self.dates)]
        match step.act:
            case "wait" | "pause":
                self.advance(step.hours)
                if step.act == JOBS:
                    dates_holding.free_held_places(by=BUILDER)
                    offering.pass_offers_on(by=BUILDER)
                    waiting.fill_courses(by=BUILDER)
            case "course" | "join":
                return self._book(step, date)
            case "hold_course":
                wanted = wish(self.course_id, places=step.places, may_wait=step.may_wait)
                first, again = (
                    holding.hold_course(by=ANONYMOUS, course_id=self.course_id, wish=wanted) for _ in range(2)
                )
                assert first == again
                self.links.append(CourseHold.objects.get(token=first.token).link)
            case "confirm" | "let_hold_go":
                return bool(self.links) and self._to_hold(step, self.links[step.which % len(self.links)])
            case "give_up" | "course_again":
                return bool(self.tokens) and self._to_place(step, self.tokens[step.which % len(self.tokens)])
            case _:
                return date.do(step)
        return True

    def _book(self, step: CourseStep, date: Case) -> bool:
        wanted = wish(self.course_id, places=step.places, may_wait=step.may_wait)
        if step.act == "course":
            first, again = (book_course_for_person(by=BUILDER, course_id=self.course_id, wish=wanted) for _ in range(2))
        elif family_id := date.family_of(step.which):
            order = wanted.order
            first, again = (
                book_course(by=BUILDER, family_id=family_id, course_id=self.course_id, order=order) for _ in range(2)
            )
        else:
            return False
        assert first == again
        return self._know(first)

    def _to_hold(self, step: CourseStep, link: str) -> bool:
        if step.act == "let_hold_go":
            holding.give_up_course_hold(by=ANONYMOUS, course_id=self.course_id, secret=link)
            return True
        asked = {"course_id": self.course_id, "link": link, "may_wait": step.may_wait}
        return self._know(holding.confirm_course_by_link(by=ANONYMOUS, **asked))  # type: ignore[arg-type]

    def _know(self, receipt: CourseReceipt) -> bool:
        if receipt.token not in self.tokens:
            self.tokens.append(receipt.token)
        return True

    def _to_place(self, step: CourseStep, token: str) -> bool:
        act = giving_up.give_up_course if step.act == "give_up" else giving_up.book_course_again
        act(by=ANONYMOUS, token=token)
        return True

    def differs_from(self, model: Course) -> str:
        """What is otherwise in the database, or nothing: on each date, and on the course."""
        on_dates = [date.differs_from(day) for date, day in zip(self.dates, model.days, strict=True)]
        if any(on_dates):
            return "; ".join(f"date {number}: {each}" for number, each in enumerate(on_dates) if each)
        rows = {row.token: row for row in CoursePlace.objects.filter(course=self.course_id)}
        there = [(str(rows[token].state), rows[token].places) for token in self.tokens]
        should = [(each.state, each.places) for each in model.places]
        counted = (CourseRow.objects.get(pk=self.course_id).families_waiting, len(rows))
        counts = (len(model.queue), len(model.places))
        states = {row.link: str(row.state) for row in CourseHold.objects.filter(course=self.course_id)}
        held, holds = [states[link] for link in self.links], [each.state for each in model.holds]
        if (there, counted, held) == (should, counts, holds):
            return ""
        return f"{there}, counted {counted}, held {held}; should be {should}, counted {counts}, held {holds}"


def run_history(
    capacities: Sequence[int],
    steps: Sequence[CourseStep],
    advance: Callable[[float], None],
    series_id: int | None = None,
) -> str:
    """Run one history of a course with a date for each capacity; what differed, or nothing."""
    begins_at = clock.now().replace(microsecond=0) + STARTS
    series_id = series_id or a_series(a_service(an_organisation()))
    days = [Day(capacity, begins_at + number * APART) for number, capacity in enumerate(capacities)]
    sessions = [a_session(capacity=day.capacity, starts_at=day.starts_at, series_id=series_id) for day in days]
    case = CourseCase(a_course(sessions), [Case(each, advance) for each in sessions], advance)
    model = Course(days)
    for number, step in enumerate(steps):
        was_done = case.do(step)
        # The clock goes on a little while the database works: so long as no limit lies between, it is one instant.
        may_be_done = model.do(step, clock.now())
        if was_done != may_be_done:
            return f"step {number} {step}: done {was_done}, should be {may_be_done}"
        if difference := case.differs_from(model):
            return f"step {number} {step}: {difference}"
    return ""


def a_history(chance: Random) -> tuple[list[int], list[CourseStep]]:
    """A course of two or three dates with a few places each, and what happens to it.

    Each history is made of some of the acts only (swarm testing, Groce and others 2012): what needs three rare acts in
    a row is met far sooner so.
    """
    acts = [*chance.sample(ACTS, chance.randint(FEWEST_ACTS, MOST_ACTS)), "course", JOBS]
    steps = [
        CourseStep(
            chance.choice(acts),
            which=chance.randrange(100),
            places=chance.choice((1, 1, 2)),
            may_wait=chance.random() < 0.7,
            hours=chance.choice(HOURS),
            date=chance.randrange(6),
        )
        for _ in range(chance.randint(4, LONGEST))
    ]
    return [chance.randint(1, 4) for _ in range(chance.choice((2, 2, 3)))], steps


class Passing:
    """A clock that goes on a little whenever it is asked."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """The next instant."""
        self.instant += TICK
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
            moved = Passing()
            capacities, steps = a_history(Random(f"course-{seed}-{number}"))
            with transaction.atomic(), clock.use(moved):
                difference = run_history(capacities, steps, moved.advance, series_id)
                transaction.set_rollback(True)
            if difference:
                found.append(f"course, seed {seed}, history {number}: {difference}")
        transaction.set_rollback(True)
    return found
